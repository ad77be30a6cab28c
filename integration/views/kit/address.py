"""Addresses: where a page lives and what its address says, so that a link reproduces what it shows."""

from urllib.parse import urlencode

from integration.model.text import Language


def address(page: str, language: Language, /, **asked: object) -> str:
    """The address of a page; what is empty is left out, the language never is."""
    named = {name: str(value) for name, value in asked.items() if value not in (None, "", ())}
    return f"/{page}?{urlencode({**named, 'lang': language})}"
