"""Downloads: a table as a file, made only when somebody asks for it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from integration.errors import NotShared
from integration.exchange.table import csv_bytes
from integration.exchange.workbook import xlsx_bytes
from integration.i18n.words import words_in
from integration.services.core.visit import Visit

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_table(visit: Visit, table: Callable[[], pd.DataFrame], name: str) -> None:
    """Buttons that download the table as CSV and as an Excel workbook, named after what it holds and the day."""
    say = words_in(visit.language)
    with st.container(horizontal=True):
        _download(visit, say("Download as CSV"), lambda: csv_bytes(table(), visit.language), name, "csv", "text/csv")
        _download(visit, say("Download for Excel"), lambda: xlsx_bytes(table(), name), name, "xlsx", EXCEL)


def _download(visit: Visit, label: str, make: Callable[[], bytes], name: str, ending: str, mime: str) -> None:
    granted = visit.grants

    def made() -> bytes:
        # A page that stays open may outlive what it was opened with, and so may the rows that were read for it.
        if not granted or visit.grants != granted:
            raise NotShared
        visit.note("export", name)
        return make()

    st.download_button(
        label,
        data=made,
        file_name=f"ineen-{name}-{visit.today.isoformat()}.{ending}",
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{name}-{ending}",
        type="tertiary",
    )
