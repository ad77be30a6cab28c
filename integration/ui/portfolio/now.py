"""A partnership now, as markup: where it stands, what is asked of its committee, a row per domain, and what changed."""

from collections.abc import Sequence

from integration.i18n.words import Words
from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.panels import delivered_bar, depth_pips
from integration.ui.kit.verdict import badge, rules, why_fold
from integration.ui.portfolio.committee_lists import lines_of
from integration.ui.portfolio.small_curve import small_curve
from integration.views.kit.address import address
from integration.views.plan.curve import CurveView
from integration.views.plan.schedule import ScheduleView
from integration.views.portfolio.cell import DomainCell
from integration.views.portfolio.committee_lists import SteeringView
from integration.views.portfolio.now import DomainRow
from integration.views.register.steering_lines import SteeringLine

PRESSING = ("red", "amber", "grey")
ASKED = 3


def show_now(standing: Markup, asked: Markup, domains: Markup, changed: Markup) -> None:
    """Where it stands beside what is asked, and the domains beside what changed: in this order on a phone."""
    show(el("div", standing, asked, domains, el("section", changed, class_="changed"), class_="now"), key="now")


def standing_panel(visit: Visit, view: ScheduleView, curve: CurveView, limits: Thresholds) -> Markup:
    """Delivered beside planned in words and as a small curve, the range in which it is expected to end, and why it has its colour."""
    say, why = visit.reader.say, view.why
    planned = f" · {view.numbers[3][0].lower()} {view.numbers[3][1]}"
    end = el("p", el("strong", view.end), el("span", planned, class_="muted")) if view.end else None
    notes = (el("p", words, class_="late-words small") for words in view.notes)
    also = el("p", f"{view.numbers[2][0].lower()} {view.numbers[2][1]}", class_="muted")
    more = joined(el("p", view.finish, ".") if view.finish != view.end else None, also, rules(say, visit, limits))
    folds = why_fold(say, why.rules, why.milestones, why.more, why.terms, more)
    words = el("div", el("p", view.sentence), end, *notes)
    body = el("div", words, small_curve(visit, curve), class_="beside")
    title = view.headline or view.verdict.reason
    return el("section", el("h2", title), body, folds, class_=f"panel {view.verdict.colour}")


def asked_panel(visit: Visit, code: str, needs: Sequence[SteeringLine], steering: SteeringView | None, deciding: Markup | None) -> Markup:
    """The decisions that wait (none is told to who may not read the register), what the lead needs, and what to decide before when."""
    say = visit.reader.say
    waiting = steering.waiting if steering else 0
    asked = (*(steering.decisions if steering else ()), *needs)
    first, rest = asked[:ASKED], asked[ASKED:]
    lines = lines_of(first, False, say("Nothing is asked now."))
    more = el("details", el("summary", say("and {n} more", n=len(rest))), lines_of(rest, False, ""), id="asked-more") if rest else None
    register = anchor(say("To the register"), href=address(visit.reader, "register", p=code, show="decisions"), class_="linked")
    waits = el("p", say.plural("{n} decision waits", "{n} decisions wait", waiting), " · ", register, class_="small") if waiting else None
    papers = nav_link(say("Papers of the meetings"), href=address(visit.reader, "pack", p=code), class_="linked")
    read = el("p", papers, class_="small") if papers else None
    return el("section", el("h2", say("Asked of the committee")), lines, el("div", more, waits, class_="ends-with") if more or waits else None, deciding, read)


def domains_panel(visit: Visit, rows: Sequence[DomainRow]) -> Markup:
    """The four domains, a row each."""
    say = visit.reader.say
    return el("section", el("h2", say("The four domains")), el("ul", *(_row(say, one) for one in rows), class_="domain-rows"))


def _row(say: Words, row: DomainRow) -> Markup:
    cell = row.cell
    name = el("h3", anchor(cell.name, href=row.href, class_="name"))
    late = el("div", cell.late_words, class_="late-words small") if cell.overdue else None
    planned = el("span", f" {say('delivered, planned {due}', due=cell.due_words)}", class_="small muted")
    numbers = el("div", el("strong", cell.delivered_words), planned, delivered_bar(cell.delivered, cell.due), class_="share")
    steps = anchor(depth_pips(cell.levels, cell.depth_words), href=row.depth_href if cell.levels else "", title=cell.depth_names)
    depth = el("div", steps, late, class_="ladder")
    return el("li", el("div", name, _colours(say, cell), class_="whose"), numbers, depth, _told(row), data_at=cell.domain)


def _told(row: DomainRow) -> Markup:
    warnings = row.cell.verdict.warnings if row.cell.verdict else ()
    since = (row.cell.verdict.since,) if row.cell.verdict and row.cell.verdict.since else ()
    pressing = row.cell.verdict is not None and row.cell.verdict.colour in PRESSING
    reason = el("span", " ".join((f"{row.cell.reason}.", *since, *warnings)), class_="late-words") if pressing or warnings else None
    when = anchor(row.reported, href=row.report_href, class_="linked small muted") if row.report_href else el("span", row.reported, class_="small muted")
    line = joined(el("span", f"{row.label}: ", class_="muted"), row.line, " ") if row.line else None
    return el("p", reason, " " if reason else None, line, when, None if row.line else _next(row), class_="told")


def _next(row: DomainRow) -> Markup:
    return el("span", f" · {row.next_due}", class_="small muted")


def _colours(say: Words, cell: DomainCell) -> Markup:
    verdict = cell.verdict
    reported = el("span", cell.letter, class_=f"letter said {cell.colour or ''}", aria_hidden="true")
    computed = joined(badge(verdict), " ", verdict.name, " · ") if verdict else None
    said = el("span", say("reported"), " ", reported, " ", cell.colour_words.lower(), class_="nowrap stale" if cell.stale else "nowrap")
    return el("div", computed, said, class_="small")
