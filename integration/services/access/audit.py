"""The audit: who did what and when, for administrators; single events are kept a set time and then counted by month."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from integration.services.core.visit import Visit
from integration.settings import audit_days
from integration.storage.core import event

PAGE = 50


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
    """Count what is older than the settings allow, and let go of it."""
    visit.require("manage people")
    return event.thin(visit.database, visit.now - timedelta(days=audit_days()))


def days_kept() -> int:
    """Days that single events are kept."""
    return audit_days()
