"""Tables as CSV that a spreadsheet opens as it should, in either language."""

import pandas as pd

from integration.model.text import Language

RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: pd.DataFrame, language: Language) -> bytes:
    """The table as CSV with a byte-order mark; semicolons and decimal commas in Dutch, as Dutch spreadsheets expect."""
    safe = table.map(_safe)
    separator, decimal = (";", ",") if language == "nl" else (",", ".")
    return str(safe.to_csv(index=False, sep=separator, decimal=decimal, date_format="%Y-%m-%d")).encode("utf-8-sig")


def _safe(value: object) -> object:
    # A spreadsheet would run text that starts like a formula.
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value
