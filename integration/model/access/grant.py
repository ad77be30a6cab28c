"""Grants: who may see or do what, on which partnerships, as of when; what a request may is the union of its grants."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from integration.model.access.ability import ABILITIES_OF, Ability, Role

Part = Literal["owners", "notes", "confidence", "remarks"]
PARTS: tuple[Part, ...] = ("owners", "notes", "confidence", "remarks")

Content = Literal["milestones", "meetings", "progress", "reports", "register", "foundation"]
# Where each is on screen, the page that shows most of it first.
SHOWN_ON: Mapping[Content, tuple[str, ...]] = {
    "milestones": ("partnership", "timeline", "domain"),
    "meetings": ("partnership", "portfolio", "meeting", "agenda"),
    "progress": ("portfolio", "partnership", "domain"),
    "reports": ("partnership",),
    "register": ("register",),
    "foundation": ("foundation",),
}
# Pages that show what other pages do, to whoever may see anything of that kind, and a page that tells of nobody's work.
SEARCH, HELP = "search", "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What one membership or one link gives; None means every partnership, every page, every day."""

    role: Role
    partnerships: frozenset[str] | None = None
    pages: frozenset[str] | None = None
    domain: str = ""
    thing: str = ""
    hides: frozenset[str] = frozenset()
    as_of: datetime | None = None
    link: str = ""
    until: datetime | None = None

    def gives(self, ability: Ability, about: str = "") -> bool:
        """Whether it gives the ability on this partnership; where none is named, writing asks for a grant over all."""
        if ability not in ABILITIES_OF[self.role]:
            return False
        if about:
            return self.covers(about)
        return self.partnerships is None or ability.startswith("read") or ability == "share"

    def covers(self, about: str) -> bool:
        """Whether it is about this partnership."""
        return self.partnerships is None or about in self.partnerships


def on_page(grants: Iterable[Grant], page: str) -> tuple[Grant, ...]:
    """The grants that open this page."""
    return tuple(one for one in grants if opens(one, page))


def opens(grant: Grant, page: str) -> bool:
    """Whether a grant opens this page; where anything can be found, searching is open too, and how it all works is open to everybody."""
    if grant.pages is None or page in grant.pages or page == HELP:
        return True
    return page == SEARCH and not grant.thing and any(pages_showing(grant, content) for content in SHOWN_ON)


def pages_showing(grant: Grant, content: Content) -> tuple[str, ...]:
    """The pages of a grant that show this; whatever gives it otherwise than as a page (a calendar, a preview) gives what these would, or nothing."""
    shown = SHOWN_ON[content]
    return tuple(one for one in shown if grant.pages is None or one in grant.pages)


def in_domain(grants: Iterable[Grant], domain: str) -> tuple[Grant, ...]:
    """The grants that show this domain; "" asks for none in particular."""
    return tuple(one for one in grants if not domain or one.domain in ("", domain))


def as_known_on(grants: Iterable[Grant], moment: datetime | None) -> tuple[Grant, ...]:
    """The grants that show this moment (None is now): a guest sees now or the frozen moment, and no other."""
    return tuple(one for one in grants if one.role != "guest" or one.as_of == moment)


def seen_by(grants: Sequence[Grant]) -> frozenset[str] | None:
    """The ids of the partnerships these grants show; None for every one."""
    if any(one.partnerships is None for one in grants):
        return None
    return frozenset().union(*(one.partnerships or () for one in grants))


def hidden_by(grants: Iterable[Grant], about: str) -> frozenset[str]:
    """The parts of one partnership that every grant on it hides."""
    covering = [one.hides for one in grants if one.covers(about)]
    return frozenset.intersection(*covering) if covering else frozenset(PARTS)
