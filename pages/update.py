"""Update: a lead's two minutes a week — milestones, check-in, depth, and the plan itself."""

import streamlit as st

from integration.services import partnership, portfolio
from integration.ui.address_bar import asked
from integration.ui.drawer import past_links
from integration.ui.page import open_page
from integration.ui.panels import heading
from integration.ui.partnership_choice import choose_partnership
from integration.ui.said import say_saved
from integration.ui.update_baseline import update_baseline
from integration.ui.update_check_in import update_check_in
from integration.ui.update_depth import update_depth
from integration.ui.update_holidays import update_holidays
from integration.ui.update_milestone import update_milestone
from integration.ui.update_partnership import update_partnership
from integration.ui.update_plan import update_plan
from integration.ui.update_scenarios import update_scenarios
from integration.ui.update_tabs import TABS, update_heading

with open_page(needs="read partnership") as visit:
    say, code, tab = visit.reader.say, st.query_params.get("p", ""), asked("tab", TABS, "plan")
    if not code:
        begins = visit.may("edit partnership")
        heading(say("Update"), say("Choose the partnership you lead, or begin a new one.") if begins else say("Choose the partnership you lead."))
        say_saved(visit)
        choose_partnership(visit, portfolio.read(visit))
        if begins:
            st.subheader(say("Begin a new partnership"))
            update_partnership(visit, None)
    else:
        dossier = partnership.read(visit, code)
        visit.require("update plan", dossier.partnership.id)
        update_heading(visit, dossier.partnership, tab)
        say_saved(visit)
        match tab:
            case "plan":
                update_plan(visit, dossier)
            case "check-in":
                update_check_in(visit, dossier)
            case "depth":
                update_depth(visit, dossier)
            case "milestone":
                update_milestone(visit, dossier)
            case "baseline":
                update_baseline(visit, dossier)
            case "scenarios":
                update_scenarios(visit, dossier)
            case "partnership":
                update_partnership(visit, dossier.partnership)
                update_holidays(visit, dossier.partnership)
                past_links(visit, dossier, {"holidays": say("History of the holidays"), "scenarios": say("History of the scenarios")})
