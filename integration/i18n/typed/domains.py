"""Domains by their name in either language."""

from functools import cache

from integration.errors import Problem
from integration.i18n.labels import group_name
from integration.i18n.typed.cell import folded, one_line, short
from integration.i18n.words import words_in
from integration.model.domain import GROUPS, Group
from integration.model.text import LANGUAGES


@cache
def _names() -> dict[str, Group]:
    return {folded(group_name(words_in(language), one)): one for language in LANGUAGES for one in GROUPS} | {folded(one): one for one in GROUPS}


def typed_domain(words: str) -> Group | Problem:
    """The domain that somebody typed, or a sentence where it is none of them."""
    said = one_line(words)
    if found := _names().get(folded(said)) or _names().get(folded(said).replace(" ", "")):
        return found
    if not said:
        return Problem("", "Choose the domain.")
    return Problem("", "“{value}” is none of the domains; choose one of them.", value=short(said))
