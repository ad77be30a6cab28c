"""Downloads: a table as a file, made only when somebody asks for it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from integration.errors import NotShared
from integration.exchange.table import csv_bytes
from integration.i18n.words import words_in
from integration.services.visit import Visit


def download_table(visit: Visit, table: Callable[[], pd.DataFrame], name: str) -> None:
    """A button that downloads the table as CSV, named after what it holds and the day."""

    granted = visit.grants

    def made() -> bytes:
        # A page that stays open may outlive what it was opened with, and so may the rows that were read for it.
        if not granted or visit.grants != granted:
            raise NotShared
        visit.note("export", name)
        return csv_bytes(table(), visit.language)

    st.download_button(
        words_in(visit.language)("Download as CSV"),
        data=made,
        file_name=f"ineen-{name}-{visit.today.isoformat()}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{name}",
        type="tertiary",
    )
