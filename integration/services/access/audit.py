"""The audit: who did what and when, for administrators; single events are kept a set time and then counted by month."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from integration.access.seal import SKEW
from integration.model.access.share_link import MOST_DAYS
from integration.services.access import pin, sign_in
from integration.services.core.identity import SESSION_LIFE
from integration.services.core.visit import Visit
from integration.settings import audit_days
from integration.storage.core import event

PAGE = 50
# Without these a session that ended would live again, a sign-in link work twice, and wrong PINs never add up.
KEEP_SHUT = {
    event.ENDED: SESSION_LIFE,
    sign_in.ENTERED: sign_in.LONGEST,
    pin.WRONG: timedelta(days=MOST_DAYS),
    pin.FORGIVEN: timedelta(days=MOST_DAYS),
}


@dataclass(frozen=True, slots=True)
class Trail:
    """One page of the audit, newest first, with how much there is, the verbs to choose from, and what is only counted by now."""

    rows: pd.DataFrame
    total: int
    verbs: tuple[str, ...]
    months: tuple[tuple[date, str, int], ...]


def read(visit: Visit, words: str, verb: str, page: int) -> Trail:
    """A page of the audit; an empty verb is all of them."""
    visit.require("read audit")
    with visit.reading() as cursor:
        rows, total = event.audit(cursor, words.strip(), verb, PAGE, (page - 1) * PAGE)
        return Trail(rows, total, tuple(event.verbs(cursor)), tuple(event.by_month(cursor)))


def everything(visit: Visit, words: str, verb: str) -> pd.DataFrame:
    """The whole audit that matches, to download."""
    visit.require("read audit")
    with visit.reading() as cursor:
        return event.audit(cursor, words.strip(), verb, 1_000_000, 0)[0]


def thin(visit: Visit) -> int:
    """Count what is older than the settings allow, and let go of it; what keeps a door shut stays while anything could come through it."""
    visit.require("manage people")
    shut = {verb: visit.now - life - SKEW for verb, life in KEEP_SHUT.items()}
    return event.thin(visit.database, visit.now - timedelta(days=audit_days()), shut)


def days_kept() -> int:
    """Days that single events are kept."""
    return audit_days()
