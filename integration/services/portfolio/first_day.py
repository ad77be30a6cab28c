"""The first day: what a new installation still lacks, told by what is stored and not by what somebody ticked."""

from dataclasses import dataclass
from typing import Literal

from integration.model.access.share_link import ShareLink
from integration.services.core.visit import Visit
from integration.storage.core.records import latest
from integration.storage.organisation import organisations, people
from integration.storage.partnership import codes_in_use, holds_any

Step = Literal["organisations", "people", "partnership", "plan", "baseline", "check-in", "share"]
STEPS: tuple[Step, ...] = ("organisations", "people", "partnership", "plan", "baseline", "check-in", "share")
# With more partnerships than these nobody has a first day any more.
FEW = 3


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The steps that are done, and the code of the partnership that the others are about ("" before there is one)."""

    done: frozenset[Step]
    code: str

    @property
    def next(self) -> Step:
        """The first step that is not done."""
        return next(one for one in STEPS if one not in self.done)


def read(visit: Visit) -> FirstDay | None:
    """How far the first day is, for whoever manages people; None once everything was done, and with more than a few partnerships."""
    if not visit.may("manage people"):
        return None
    found = visit.remember_read("first steps", lambda: _stored(visit))
    return None if len(found.done) == len(STEPS) else found


def _stored(visit: Visit) -> FirstDay:
    with visit.reading() as cursor:
        codes = sorted(codes_in_use(cursor))
        if len(codes) > FEW:
            return FirstDay(frozenset(STEPS), codes[0])
        held = {
            "organisations": len(organisations(cursor)) > 1,
            "people": sum(bool(one.email) for one in people(cursor).values()) > 1,
            "partnership": bool(codes),
            "plan": holds_any(cursor, "milestone"),
            "baseline": holds_any(cursor, "baseline"),
            "check-in": holds_any(cursor, "check_in"),
            "share": bool(latest(cursor, ShareLink)),
        }
    return FirstDay(frozenset(one for one in STEPS if held[one]), codes[0] if codes else "")
