"""Comparing: a file beside the plan it is brought to, as a proposal in the reader's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from integration.exchange.propose.asking import Asking
from integration.exchange.propose.cells import LEAVE, CellReader
from integration.exchange.propose.columns import Columns, heading_above, letter_of, sheets_of
from integration.exchange.propose.domains import settle_domains
from integration.exchange.propose.line import Line
from integration.exchange.propose.lines import LineReader
from integration.exchange.propose.matching import plan_before
from integration.exchange.propose.proposal import Here, Proposal
from integration.exchange.propose.rows import RowMaker
from integration.exchange.propose.values import domain_of
from integration.exchange.read.sheet import Book
from integration.i18n.words import Words
from integration.model.partnership import Partnership

Options = Mapping[str, str]


@dataclass(slots=True)
class _Found:
    lines: list[Line] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def propose(say: Words, book: Book, here: Here, answers: Options, mapping: Options) -> Proposal:
    """What the file would do to the plan; raises FileUnreadable where it holds no table."""
    asking, found = Asking(answers), _Found([], [say.problem(one) for one in book.unread])
    tables = _chosen(say, asking, sheets_of(book, mapping))
    for sheet in book.sheets:
        if sheet.name not in {one.sheet.name for one in tables}:
            found.unread.append(say("Sheet {sheet} was not read.", sheet=sheet.name or "–"))
    cells = CellReader(say, asking, (here.partnership.starts_on or here.today).year)
    cells.learn(tables)
    for one in tables:
        lines = [*LineReader(say, asking, one, cells, answers.get("hidden") == "take", here.partnership.code).lines()]
        if not _has_title(one):
            _ask_title(say, asking, one, lines)
        settle_domains(say, asking, lines, one)
        found.lines += lines
        found.unread += _left(say, one)
    _ask_due(say, asking, found.lines, here.partnership)
    maker = RowMaker(say, asking, here, plan_before(here.milestones, here.before), [*found.lines], {one: person.name for one, person in here.people.items()})
    rows, preset = maker.rows(), next((one.preset for one in tables if one.preset), "")
    kind = preset if preset in ("planner", "trello", "asana", "jira", "openproject", "smartsheet", "monday") else ""
    names, promised = maker.new_names(rows), maker.promised(rows)
    return Proposal(
        book.kind, kind, tuple(rows), asking.open, (*asking.met.values(),), tuple(found.unread), tuple(tables), names, promised, here.before, asking.answered
    )


def _chosen(say: Words, asking: Asking, tables: list[Columns]) -> list[Columns]:
    """The sheets to read: the only one with a table, all of them where each is named after a domain, or the one that is answered."""
    if len(tables) == 1:
        return tables
    if all(domain_of(one.sheet.name) for one in tables):
        return tables
    titled = [one for one in tables if _has_title(one) and len(one.fields) > 2] or tables
    if len(titled) == 1:
        return titled
    names = tuple(one.sheet.name for one in titled)
    answer = asking.ask("sheet", say("Which sheet holds the plan?"), (*names, "all"))
    if answer == "all":
        return titled
    return [one for one in titled if one.sheet.name == answer] or titled[:1]


def _has_title(columns: Columns) -> bool:
    return bool({"title", "title_nl", "title_en"} & {*columns.fields})


def _ask_title(say: Words, asking: Asking, columns: Columns, lines: list[Line]) -> None:
    """Ask which column says what is to be done; the one with the longest words is proposed."""
    used = {at for places in columns.fields.values() for at in places}
    free = [at for at, name in enumerate(columns.names) if at not in used and name]
    free.sort(key=lambda at: -sum(map(len, columns.examples(at))))
    options = tuple(f"{letter_of(at)}: {columns.names[at]}" for at in free[:8])
    if not options:
        options = tuple(f"{letter_of(at)}: {name}" for at, name in enumerate(columns.names[:8]))
    answer = asking.ask("title", say("Which column says what is to be done?"), options)
    at = next((at for at, name in enumerate(columns.names) if f"{letter_of(at)}: {name}" == answer), None)
    for line in lines:
        if at is None:
            line.asked.append("title")
        else:
            row = next(row for row in columns.rows if columns.sheet.number(row) == line.row)
            line.title = str(columns.sheet.rows[row][at] or "") if at < len(columns.sheet.rows[row]) else ""


def _ask_due(say: Words, asking: Asking, lines: Sequence[Line], partnership: Partnership) -> None:
    """Ask once what becomes of rows without a day that they are due."""
    missing = [
        one
        for one in lines
        if not one.skipped and not one.refused and one.values.get("due_on") is None and not any(name.startswith("date") for name in one.asked)
    ]
    if not missing:
        return
    question = say.plural(
        "{n} row has no day that it is due (row {rows}). Leave it out, or give a day for it?",
        "{n} rows have no day that they are due (rows {rows}). Leave them out, or give one day for all?",
        len(missing),
        rows=", ".join(str(one.row) for one in missing[:8]) + (" …" if len(missing) > 8 else ""),
    )
    ends = (partnership.ends_on.isoformat(),) if partnership.ends_on else ()
    answer = asking.ask("due", question, (LEAVE, *ends), _is_day)
    for one in missing:
        if answer is None:
            one.asked.append("due")
        elif answer == LEAVE:
            one.skipped = say("Left out: it has no day that it is due.")
        else:
            one.values["due_on"] = date.fromisoformat(answer)


def _is_day(answer: str) -> bool:
    try:
        return bool(date.fromisoformat(answer))
    except ValueError:
        return False


def _left(say: Words, columns: Columns) -> list[str]:
    """What of a sheet was not read: rows above the names, hidden columns, and a second table."""
    left, sheet = [], columns.sheet
    heading = heading_above(columns)
    above = [sheet.number(row) for row in range(columns.first) if row != heading and any(str(one or "").strip() for one in sheet.rows[row])]
    if above:
        left.append(say("What stands above the names of the columns was not read (row {rows}).", rows=", ".join(map(str, above))))
    used = {at for places in columns.fields.values() for at in places}
    for at in sorted(sheet.hidden_columns):
        if at < len(columns.names) and at in used:
            left.append(say("The hidden column {name} was read to know the rows by.", name=columns.names[at]))
        elif at < len(columns.names):
            left.append(say("The hidden column {name} was not read.", name=columns.names[at] or letter_of(at)))
    others = [name for at, name in enumerate(columns.names) if name and at not in used and at not in sheet.hidden_columns]
    if others:
        left.append(say("Columns that mean nothing to a plan were not read: {names}.", names=", ".join(others)))
    if columns.end < len(sheet.rows):
        left.append(say("A second table, from row {row}, was not read.", row=sheet.number(columns.end)))
    return left
