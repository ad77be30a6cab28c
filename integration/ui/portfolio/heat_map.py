"""The heat map: partnership × domain, two numbers, the computed colour and how it turned in every cell."""

from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.panels import colour_letter_mark, delivered_bar, depth_pips
from integration.ui.kit.verdict import badge
from integration.ui.portfolio.legend import legend
from integration.views.portfolio.cell import DomainCell
from integration.views.portfolio.portfolio import HeatRow, PortfolioView


def heat_map(visit: Visit, view: PortfolioView, silent_days: int) -> Markup:
    """The heat map of this page of the portfolio under the signs that stand in it, or a word where nothing matches."""
    say = visit.reader.say
    if not view.rows:
        return el("p", say("No partnership matches what you chose. Empty the search or choose “all”."), class_="notice")
    names = (*(el("th", name, scope="col") for name in view.columns), el("th", say("Foundation"), scope="col", class_="last"))
    head = el("thead", el("tr", el("th", view.counted, scope="col"), *names))
    body = el("tbody", *(_row(row, say("updated {ago}", ago=row.updated), say("Foundation")) for row in view.rows))
    caption = el("caption", say("What is delivered and was planned by now, depth and colour per partnership and domain"), class_="sr")
    map_ = el("table", caption, head, body, class_="heat one" if len(view.columns) == 1 else "heat")
    return joined(legend(say, [cell for row in view.rows for cell in row.cells], silent_days), map_)


def _row(row: HeatRow, updated: str, foundation: str) -> Markup:
    name = anchor(row.name, href=row.href, class_="name")
    borrowed = el("span", f" [{row.borrowed.upper()}]", class_="muted small") if row.borrowed else None
    about = el("span", row.partners, class_="small muted")
    known = " · ".join(filter(None, (row.phase, row.pair, updated)))
    fresh = el("span", f"! {row.broken}", class_="small late") if row.broken else el("span", known, class_="small muted")
    words = el("span", foundation, class_="in-cell"), el("strong", row.shared), el("span", row.shared_when, class_="small muted")
    late = el("span", row.foundation_late, class_="late small") if row.foundation_late else None
    score = el("td", anchor(*words, late, href=row.foundation_href, class_="shared"))
    return el("tr", el("th", name, borrowed, about, fresh, scope="row"), *(el("td", _cell(cell)) for cell in row.cells), score)


def _cell(cell: DomainCell) -> Markup:
    colour = cell.verdict.colour if cell.verdict else cell.colour
    kinds = " ".join(filter(None, ("cell", colour, "stale" if cell.stale and not cell.verdict else "")))
    turn = el("span", cell.turn, class_=f"turn {'better' if cell.turn == '▲' else 'worse'}", title=cell.turn_words) if cell.turn else None
    seen = joined(
        el("span", cell.name, class_="in-cell"),
        el("span", _letters(cell), turn, class_="letters"),
        el("span", cell.delivered_words, el("span", f" / {cell.due_words}", class_="due"), class_="progress"),
        el("span", cell.late_words, class_="late") if cell.overdue else None,
        el("span", delivered_bar(cell.delivered, cell.due), depth_pips(cell.levels, cell.depth_words), class_="second"),
    )
    return anchor(
        el("span", cell.summary, class_="sr"),
        el("span", seen, aria_hidden="true"),
        href=cell.href,
        class_=kinds,
        title=cell.verdict.since or None if cell.verdict else None,
    )


def _letters(cell: DomainCell) -> Markup:
    if cell.verdict is None:
        return colour_letter_mark(cell)
    said = el("span", cell.letter, class_=f"letter said {cell.colour} {'stale' if cell.stale else ''}") if cell.says_otherwise else None
    flag = el("span", "≠", class_="flag", title=" ".join(cell.verdict.warnings)) if cell.verdict.warnings else None
    return joined(badge(cell.verdict), said, flag)
