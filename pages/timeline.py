"""Timeline: milestones on the calendar of school years, the S-curve, the milestone trend, the critical path and the baselines."""

from integration.charts.timeline import timeline_chart, timeline_plot
from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.services.plan import timeline
from integration.services.portfolio import partnership, portfolio
from integration.ui.forms.address_bar import asked, asked_number, choice
from integration.ui.forms.partnership_choice import choose_partnership
from integration.ui.frame.page import open_page
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.pager import pager
from integration.ui.kit.panels import heading, nothing_here, nothing_yet
from integration.ui.kit.still import address_asks, beside
from integration.ui.plan.timeline.calendar_list import calendar_counts
from integration.ui.plan.timeline.one_partnership import SHOWS, one_partnership, timeline_tabs
from integration.views.plan.timeline import SHOWN, all_table, all_timeline
from integration.views.portfolio.portfolio import pages_of

with open_page(needs="read partnership") as visit:
    say, read, reader = visit.reader.say, portfolio.read(visit), visit.reader
    code, group, tab = address_asks().get("p", ""), asked("domain", GROUPS), asked("show", SHOWS, "calendar")
    page = min(asked_number("page"), pages_of(len(read.partnerships), SHOWN))
    dossier = partnership.read(visit, code) if code else None

    if dossier:
        timeline_tabs(visit, dossier, tab)
    else:
        facts = timeline.read(visit)
        view = all_timeline(reader, facts, read, group, page)
        heading(view.title, f"{view.subtitle} · {view.in_words}")
    with beside():
        if not dossier:
            choose_partnership(visit, read, say("All partnerships"))
        if not dossier or tab not in ("curve", "baselines"):
            choice(say("Domain"), "domain", ["", *GROUPS], group, lambda one: group_name(say, one) if one else say("All domains"))
    if dossier:
        one_partnership(visit, dossier, read, tab, group)
    elif not len(read.partnerships):
        nothing_yet(visit)
    elif not view.marks:
        nothing_here(say("No milestone is planned here yet."))
    else:
        plot = timeline_plot(say, view, visit.today)
        chart(visit, Chart("gantt", f"{view.title}: {view.in_words}", view.in_words, lambda width: timeline_chart(say, view, plot, width), plot))
        pager(visit, "timeline", pages_of(view.total, SHOWN), page)
        calendar_counts(visit, view)
        download_table(visit, lambda: all_table(reader, facts, read, group), "timelines")
