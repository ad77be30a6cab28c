"""People, memberships and links as the sign-in reads them, and the one place where rows are overwritten: erasing a person."""

from datetime import datetime

from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.model.kinds import RECORD_KINDS
from integration.storage.core.database import Cursor, Writing
from integration.storage.core.records import latest


def person_by_id(cursor: Cursor, person_id: str) -> Person | None:
    """One person, or None."""
    return next(iter(latest(cursor, Person, None, "CAST(id AS VARCHAR) = ?", [person_id])), None)


def person_by_email(cursor: Cursor, email: str) -> Person | None:
    """The person who signs in with this address, or None."""
    found = latest(cursor, Person, None, "id IN (SELECT id FROM person WHERE email = ?)", [email]) if email else []
    return next((one for one in found if one.email == email), None)


def memberships(cursor: Cursor) -> list[Membership]:
    """Every membership that stands."""
    return latest(cursor, Membership)


def memberships_of(cursor: Cursor, person_id: str) -> list[Membership]:
    """The memberships of one person."""
    return latest(cursor, Membership, None, "person_id = ?", [person_id])


def led_by(cursor: Cursor, person_id: str) -> frozenset[str]:
    """The ids of the partnerships whose lead this person is now."""
    query = """
        SELECT CAST(r.id AS VARCHAR) FROM partnership AS r
        JOIN (SELECT id AS newest_id, max(version) AS newest_version FROM partnership GROUP BY id) AS n ON r.id = n.newest_id AND r.version = n.newest_version
        WHERE NOT r.removed AND r.lead_id = ?
    """
    return frozenset(row[0] for row in cursor.execute(query, [person_id]).fetchall())


def links(cursor: Cursor) -> list[ShareLink]:
    """Every link, oldest first."""
    return latest(cursor, ShareLink)


def links_by_id(cursor: Cursor, ids: list[str]) -> dict[str, ShareLink]:
    """These links by id."""
    marks = ", ".join("?" * len(ids)) or "NULL"
    return {one.id: one for one in latest(cursor, ShareLink, None, f"CAST(id AS VARCHAR) IN ({marks})", ids)}


def link_by_token(cursor: Cursor, hashed: str) -> ShareLink | None:
    """The link whose newest secret has this hash, or None."""
    # Where none has it another link is read in its place, so that time does not tell what was a link once.
    chosen = "id = coalesce((SELECT max(id) FROM share_link WHERE token_hash = ?), (SELECT max(id) FROM share_link))"
    return next((one for one in latest(cursor, ShareLink, None, chosen, [hashed]) if one.token_hash == hashed), None)


def erase(writing: Writing, person_id: str) -> None:
    """Overwrite the name and address in every version of a person: the law's exception to the rule that nothing is changed."""
    writing.wrote("person", ("",))
    writing.cursor.execute("UPDATE person SET name = '', email = '', erased = true WHERE CAST(id AS VARCHAR) = ?", [person_id])


def versions_by(cursor: Cursor, table: str, person_id: str, moment: datetime) -> int:
    """How many versions in a table this person recorded until a moment."""
    row = cursor.execute(f"SELECT count(*) FROM {table} WHERE recorded_by = ? AND recorded_at <= ?", [person_id, moment]).fetchone()
    return int(row[0]) if row else 0


def recorded_anything(cursor: Cursor, person_id: str) -> bool:
    """Whether this person recorded any version of anything."""
    query = " UNION ALL ".join(f"SELECT recorded_by FROM {kind.table}" for kind in RECORD_KINDS)
    return cursor.execute(f"SELECT 1 FROM ({query}) AS told WHERE recorded_by = ? LIMIT 1", [person_id]).fetchone() is not None


def people_near(cursor: Cursor, partnership_id: str) -> frozenset[str]:
    """The ids of everybody who leads, owns, records or steers something of a partnership, or was asked to or at a meeting of it."""
    works_on = [(kind, column) for kind in RECORD_KINDS for column in kind.people]
    parts = [f"SELECT DISTINCT {column} FROM {kind.table} WHERE CAST({kind.about} AS VARCHAR) = $one" for kind, column in works_on]
    meetings = "FROM meeting WHERE CAST(partnership_id AS VARCHAR) = $one"
    parts += [f"SELECT DISTINCT unnest(string_split({column}, ',')) {meetings}" for column in ("attending", "invited")]
    return frozenset(row[0] for row in cursor.execute(" UNION ".join(parts), {"one": partnership_id}).fetchall())
