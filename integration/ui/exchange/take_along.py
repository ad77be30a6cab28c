"""Taking the plan along: files that come back unchanged, or edited."""

import streamlit as st

from integration.exchange.calendar import plan_ics
from integration.exchange.plan_file import plan_csv, plan_json, plan_xlsx
from integration.exchange.plan_project import plan_mspdi
from integration.exchange.workbook import book_bytes
from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.services.exchange.everything import everything
from integration.services.portfolio import partnership as partnerships
from integration.ui.kit.downloads import EXCEL, File, downloads


def take_everything(visit: Visit) -> None:
    """Every partnership that somebody works on, as one workbook with a sheet for each kind of thing; made when it is asked for."""
    if not visit.may("read history"):
        return
    name = f"ineen-{visit.today.isoformat()}.xlsx"
    downloads(visit, File(visit.reader.say("Everything as one workbook"), name, EXCEL, lambda: book_bytes(everything(visit)), "everything"), key="everything")


def take_along(visit: Visit, partnership: Partnership) -> None:
    """The whole plan as a workbook, zipped CSV and JSON, and for MS Project and calendars, each made when it is asked for."""
    say, name = visit.reader.say, f"ineen-{partnership.code}-{visit.today.isoformat()}"
    groups = {one: group_name(say, one) for one in GROUPS}
    st.subheader(say("Take the plan along"))

    def read() -> partnerships.Dossier:
        return partnerships.read(visit, partnership.code)

    downloads(
        visit,
        File(say("Download for Excel"), f"{name}.xlsx", EXCEL, lambda: plan_xlsx(read().milestones, read().names, partnership.code), "plan"),
        File(say("Download as CSV"), f"{name}.zip", "application/zip", lambda: plan_csv(read().milestones, read().names), "plan"),
        File(say("Download as JSON"), f"{name}.json", "application/json", lambda: plan_json(partnership, read().milestones, read().names), "plan"),
        File(
            say("Download for MS Project"),
            f"{name}.xml",
            "application/xml",
            lambda: plan_mspdi(partnership.code, read().milestones, groups, read().names, visit.language),
            "plan",
        ),
        File(
            say("Download as a calendar"),
            f"{name}.ics",
            "text/calendar",
            lambda: plan_ics(partnership.code, read().milestones, visit.language, visit.now),
            "plan",
        ),
        key="plan-along",
    )
