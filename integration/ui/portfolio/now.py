"""A partnership now, as markup: where it stands, what is asked of its committee, and a row per domain."""

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


def show_now(standing: Markup, asked: Markup) -> None:
    """Where it stands, beside what is asked."""
    show(el("div", standing, asked, class_="now"), key="now")


def standing_panel(visit: Visit, view: ScheduleView, curve: CurveView, limits: Thresholds) -> Markup:
    """Delivered beside planned in words and as a small curve, when it is expected to end, and why it has its colour."""
    say, why = visit.reader.say, view.why
    headline = el("p", view.headline or view.verdict.reason, class_="headline")
    finish = el("p", view.finish, ".", class_="muted") if view.finish else None
    notes = (el("p", words, class_="late-words small") for words in view.notes)
    folds = why_fold(say, why.rules, why.milestones, why.more, why.terms, rules(say, visit, limits))
    also = el("p", " · ".join(f"{label.lower()} {value}" for label, value, _ in view.numbers[2:]), class_="small muted")
    words = el("div", headline, el("p", view.sentence), finish, *notes, also)
    body = el("div", words, small_curve(visit, curve), class_="beside")
    return el("section", el("h2", say("Plan against reality")), body, folds, class_=f"panel {view.verdict.colour}")


def asked_panel(visit: Visit, code: str, needs: Sequence[SteeringLine], steering: SteeringView | None, deciding: Markup | None) -> Markup:
    """The decisions that wait (none is told to who may not read the register), what the lead needs, and what to decide before when."""
    say = visit.reader.say
    waiting = steering.waiting if steering else 0
    lines = lines_of((*(steering.decisions if steering else ()), *needs), False, say("Nothing is asked now."))
    register = anchor(say("To the register"), href=address(visit.reader, "register", p=code, show="decisions"), class_="linked")
    waits = el("p", say.plural("{n} decision waits", "{n} decisions wait", waiting), " · ", register, class_="small") if waiting else None
    papers = nav_link(say("Papers of the meetings"), href=address(visit.reader, "pack", p=code), class_="linked")
    read = el("p", papers, class_="small") if papers else None
    return el("section", el("h2", say("Asked of the committee")), lines, waits, deciding, read, class_="panel")


def show_domains(visit: Visit, rows: Sequence[DomainRow]) -> None:
    """The four domains, a row each."""
    say = visit.reader.say
    show(joined(el("h2", say("The four domains")), el("ul", *(_row(say, one) for one in rows), class_="domain-rows")), key="domains")


def _row(say: Words, row: DomainRow) -> Markup:
    cell = row.cell
    name = el("h3", anchor(cell.name, href=row.href, class_="name"))
    late = el("div", f"▲ {cell.overdue_words}", class_="late-words small") if cell.overdue else None
    planned = f" {say('delivered')} · {say('planned by now {due}', due=cell.due_words)}"
    numbers = el("div", el("strong", cell.delivered_words), el("span", planned, class_="small muted"), late)
    depth = el("div", anchor(depth_pips(cell.levels, cell.depth_words), href=row.depth_href if cell.levels else "", title=cell.depth_names), class_="ladder")
    report = anchor(row.reported, href=row.report_href, class_="linked") if row.report_href else row.reported
    line = el("p", el("span", f"{row.label}: ", class_="muted"), row.line, " ") if row.line else None
    told = el("div", line, el("p", report, el("span", " · ", row.next_due, class_="wide" if row.line else None), class_="small muted"))
    return el("li", el("div", name, _colours(say, cell)), el("div", numbers, delivered_bar(cell.delivered, cell.due)), depth, told)


def _colours(say: Words, cell: DomainCell) -> Markup:
    verdict = cell.verdict
    reported = el("span", cell.letter, class_=f"letter said {cell.colour or ''}", aria_hidden="true")
    computed = joined(badge(verdict), " ", verdict.name, " · ") if verdict else None
    said = el("span", say("reported"), " ", reported, " ", cell.colour_words.lower(), class_="nowrap stale" if cell.stale else "nowrap")
    warnings = (el("div", f"▲ {words}", class_="late-words") for words in verdict.warnings) if verdict else ()
    return el("div", computed, said, el("div", verdict.reason, class_="muted") if verdict and verdict.colour in PRESSING else None, *warnings, class_="small")
