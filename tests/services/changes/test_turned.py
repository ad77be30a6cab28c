"""What turned in a store: since a partnership's own last meeting, since a day, and for who may not see all."""

from datetime import date, timedelta

import pytest

from integration.model.meeting import Meeting
from integration.services.changes import since, turned
from tests.examples import BRIDGE, JANUARY, NOON, TODAY, a_milestone, a_partnership, a_visit, save

HELD = TODAY - timedelta(days=20)


@pytest.fixture
def slipping(db):
    """A plan that was on schedule when the committee met, with a promise that has passed since."""
    save(db, a_partnership(), recorded_at=JANUARY)
    save(db, Meeting(partnership_id=BRIDGE, held_on=HELD), recorded_at=NOON - timedelta(days=20))
    early = a_milestone(credit=100, done_on=date(2026, 6, 1), due_on=date(2026, 6, 1))
    save(db, early, a_milestone(code="T2", due_on=TODAY - timedelta(days=15), weight=9), recorded_at=NOON - timedelta(days=30))
    return db


def test_a_domain_that_fell_behind_since_the_last_meeting_is_worse(slipping):
    found = turned.read(a_visit(slipping), since.MEETING)

    assert found.days == (HELD,)
    assert [(row.domain, row.before, row.better) for row in found.rows.itertuples()] == [("training", "green", False)]


def test_since_a_day_after_it_fell_nothing_turned(slipping):
    assert not len(turned.read(a_visit(slipping), TODAY.isoformat()).rows)


def test_a_partnership_that_is_newer_than_the_day_has_not_turned(slipping):
    assert not len(turned.read(a_visit(slipping), "2025-06-01").rows)
