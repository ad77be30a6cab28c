"""Partnership: who works together, how the four domains stand, what is planned, what changed and what was reported."""

import streamlit as st

from integration.charts.depth import depth_chart
from integration.services.changes import history, since
from integration.services.mirror import mirror
from integration.services.portfolio import partnership, portfolio, thresholds
from integration.services.register import register
from integration.ui.changes.history_drawer import history_drawer
from integration.ui.changes.since_list import since_heading, since_one
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.charts import chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.kit.verdict import cliff_warning_list, schedule_panel
from integration.ui.portfolio.committee_lists import steering_panel
from integration.ui.portfolio.dossier import domain_cards, dossier_heading, milestone_groups, report_list
from integration.ui.portfolio.place_cards import choose_place
from integration.views.changes.history import history_view
from integration.views.changes.since import partnership_groups
from integration.views.portfolio.partnership import milestone_table, partnership_view

with open_page(needs="read partnership") as visit:
    say, read, limits = visit.reader.say, portfolio.read(visit), thresholds.read(visit)
    if not st.query_params.get("p"):
        heading(say("Partnerships"), say("What asks for most stands first."))
        choose_place(visit, read, "partnership") if len(read.partnerships) else nothing_yet(visit)
    else:
        dossier = partnership.read(visit, st.query_params["p"])
        portfolio.require_sound(visit, dossier.partnership)
        shared = mirror.shared_scores(visit).get(dossier.partnership.id)
        view = partnership_view(visit.reader, dossier.partnership, dossier.milestones, dossier.depths, dossier.check_ins, read, limits, shared)
        found = since.one(visit, dossier.partnership, asked_text("since"))
        [changed] = partnership_groups(visit.reader, [found], read)

        dossier_heading(visit, dossier, view)
        if thing := asked_text("history"):
            history_drawer(visit, history_view(visit.reader, history.read(visit, dossier, thing), dossier.names))
        if view.schedule:
            schedule_panel(visit, view.schedule, limits)
        if deciding := cliff_warning_list(say, [(one, 0) for one in view.cliff_warnings], named=False):
            show(deciding, key="deciding")
        if visit.may("read register", dossier.partnership.id):
            own = read.partnerships.loc[[dossier.partnership.id]]
            show(steering_panel(visit, register.steering(visit, own), dossier.partnership.code), key="steering")
        domain_cards(visit, view.cards)
        since_heading(visit, "partnership", asked_text("since") or since.MEETING, changed.since, found.day if found.held and visit.as_of is None else None)
        since_one(visit, changed)
        st.subheader(say("How deep the domains are merged"))
        cells = [card.cell for card in view.cards]
        chart(lambda dark, narrow: depth_chart(say, cells, dark, narrow), "depth", "; ".join(f"{cell.name}: {cell.depth_names}" for cell in cells))
        milestone_groups(visit, view.groups)
        download_table(visit, lambda: milestone_table(visit.reader, dossier.milestones, read), f"milestones-{dossier.partnership.code}")
        report_list(visit, view.reports)
