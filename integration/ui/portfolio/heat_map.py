"""The heat map: partnership × domain, two numbers and the reported colour in every cell."""

from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.panels import colour_letter_mark, delivered_bar, depth_pips, legend
from integration.ui.kit.verdict import badge, rules
from integration.views.portfolio.cell import DomainCell
from integration.views.portfolio.portfolio import HeatRow, PortfolioView


def heat_map(visit: Visit, view: PortfolioView, limits: Thresholds) -> Markup:
    """The heat map of this page of the portfolio, or a word where nothing matches."""
    say = visit.reader.say
    if not view.rows:
        return el("p", say("No partnership matches what you chose. Empty the search or choose “all”."), class_="notice")
    names = (*(el("th", name, scope="col") for name in view.columns), el("th", say("Foundation"), scope="col", class_="last"))
    head = el("thead", el("tr", el("th", view.counted, scope="col"), *names))
    body = el("tbody", *(_row(row, say("updated {ago}", ago=row.updated), say("Foundation")) for row in view.rows))
    caption = el("caption", say("What is delivered and was planned by now, depth and colour per partnership and domain"), class_="sr")
    return joined(
        el("table", caption, head, body, class_="heat one" if len(view.columns) == 1 else "heat"), legend(say, limits.silent_days), rules(say, visit, limits)
    )


def _row(row: HeatRow, updated: str, foundation: str) -> Markup:
    name = anchor(row.name, href=row.href, class_="name")
    borrowed = el("span", f" [{row.borrowed.upper()}]", class_="muted small") if row.borrowed else None
    about = el("span", row.partners, class_="small muted")
    known = " · ".join(filter(None, (row.phase, row.pair, updated)))
    fresh = el("span", f"▲ {row.broken}", class_="small late") if row.broken else el("span", known, class_="small muted")
    words = el("span", foundation, class_="in-cell"), el("strong", row.shared), el("span", row.shared_when, class_="small muted")
    late = el("span", f"▲ {row.foundation_late}", class_="late small") if row.foundation_late else None
    score = el("td", anchor(*words, late, href=row.foundation_href, class_="shared"))
    return el("tr", el("th", name, borrowed, about, fresh, scope="row"), *(el("td", _cell(cell, row.href)) for cell in row.cells), score)


def _cell(cell: DomainCell, href: str) -> Markup:
    colour = cell.verdict.colour if cell.verdict else cell.colour
    kinds = " ".join(filter(None, ("cell", colour, "stale" if cell.stale and not cell.verdict else "")))
    seen = joined(
        el("span", cell.name, class_="in-cell"),
        _letters(cell),
        el("span", cell.delivered_words, el("span", f" / {cell.due_words}", class_="due"), class_="progress"),
        el("span", f"▲ {cell.overdue}" if cell.overdue else "", class_="late"),
        el("span", delivered_bar(cell.delivered, cell.due), depth_pips(cell.levels, cell.depth_words), class_="second"),
    )
    return anchor(el("span", cell.summary, class_="sr"), el("span", seen, aria_hidden="true"), href=href, class_=kinds)


def _letters(cell: DomainCell) -> Markup:
    if cell.verdict is None:
        return colour_letter_mark(cell)
    # What the lead says is told beside the computed colour only where the two differ.
    other = cell.colour is not None and cell.colour != cell.verdict.colour and cell.verdict.colour != "blue"
    said = el("span", cell.letter, class_=f"letter said {cell.colour} {'stale' if cell.stale else ''}") if other else None
    flag = el("span", "≠" if cell.verdict.warnings else "", class_="flag") if cell.verdict.warnings else None
    return el("span", badge(cell.verdict), said, flag, class_="letters")
