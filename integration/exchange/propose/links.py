"""Links: what tasks wait for, as programs write it: 3, 3FS+2d, 3EB+2 dagen, HAV-1."""

import re
from collections.abc import Collection

from integration.exchange.propose.line import Link

KINDS = {"FS": "FS", "SS": "SS", "FF": "FF", "SF": "SF", "EB": "FS", "BB": "SS", "EE": "FF", "BE": "SF"}
WRITTEN = re.compile(r"(.+?)\s*(FS|SS|FF|SF|EB|BB|EE|BE)?\s*([+-]\s*\d+[.,]?\d*\s*\w*\??)?", re.I)


def links_in(words: str, known: Collection[str], ours: bool = False) -> tuple[Link, ...]:
    """The links that a cell names; what is known as a whole is never taken apart."""
    if words in known:
        return (Link(words),)
    parts = [one.strip() for one in re.split("," if ours else r"[;,\n]", words)]
    return tuple(_link(one, known) for one in parts if one)


def _link(words: str, known: Collection[str]) -> Link:
    found = WRITTEN.fullmatch(words)
    if words in known or not found:
        return Link(words)
    # “+2 dagen” is a lag, and a code may hold a hyphen and a number itself.
    kind = KINDS.get((found[2] or "").upper(), "FS")
    if found[1] in known or found[2]:
        return Link(found[1].strip(), kind, (found[3] or "").replace(" ", ""))
    return Link(words)
