"""The digest's week, and the one sending it allows."""

from datetime import date

import pytest

from integration.model.digest import digest_id, week_of


@pytest.mark.parametrize(("day", "week"), [(date(2026, 11, 26), "2026-W48"), (date(2027, 1, 3), "2026-W53"), (date(2027, 1, 4), "2027-W01")])
def test_a_week_is_that_of_iso_8601(day, week):
    assert week_of(day) == week


def test_one_person_has_one_digest_a_week():
    assert digest_id("vera", "2026-W48") == digest_id("vera", "2026-W48") == "1f4d9d76-c23b-5a57-89fc-6819870287a8"
    assert len({digest_id("vera", "2026-W48"), digest_id("vera", "2026-W49"), digest_id("ad", "2026-W48")}) == 3
