"""Schedules: an hour of the zone, in summer and winter, on the days when the clock is moved too."""

from datetime import datetime, timedelta

import pytest

from integration.services.operating.schedule import Schedule, schedule_of

at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("now", "latest", "coming"),
    [
        (at("2026-11-23 05:59"), at("2026-11-16 06:00"), at("2026-11-23 06:00")),
        (at("2026-11-23 06:00"), at("2026-11-23 06:00"), at("2026-11-30 06:00")),
        (at("2026-07-06 05:00"), at("2026-07-06 05:00"), at("2026-07-13 05:00")),
        (at("2026-10-24 00:00"), at("2026-10-19 05:00"), at("2026-10-26 06:00")),
    ],
)
def test_a_monday_at_seven_is_seven_in_amsterdam_all_year(now, latest, coming):
    weekly = Schedule(7, 0)

    assert (weekly.latest(now), weekly.next(now)) == (latest, coming)


@pytest.mark.parametrize("day", [at("2026-03-29 00:00"), at("2026-10-25 00:00")])
def test_an_hour_that_is_skipped_or_comes_twice_comes_once_that_day(day):
    daily, moments = Schedule(2), [day - timedelta(hours=6) + timedelta(minutes=15 * step) for step in range(4 * 30)]

    assert len({daily.latest(one) for one in moments} - {daily.latest(moments[0])}) == 1


@pytest.mark.parametrize(("words", "found"), [("mon 7", Schedule(7, 0)), ("Sun 23", Schedule(23, 6)), ("off", None), ("mon 24", None), ("maandag 7", None)])
def test_words_of_the_setting_are_a_schedule_or_never(words, found):
    assert schedule_of(words) == found
