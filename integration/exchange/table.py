"""Tables as CSV that a spreadsheet opens as it should, in either language."""

import pandas as pd

from integration.model.text import Language, visible

RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: pd.DataFrame, language: Language) -> bytes:
    """The table as CSV with a byte-order mark; semicolons and decimal commas in Dutch, as Dutch spreadsheets expect."""
    safe = table.map(_safe)
    separator, decimal = (";", ",") if language == "nl" else (",", ".")
    return str(safe.to_csv(index=False, sep=separator, decimal=decimal, date_format="%Y-%m-%d")).encode("utf-8-sig")


def _safe(value: object) -> object:
    if not isinstance(value, str):
        return value
    # A bare carriage return would end the row for some readers, and begin another with whatever follows.
    text = visible(value.replace("\r\n", "\n"))
    # A spreadsheet would run text that starts like a formula.
    return (f"'{text}" if text.startswith(RISKY) else text).replace("\r", "\n")
