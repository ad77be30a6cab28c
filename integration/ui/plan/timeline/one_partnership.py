"""The timeline of one partnership: five ways to look at the same plan, each with its own address."""

from collections.abc import Callable

from integration.charts.timeline import timeline_chart, timeline_plot
from integration.measures.portfolio import Portfolio
from integration.services.core.visit import Visit
from integration.services.plan import baseline, holidays
from integration.services.portfolio import thresholds
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import el, nav_link
from integration.ui.kit.panels import nothing_here, small_print
from integration.ui.kit.still import address_asks
from integration.ui.kit.verdict import cliff_warning_list
from integration.ui.plan.timeline.baselines import show_baselines
from integration.ui.plan.timeline.calendar_list import calendar_list, month_list
from integration.ui.plan.timeline.critical_path import show_path
from integration.ui.plan.timeline.curve import show_curve
from integration.ui.plan.timeline.trend import show_trend
from integration.ui.portfolio.place import place
from integration.views.kit.address import address
from integration.views.plan.cliff_warning import cliff_warnings
from integration.views.plan.critical_path import tightness
from integration.views.plan.timeline import one_timeline
from integration.views.portfolio.partnership import milestone_table

SHOWS = ("calendar", "curve", "trend", "path", "baselines")


def timeline_tabs(visit: Visit, dossier: Dossier, tab: str) -> None:
    """Whose timeline it is, and the five ways to look at it."""
    say, code = visit.reader.say, dossier.partnership.code
    names = {
        "calendar": say("Calendar"),
        "curve": say("S-curve"),
        "trend": say("Milestone trend"),
        "path": say("Critical path"),
        "baselines": say("Baselines"),
    }
    kept = {"domain": address_asks().get("domain", "")}
    hrefs = {one: address(visit.reader, "timeline", p=code, show="" if one == SHOWS[0] else one, **kept) for one in SHOWS}
    links = (nav_link(names[one], href=hrefs[one], aria_current="page" if one == tab else None) for one in SHOWS)
    place(visit, dossier.partnership, el("nav", *links, class_="tabs", aria_label=say("Ways to look")))


def one_partnership(visit: Visit, dossier: Dossier, read: Portfolio, tab: str, group: str) -> None:
    """The way that the address asks for."""
    if not dossier.milestones:
        nothing_here(visit.reader.say("No milestone is planned here yet."))
        return
    ways: dict[str, Callable[[], None]] = {
        "calendar": lambda: _calendar(visit, dossier, read, group),
        "curve": lambda: show_curve(visit, dossier, read),
        "trend": lambda: show_trend(visit, dossier, group),
        "path": lambda: show_path(visit, dossier, group),
        "baselines": lambda: show_baselines(visit, dossier),
    }
    ways[tab]()


def _calendar(visit: Visit, dossier: Dossier, read: Portfolio, group: str) -> None:
    say, reader = visit.reader.say, visit.reader
    promises = baseline.promises(visit, dossier.partnership)
    promised = {line.milestone_id: line.due_on for line in promises[-1].lines} if promises else {}
    tight = tightness(dossier.milestones, visit.today, thresholds.read(visit).near_critical)
    known = holidays.read(visit, dossier.partnership)
    closed = [(one.name.reading(visit.language).words, one.first_on, one.last_on) for one in known if one.first_on and one.last_on]
    name = str(dossier.partnership.name.reading(visit.language))
    view = one_timeline(reader, name, dossier.milestones, group, promised, tight, closed)
    if not view.bars:
        nothing_here(say("No milestone is planned here yet."))
        return
    plot = timeline_plot(say, view, visit.today)
    picture = Chart("gantt", f"{name} – {view.in_words}", view.in_words, lambda width: timeline_chart(say, view, plot, width), plot)
    chart(visit, picture, month_list(visit, view))
    signs = say("◆ key milestone · ● on the critical path, ◍ nearly")
    small_print(signs, "timeline-note")
    if read.timed:
        found = cliff_warnings(reader, read.timed.cliffs, read.partnerships.loc[[dossier.partnership.id]])
        if deciding := cliff_warning_list(say, [(one, 0) for one in found], named=False):
            show(deciding, key="deciding")
    calendar_list(visit, view)
    download_table(visit, lambda: milestone_table(reader, dossier.milestones, read), f"timeline-{dossier.partnership.code}")
