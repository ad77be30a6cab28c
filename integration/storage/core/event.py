"""Events as stored: what happened at the door; no records, so written beside the change counter and thinned with time."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pandas as pd

from integration.model.record import new_id
from integration.settings import zone
from integration.storage.core.database import Cursor, Database

ENDED = "sign out"


def note(database: Database, moment: datetime, person_id: str, verb: str, subject: str, *touched: str) -> None:
    """Write down one event; open pages do not follow it."""
    with database.noting(*touched) as cursor:
        _add(cursor, moment, person_id, verb, subject)


def note_once(database: Database, moment: datetime, person_id: str, verb: str, subject: str) -> bool:
    """Write down one event unless it is there already; whether it was new."""
    with database.noting() as cursor:
        if happened(cursor, verb, subject):
            return False
        _add(cursor, moment, person_id, verb, subject)
        return True


def note_up_to(database: Database, moment: datetime, verb: str, subject: str, most: int, since: datetime) -> bool:
    """Write down one event unless so many are there since a moment; whether it was written."""
    with database.noting() as cursor:
        if counted(cursor, verb, subject, since) >= most:
            return False
        _add(cursor, moment, "", verb, subject)
        return True


def _add(cursor: Cursor, moment: datetime, person_id: str, verb: str, subject: str) -> None:
    [(number,)] = cursor.execute('SELECT coalesce(max("number"), 0) + 1 FROM event').fetchall()
    cursor.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", [new_id(), moment, person_id, verb, subject, number])


def end_session(database: Database, moment: datetime, person_id: str, session: str) -> None:
    """Write down that a session is over, for whoever still holds its cookie too."""
    # Of events only this one is asked for at every turn, so only it makes sessions be looked at anew.
    note(database, moment, person_id, ENDED, session, "event")


def happened(cursor: Cursor, verb: str, subject: str) -> bool:
    """Whether it ever happened."""
    return cursor.execute("SELECT 1 FROM event WHERE verb = ? AND subject = ? LIMIT 1", [verb, subject]).fetchone() is not None


def counted(cursor: Cursor, verb: str, subject: str, since: datetime) -> int:
    """How often it happened after a moment."""
    row = cursor.execute("SELECT count(*) FROM event WHERE verb = ? AND subject = ? AND happened_at > ?", [verb, subject, since]).fetchone()
    return int(row[0]) if row else 0


def opened(cursor: Cursor) -> dict[str, tuple[int, datetime]]:
    """Per link id how often it was opened, and when last."""
    query = "SELECT subject, count(*), max(happened_at) FROM event WHERE verb = 'open link' GROUP BY subject"
    return {subject: (int(number), last) for subject, number, last in cursor.execute(query).fetchall()}


def audit(cursor: Cursor, words: str, verb: str, limit: int, offset: int, meant: Sequence[str] = ()) -> tuple[pd.DataFrame, int]:
    """Who did what and when, newest first: changes and events together; and how many there are in all. `meant` are ids that `words` may mean too."""
    where, values = "WHERE true", []
    if words:
        where += f" AND (contains(lower(subject), ?) OR contains(lower(person), ?){' OR contains(subject, ?)' * len(meant)})"
        values += [words.lower(), words.lower(), *meant]
    if verb:
        where += " AND verb = ?"
        values.append(verb)
    everything = f"""
        SELECT * FROM (
            SELECT c.happened_at, c.person_id, coalesce(p.name, '') AS person, c.verb, c.subject FROM (
                SELECT recorded_at AS happened_at, recorded_by AS person_id, verb, subject FROM change
                UNION ALL SELECT happened_at, person_id, verb, subject FROM event
            ) AS c LEFT JOIN (SELECT CAST(id AS VARCHAR) AS id, arg_max(name, version) AS name FROM person GROUP BY id) AS p ON p.id = c.person_id
        ) AS logged {where}
    """
    total = cursor.execute(f"SELECT count(*) FROM ({everything}) AS found", values).fetchone()
    return cursor.execute(f"{everything} ORDER BY happened_at DESC LIMIT ? OFFSET ?", [*values, limit, offset]).df(), int(total[0]) if total else 0


def verbs(cursor: Cursor) -> list[str]:
    """Every verb that occurs."""
    found = cursor.execute("SELECT DISTINCT verb FROM (SELECT verb FROM change UNION ALL SELECT verb FROM event) AS logged ORDER BY verb").fetchall()
    return [row[0] for row in found]


def thin(database: Database, before: datetime, longer: Mapping[str, datetime]) -> int:
    """Count events from before a moment (for some verbs, another moment, if that is earlier) by month and let go of them; returns how many."""
    old = f"happened_at < ?{''.join(' AND (verb <> ? OR happened_at < ?)' for _ in longer)}"
    values = [before, *(value for one in longer.items() for value in one)]
    with database.noting() as cursor:
        counted = f"SELECT CAST(date_trunc('month', timezone(?, timezone('UTC', happened_at))) AS DATE), verb, count(*) FROM event WHERE {old} GROUP BY ALL"
        rows = cursor.execute(counted, [zone().key, *values]).fetchall()
        if not rows:
            # What lets go of rows is sent to every server that shares the store, as a whole.
            return 0
        for month, verb, number in rows:
            cursor.execute("INSERT INTO event_month VALUES (?, ?, ?, ?)", [new_id(), month, verb, number])
        cursor.execute(f"DELETE FROM event WHERE {old}", values)
        return sum(row[2] for row in rows)


def by_month(cursor: Cursor) -> list[tuple[date, str, int]]:
    """What was counted of thinned events: month, verb, how often."""
    return cursor.execute('SELECT "month", verb, sum(happened) FROM event_month GROUP BY ALL ORDER BY "month" DESC, verb').fetchall()


def of_person(cursor: Cursor, person_id: str) -> list[tuple[datetime, str, str]]:
    """What happened at the door by one person: moment, verb, subject."""
    return cursor.execute("SELECT happened_at, verb, subject FROM event WHERE person_id = ? ORDER BY happened_at", [person_id]).fetchall()


def forget(database: Database, person_id: str) -> None:
    """Take a person's id out of the events; what happened stays counted."""
    with database.noting() as cursor:
        cursor.execute("UPDATE event SET person_id = '' WHERE person_id = ?", [person_id])
