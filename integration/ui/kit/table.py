"""A described table as markup: one that becomes a list on a phone, where each value is told by its column's title."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from integration.model.text import Language
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.views.kit.table import Cell, Column, Row, Table, Value, bare, words_of

TONES = {"": "small", "late": "small late-words", "tight": "small tight", "muted": "small muted"}
Drawn = Mapping[str, Sequence[object]]


def table(language: Language, one: Table, drawn: Drawn | None = None, named: Sequence[str] = ()) -> Markup:
    """The columns of a page; `drawn` holds, by column, what stands there row by row in place of the words, `named` what an address calls each row."""
    own = one.on("page")
    head = el("thead", el("tr", *(el("th", column.title, scope="col", class_=_side(column)) for column in own.columns)))
    inside = ([*_cells(language, own.columns, row, {key: values[at] for key, values in (drawn or {}).items()})] for at, row in enumerate(own.rows))
    rows = (el("tr", *cells, data_at=named[at] if named else None) for at, cells in enumerate(inside))
    return el("table", head, el("tbody", *rows), class_="plain stack")


def titled(language: Language, one: Table, drawn: Drawn | None = None) -> Markup:
    """The table under its title, or what to say where nothing is in it, and what is said of rows left out."""
    return joined(el("h2", one.title), untitled(language, one, drawn))


def untitled(language: Language, one: Table, drawn: Drawn | None = None) -> Markup:
    """The same, without its title."""
    more = el("p", one.more, class_="small muted") if one.more else None
    return joined(table(language, one, drawn), more) if one.rows else el("p", one.nothing, class_="notice")


def _cells(language: Language, columns: Sequence[Column], row: Row, drawn: Mapping[str, object]) -> Iterator[Markup]:
    for at, (column, one) in enumerate(zip(columns, row, strict=True)):
        inside = (drawn[column.key],) if column.key in drawn else _inside(language, one)
        # What a row is about needs no title before it; a moment does.
        title = column.title if at or isinstance(bare(one), datetime) else None
        late = "late-words" if isinstance(one, Cell) and one.tone == "late" else None
        yield el("td", *inside, data_label=title, class_=" ".join(filter(None, (_side(column), late))) or None)


def _inside(language: Language, one: Value | Cell) -> tuple[object, ...]:
    words = words_of(one, language)
    if not isinstance(one, Cell):
        return (words,)
    code = (el("span", one.code, class_="muted small"), " ") if one.code else ()
    notes = (el("div", note, class_=TONES[tone]) for note, tone in one.notes)
    return (*code, anchor(words, href=one.href) if one.href else words, *notes)


def _side(column: Column) -> str | None:
    return "n" if column.right else None
