"""The dossier of a partnership as markup: its heading, domain cards, milestones, reports and changes."""

from collections.abc import Sequence

from integration.i18n.words import Words
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.panels import delivered_bar, depth_pips
from integration.ui.kit.table import table
from integration.ui.kit.verdict import badge
from integration.ui.portfolio.place import place
from integration.views.plan.check_in import CheckInRow
from integration.views.plan.milestone import MilestoneRow
from integration.views.portfolio.cell import DomainCell
from integration.views.portfolio.partnership import DomainCard, MilestoneGroup, PartnershipView


def dossier_heading(visit: Visit, dossier: Dossier, view: PartnershipView) -> None:
    """The partners, facts, and the history of it all."""
    say = visit.reader.say
    facts = el("dl", *(el("div", el("dt", name), el("dd", value)) for name, value in view.facts), class_="facts")
    past = nav_link(say("History"), href=view.history_href)
    place(visit, dossier.partnership, el("p", view.partners, class_="lead"), facts, el("nav", past, class_="actions") if past else None)


def domain_cards(visit: Visit, cards: Sequence[DomainCard]) -> None:
    """The four domains, each on a card."""
    say = visit.reader.say
    show(joined(el("h2", say("The four domains")), el("div", *(_card(say, card) for card in cards), class_="cards")), key="cards")


def _card(say: Words, card: DomainCard) -> Markup:
    cell = card.cell
    reported = el("span", cell.letter, class_=f"letter {cell.colour or ''}", aria_hidden="true")
    letter = el("span", say("reported"), " ", reported, " ", cell.colour_words.lower(), class_=f"nowrap small {'stale' if cell.stale else ''}")
    late = el("span", f" ▲ {cell.overdue_words}", class_="late-words small") if cell.overdue else None
    delivered = el("span", cell.delivered_words, class_="big"), " ", el("span", say("delivered"), class_="muted")
    planned = el("span", say("planned by now {due}", due=cell.due_words), class_="muted")
    under_way = el("div", say("work under way counts {share}", share=cell.progress_words), class_="small muted")
    numbers = el("div", *delivered, " · ", planned, late, under_way)
    depth = el("div", depth_pips(cell.levels, cell.depth_words), " ", el("span", cell.depth_names, class_="small muted"))
    report = _report_lines(card.report) if card.report else el("p", say("Nothing was reported yet."), class_="muted small")
    title = el("header", el("h3", anchor(cell.name, href=card.href, class_="name")), letter)
    verdict = _verdict(cell) if cell.verdict else None
    past = anchor(say("History of the depth"), href=card.depth_href, class_="linked small") if cell.levels else None
    kind = cell.verdict.colour if cell.verdict else cell.colour or ""
    bar, foot = delivered_bar(cell.delivered, cell.due), el("p", card.next_due, class_="foot")
    return el("article", title, verdict, numbers, bar, depth, past, report, foot, class_=f"card {kind}")


def _verdict(cell: DomainCell) -> Markup | None:
    if cell.verdict is None:
        return None
    warnings = (el("p", f"▲ {words}", class_="late-words small") for words in cell.verdict.warnings)
    return el("div", el("p", badge(cell.verdict), " ", el("strong", cell.verdict.name), f" – {cell.verdict.reason}", class_="small"), *warnings)


def _report_lines(report: CheckInRow) -> Markup:
    lines = el("dl", *(part for label, text in report.lines for part in (el("dt", label), el("dd", text))), class_="lines")
    words = " · ".join(filter(None, (report.when, report.confidence)))
    about = anchor(words, href=report.href, class_="linked") if report.href else words
    return el("div", lines, el("p", about, class_="small muted"))


def milestone_groups(visit: Visit, groups: Sequence[MilestoneGroup]) -> None:
    """The milestones by domain; a domain with something overdue stands open."""
    say = visit.reader.say
    title = el("h2", say("Milestones"))
    if not groups:
        show(
            joined(title, el("p", say("No milestone is planned yet. The lead can start from the plan template on the Update page."), class_="notice")),
            key="milestones",
        )
        return
    show(joined(title, *(_group(say, group) for group in groups)), key="milestones")


def _group(say: Words, group: MilestoneGroup) -> Markup:
    summary = el("summary", group.name, " ", el("span", group.counted, class_="muted small"))
    drawn = {"state": [_state(row) for row in group.rows], "due": [_due(row) for row in group.rows]}
    return el("details", summary, table(say.language, group.table, drawn), id=f"group-{group.key}", open="" if group.late else None)


def _state(row: MilestoneRow) -> Markup:
    words = row.state_words if row.state in ("done", "cancelled", "waiting") else f"{row.state_words} · {row.credit.lower()}"
    return el("span", el("span", row.sign, aria_hidden="true"), words, class_="state late-words" if row.state == "late" else "state")


def _due(row: MilestoneRow) -> Markup:
    late = el("div", row.late, class_="small late-words") if row.late else None
    forecast = el("div", row.forecast, class_="small muted") if row.forecast else None
    return joined(el("span", row.due, class_="nowrap"), late, forecast)


def report_list(visit: Visit, reports: Sequence[CheckInRow]) -> None:
    """The latest check-ins of all domains."""
    say = visit.reader.say
    items = (el("li", _report(row)) for row in reports)
    body = el("ul", *items, class_="log") if reports else el("p", say("Nothing was reported yet."), class_="notice")
    show(joined(el("h2", say("Latest check-ins")), body), key="reports")


def _report(row: CheckInRow) -> Markup:
    letter = el("span", row.letter, class_=f"letter {row.colour}", aria_hidden="true")
    text = joined(*(el("div", el("span", f"{label}: ", class_="muted"), words) for label, words in row.lines))
    about = " · ".join(filter(None, (row.colour_words.lower(), row.confidence, row.when)))
    return joined(letter, " ", el("strong", row.domain), " ", el("span", about, class_="small muted"), text)
