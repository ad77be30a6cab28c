"""Addresses: where a page lives and what its address says, so that a link reproduces what it shows."""

from urllib.parse import urlencode

from integration.views.kit.reader import Reader


def address(reader: Reader, page: str, /, **asked: object) -> str:
    """The address of a page with the reader's language and past day; what is empty is left out. "" where this reader may not go."""
    if not reader.reach.leads_to(page, history=bool(asked.get("history"))):
        return ""
    named = {name: str(value) for name, value in asked.items() if value not in (None, "", ())}
    query = urlencode({**named, "lang": reader.language})
    return f"/{page}?{query}" + (f"&asof={reader.reach.day}" if reader.reach.day is not None and "asof" not in asked else "")
