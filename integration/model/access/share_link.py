"""Share links: a part of the portfolio behind one address, for whoever holds it, until it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from integration.errors import Problem
from integration.model.access.grant import PARTS, Grant
from integration.model.domain import DOMAINS
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT, Language

LinkKind = Literal["portfolio", "partnership", "domain", "foundation", "page"]
OPENS: Mapping[LinkKind, frozenset[str]] = {
    "portfolio": frozenset({"portfolio", "partnership", "domain", "timeline"}),
    "partnership": frozenset({"partnership", "timeline"}),
    "domain": frozenset({"domain"}),
    "foundation": frozenset({"foundation", "mirror"}),
    "page": frozenset(),
}
LinkState = Literal["live", "paused", "revoked"]
SHAREABLE = frozenset({"portfolio", "partnership", "domain", "timeline", "foundation", "mirror", "register", "pack", "agenda"})
# Frozen words that cannot be narrowed: shown whole or not at all.
WHOLE = frozenset({"pack", "agenda"})
USUAL_DAYS, MOST_DAYS, WARN_DAYS = 90, 730, 7
# Who ended a link may think again for so long; a few seconds more, for the way there and back.
UNDO, UNDO_KEPT = timedelta(seconds=10), timedelta(seconds=15)
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
PIN_LENGTH, USUAL_PIN, MOST_WRONG = (4, 12), 6, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink(Record):
    """One link. `query` is the address it opens, `thing` the one pack or meeting on it, `as_of` the moment it is frozen at; its secret is kept as a hash."""

    kind: LinkKind
    page: str
    query: str = ""
    partnerships: tuple[str, ...]
    domain: str = ""
    thing: str = ""
    as_of: datetime | None = None
    language: Language = "nl"
    hides: tuple[str, ...] = ()
    expires_at: datetime
    state: LinkState = "live"
    token_hash: str = ""
    pin_hash: str = ""
    note: str = ""
    made_by: str = ""
    made_at: datetime

    @property
    def mark(self) -> str:
        """Five signs of its own, by which two links of the same view are told apart."""
        number = int.from_bytes(sha256(self.id.encode()).digest()[:8])
        return "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in range(5))

    @property
    def pages(self) -> frozenset[str]:
        """The pages it opens."""
        return OPENS[self.kind] | {self.page}

    def opens(self, now: datetime) -> bool:
        """Whether it opens anything at this moment."""
        return self.state == "live" and not self.removed and now < self.expires_at

    def ends_soon(self, now: datetime) -> bool:
        """Whether it still opens and will end within a week."""
        return self.opens(now) and self.expires_at - now <= timedelta(days=WARN_DAYS)

    def grant(self) -> Grant:
        """What it gives to whoever holds it."""
        return Grant(
            role="guest",
            partnerships=frozenset(self.partnerships),
            pages=self.pages,
            domain=self.domain,
            thing=self.thing,
            hides=frozenset(self.hides),
            as_of=self.as_of,
            link=self.id,
            until=self.expires_at,
        )


def link_problems(link: ShareLink, pin: str, now: datetime) -> list[Problem]:
    """Every rule that this link breaks, in the words of the form."""
    problems = []
    if link.kind not in OPENS or link.page not in SHAREABLE:
        problems.append(Problem("page", "This page cannot be shared by a link."))
    if not link.partnerships:
        problems.append(Problem("partnerships", "There is nothing to share here; choose at least one partnership."))
    if link.domain and link.domain not in DOMAINS:
        problems.append(Problem("domain", "Choose one of the four domains."))
    if not set(link.hides) <= set(PARTS):
        problems.append(Problem("hides", "Choose the parts to leave out from the list."))
    if link.page == "pack" and link.hides:
        problems.append(Problem("hides", "A published pack is shown whole; leave nothing out, or share another page."))
    if link.page == "agenda" and link.hides:
        problems.append(Problem("hides", "An agenda is shown whole; leave nothing out, or share another page."))
    if link.page == "agenda" and not link.thing:
        problems.append(Problem("page", "Prepare the meeting first: then its agenda can be shared."))
    if not now < link.expires_at <= now + timedelta(days=MOST_DAYS + 1):
        problems.append(Problem("expires_at", "Choose a last day between tomorrow and two years from now."))
    if pin and not (pin.isascii() and pin.isdigit() and PIN_LENGTH[0] <= len(pin) <= PIN_LENGTH[1]):
        problems.append(Problem("pin", "Choose a PIN of {least} to {most} digits, or leave it empty.", least=PIN_LENGTH[0], most=PIN_LENGTH[1]))
    if len(link.note) > TITLE_LIMIT:
        problems.append(Problem("note", "Shorten this text to {limit} characters at most.", limit=TITLE_LIMIT))
    return problems


def plain_pin(typed: str) -> str:
    """A PIN as it was meant: spaces that people type between digits do not count."""
    return "".join(typed.split())
