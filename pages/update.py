"""Update: a lead's two minutes a week — milestones, check-in, depth, and the plan itself."""

import streamlit as st

from integration.services.portfolio import partnership, portfolio
from integration.ui.access.first_day import first_day_line
from integration.ui.changes.history_drawer import past_links
from integration.ui.exchange.webhooks import update_webhooks
from integration.ui.forms.address_bar import asked
from integration.ui.forms.messages import say_saved
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading
from integration.ui.plan.update.archive import archive_form
from integration.ui.plan.update.baseline import update_baseline
from integration.ui.plan.update.check_in import update_check_in
from integration.ui.plan.update.depth import update_depth
from integration.ui.plan.update.holidays import update_holidays
from integration.ui.plan.update.milestone import update_milestone
from integration.ui.plan.update.partnership import update_partnership
from integration.ui.plan.update.saves import update_saves
from integration.ui.plan.update.scenarios import update_scenarios
from integration.ui.plan.update.tabs import TABS, update_heading
from integration.ui.plan.week.week import update_week
from integration.ui.portfolio.place_cards import choose_place

with open_page(needs="read partnership") as visit:
    say, code, tab = visit.reader.say, st.query_params.get("p", ""), asked("tab", TABS, "plan")
    if not code:
        begins = visit.may("edit partnership")
        heading(say("Update"), say("Choose the partnership you lead, or begin a new one.") if begins else say("Choose the partnership you lead."))
        first_day_line(visit)
        say_saved(visit)
        choose_place(visit, portfolio.read(visit), "update")
        if begins:
            st.subheader(say("Begin a new partnership"))
            update_partnership(visit, None)
    else:
        dossier = partnership.read(visit, code)
        visit.require("update plan", dossier.partnership.id)
        update_heading(visit, dossier.partnership, tab)
        first_day_line(visit)
        if tab != "plan":
            say_saved(visit, dossier.partnership)
        match tab:
            case "plan":
                update_week(visit, dossier.partnership.code)
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
            case "saves":
                update_saves(visit, dossier)
            case "partnership":
                update_partnership(visit, dossier.partnership)
                update_holidays(visit, dossier.partnership)
                update_webhooks(visit, dossier.partnership)
                past_links(visit, dossier, {"holidays": say("History of the holidays"), "scenarios": say("History of the scenarios")})
                archive_form(visit, dossier.partnership)
