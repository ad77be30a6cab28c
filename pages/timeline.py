"""Timeline: milestones of one partnership or of all on the calendar, between school-year starts."""

import streamlit as st

from integration.charts.timeline import timeline_chart
from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.services import partnership, portfolio, timeline
from integration.ui.address_bar import asked, asked_number, choice
from integration.ui.calendar_list import calendar_counts, calendar_list
from integration.ui.charts import chart
from integration.ui.downloads import download_table
from integration.ui.page import open_page
from integration.ui.pager import pager
from integration.ui.panels import heading, nothing_here, nothing_yet, small_print
from integration.ui.partnership_choice import choose_partnership
from integration.views.partnership import milestone_table
from integration.views.portfolio import pages_of
from integration.views.timeline import SHOWN, all_table, all_timeline, one_timeline

with open_page(needs="read partnership") as visit:
    say, read, reader = visit.reader.say, portfolio.read(visit), visit.reader
    code, group = st.query_params.get("p", ""), asked("domain", GROUPS)
    page = min(asked_number("page"), pages_of(len(read.partnerships), SHOWN))
    if code:
        dossier = partnership.read(visit, code)
        view = one_timeline(reader, str(dossier.partnership.name.reading(visit.language)), dossier.milestones, group)
    else:
        facts = timeline.read(visit)
        view = all_timeline(reader, facts, read, group, page)

    heading(view.title, f"{view.subtitle} · {view.in_words}")
    with st.container(horizontal=True):
        choose_partnership(visit, read, say("All partnerships"))
        choice(say("Domain"), "domain", ["", *GROUPS], group, lambda one: group_name(say, one) if one else say("All domains"))
    if not len(read.partnerships):
        nothing_yet(visit)
    elif not view.bars and not view.marks:
        nothing_here(say("No milestone is planned here yet."))
    else:
        chart(lambda dark, narrow: timeline_chart(say, view, visit.today, dark, narrow), "gantt", view.in_words)
    if code and view.bars:
        small_print(say("◆ critical · ◇ expected, or done, on another day than planned"), "timeline-note")
        calendar_list(visit, view)
        download_table(visit, lambda: milestone_table(reader, dossier.milestones, read), f"timeline-{code}")
    elif view.marks:
        pager(visit, "timeline", pages_of(view.total, SHOWN), page)
        calendar_counts(visit, view)
        download_table(visit, lambda: all_table(reader, facts, read, group), "timelines")
