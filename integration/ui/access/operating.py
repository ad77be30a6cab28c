"""How this server is doing: its version, store and backups, and the work it does by its own clock."""

import streamlit as st

from integration.services.core.visit import Visit
from integration.services.operating.overview import Overview, Work
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.table import table
from integration.views.access.operating import facts, work_row, work_table
from integration.views.kit.table import Cell


def show_operating(visit: Visit, found: Overview) -> None:
    """The lines and the table."""
    reader = visit.reader
    st.subheader(reader.say("How this server is doing"))
    lines = [f"Ineen {found.version}", *facts(reader, (found.size, found.free, found.changes), found.backup, found.growth, found.mails)]
    show(el("ul", *(el("li", line) for line in lines)), key="server")
    show(table(visit.language, work_table(reader, [_row(visit, one) for one in found.works])), key="timed-work")


def _row(visit: Visit, one: Work) -> tuple[Cell, Cell, Cell, Cell]:
    run = one.run
    outcome = (run.outcome.done, run.outcome.failed, run.outcome.reason) if run else (0, 0, "")
    return work_row(visit.reader, one.name, run.ran_at if run else None, outcome, one.next_at)
