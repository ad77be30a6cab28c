"""Partnership: who works together, how the four domains stand, what is planned and what was said."""

import streamlit as st

from integration.charts.depth import depth_chart
from integration.services import partnership, portfolio
from integration.ui.charts import chart
from integration.ui.dossier import change_list, domain_cards, dossier_heading, milestone_groups, report_list
from integration.ui.downloads import download_table
from integration.ui.page import open_page
from integration.ui.panels import heading, nothing_yet
from integration.ui.partnership_choice import choose_partnership
from integration.views.partnership import milestone_table, partnership_view

with open_page(needs="read partnership") as visit:
    say, read = visit.reader.say, portfolio.read(visit)
    if not st.query_params.get("p"):
        heading(say("Partnership"), say("Choose the partnership you want to see."))
        choose_partnership(visit, read) if len(read.partnerships) else nothing_yet(visit)
    else:
        dossier = partnership.read(visit, st.query_params["p"])
        pairs = [(change.before, change.after) for change in dossier.changes]
        view = partnership_view(visit.reader, dossier.partnership, dossier.milestones, dossier.depths, dossier.check_ins, pairs, read)

        dossier_heading(visit, view)
        domain_cards(visit, view.cards)
        st.subheader(say("How deep the domains are merged"))
        cells = [card.cell for card in view.cards]
        chart(lambda dark, narrow: depth_chart(say, cells, dark, narrow), "depth", "; ".join(f"{cell.name}: {cell.depth_names}" for cell in cells))
        milestone_groups(visit, view.groups)
        download_table(visit, lambda: milestone_table(visit.reader, dossier.milestones, read), f"milestones-{dossier.partnership.code}")
        left, right = st.columns(2, gap="large")
        with left:
            report_list(visit, view.reports)
        with right:
            change_list(visit, view.changes)
