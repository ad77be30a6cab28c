"""What a digest is about, as stored: which partnerships are somebody's, and which digest went out."""

from integration.model.digest import DigestMail
from integration.model.plan.milestone import DONE
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest


def partnerships_of(cursor: Cursor, person_id: str) -> frozenset[str]:
    """The ids of the partnerships that somebody leads, or in which an open milestone or action is theirs."""
    queries = (
        f"SELECT CAST(r.id AS VARCHAR) FROM {newest('partnership')} WHERE NOT r.removed AND r.lead_id = $person",
        f"SELECT DISTINCT CAST(r.partnership_id AS VARCHAR) FROM {newest('milestone')}"
        " WHERE NOT r.removed AND NOT r.cancelled AND r.credit < $done AND r.owner_id = $person",
        f"SELECT DISTINCT CAST(r.partnership_id AS VARCHAR) FROM {newest('action')} WHERE NOT r.removed AND r.done_on IS NULL AND r.owner_id = $person",
    )
    known = {"person": person_id, "done": DONE}
    asked = ((query, {name: known[name] for name in known if f"${name}" in query}) for query in queries)
    return frozenset(row[0] for query, values in asked for row in cursor.execute(query, values).fetchall())


def digest_mail(cursor: Cursor, digest_id: str) -> DigestMail | None:
    """What is known of the sending of one digest, or None."""
    return next(iter(latest(cursor, DigestMail, None, "CAST(id AS VARCHAR) = ?", [digest_id])), None)
