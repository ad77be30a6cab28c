"""The audit: who did what and when, for administrators; single events are kept a set time and then counted by month."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from integration.access.seal import SKEW
from integration.i18n.labels import role_name
from integration.i18n.words import Words
from integration.model.access.share_link import MOST_DAYS
from integration.services.access import pin, sign_in
from integration.services.core.identity import SESSION_LIFE
from integration.services.core.visit import Visit
from integration.settings import audit_days
from integration.storage.access import links
from integration.storage.core import event
from integration.storage.core.database import Cursor
from integration.storage.organisation import people
from integration.storage.partnership import partnership_facts

PAGE, MOST_MEANT = 50, 20
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ROLE = re.compile(r"([+-])(administrator|lead|steering)\b")
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
        rows, total = _rows_named(visit, cursor, words, verb, PAGE, (page - 1) * PAGE)
        return Trail(rows, total, tuple(event.verbs(cursor)), tuple(event.by_month(cursor)))


def everything(visit: Visit, words: str, verb: str) -> pd.DataFrame:
    """The whole audit that matches, to download."""
    visit.require("read audit")
    with visit.reading() as cursor:
        return _rows_named(visit, cursor, words, verb, 1_000_000, 0)[0]


def _rows_named(visit: Visit, cursor: Cursor, words: str, verb: str, limit: int, offset: int) -> tuple[pd.DataFrame, int]:
    """Rows of the audit, whose subjects name people, partnerships and links as they are called now; an erased person is called nothing."""
    codes = {str(one): str(code) for one, code in partnership_facts(cursor).code.items()}
    known = {one.id: one.name for one in people(cursor).values()} | codes | {one.id: f"/{one.page}" for one in links(cursor)}
    wanted = words.strip()
    meant = [one for one, name in known.items() if wanted and wanted.casefold() in name.casefold()][:MOST_MEANT]
    rows, total = event.audit(cursor, wanted, verb, limit, offset, meant)
    rows["subject"] = [_named(visit.reader.say, known, one) for one in rows.subject]
    return rows, total


def _named(say: Words, known: Mapping[str, str], subject: str) -> str:
    named = ID.sub(lambda found: known.get(found[0], found[0]), subject)
    return ROLE.sub(lambda found: f"{'+' if found[1] == '+' else '−'} {role_name(say, found[2])}", named)


def thin(visit: Visit) -> int:
    """Count what is older than the settings allow, and let go of it; what keeps a door shut stays while anything could come through it."""
    visit.require("manage people")
    shut = {verb: visit.now - life - SKEW for verb, life in KEEP_SHUT.items()}
    return event.thin(visit.database, visit.now - timedelta(days=audit_days()), shut)


def days_kept() -> int:
    """Days that single events are kept."""
    return audit_days()
