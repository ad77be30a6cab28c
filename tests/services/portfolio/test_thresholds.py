"""The thresholds in force: as they ship, as an administrator set them, and as they were on a day."""

from datetime import timedelta

import pytest

from integration.errors import Invalid
from integration.model.threshold import Thresholds
from integration.services.portfolio import thresholds
from tests.examples import NOON, a_visit, fields_of


def test_without_any_those_that_ship_are_in_force(db):
    assert thresholds.read(a_visit(db)) == Thresholds()


def test_an_installation_may_ship_another_number_of_silent_days(db, monkeypatch):
    monkeypatch.setenv("INTEGRATION_SILENT_DAYS", "45")

    assert thresholds.read(a_visit(db)).silent_days == 45


def test_what_was_set_is_in_force_from_then_on(db):
    thresholds.save(a_visit(db), Thresholds(late_red=60))
    later = a_visit(db, now=NOON + timedelta(days=9))

    assert thresholds.read(later).late_red == 60
    assert thresholds.read(a_visit(db, now=NOON + timedelta(days=9), as_of=NOON - timedelta(days=1))).late_red == 90


def test_what_is_refused_is_not_kept(db):
    with pytest.raises(Invalid) as raised:
        thresholds.save(a_visit(db), Thresholds(silent_days=0))

    assert (fields_of(raised.value.problems), thresholds.read(a_visit(db)).silent_days) == (["silent_days"], 30)
