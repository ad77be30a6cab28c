"""Events: each has a number of its own, without a gap that would tell of anything else."""

from integration.storage.core import event
from integration.storage.core.database import Database
from integration.storage.mirror import remember_respondent
from tests.examples import BRIDGE, MARCH, VERA


def numbers(database: Database) -> list[int]:
    with database.reading() as cursor:
        return [number for (number,) in cursor.execute('SELECT "number" FROM event ORDER BY "number"').fetchall()]


def test_events_are_numbered_one_by_one_whatever_is_noted_in_between(db):
    event.note(db, MARCH, VERA, "export", "portfolio")
    with db.noting() as cursor:
        remember_respondent(cursor, BRIDGE, "somebody")
    assert event.note_once(db, MARCH, VERA, "sign in", "ticket")
    assert not event.note_once(db, MARCH, VERA, "sign in", "ticket")

    assert numbers(db) == [1, 2]
