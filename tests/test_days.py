"""Days: of the organisation's zone, over moments in UTC; a midnight, both changes of the clock, and the years around them."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration import ROOT
from integration.days import day_of, days_between, days_of, end_of, local, locals_of, moment_at, start_of
from integration.errors.settings import ZoneUnknown
from integration.settings.check import check_settings

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZONES = ("Europe/Amsterdam", "America/New_York", "Pacific/Auckland", "UTC")
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


def clock(words: str) -> datetime:
    """What clocks show, such as 2026-09-01 00:30."""
    return datetime.fromisoformat(words)


def stored(words: str) -> datetime:
    """The stored moment at which clocks in Amsterdam showed this."""
    return clock(words).replace(tzinfo=AMSTERDAM).astimezone(UTC).replace(tzinfo=None)


@pytest.mark.parametrize(("shown", "in_utc"), [("2026-12-04 14:00", "13:00"), ("2026-07-04 14:00", "12:00"), ("2026-03-29 03:30", "01:30")])
def test_a_time_on_a_day_is_the_moment_at_which_clocks_show_it(shown, in_utc):
    day, time = shown.split()

    assert f"{moment_at(date.fromisoformat(day), time):%H:%M}" == in_utc


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-08-31 23:59", date(2026, 8, 31)),
        ("2026-09-01 00:00", date(2026, 9, 1)),
        ("2026-09-01 00:30", date(2026, 9, 1)),
        ("2026-12-31 23:30", date(2026, 12, 31)),
        ("2027-01-01 00:30", date(2027, 1, 1)),
        ("2026-03-29 03:00", date(2026, 3, 29)),
        ("2026-10-25 02:30", date(2026, 10, 25)),
    ],
)
def test_the_day_is_what_clocks_in_the_zone_show(words, day):
    assert day_of(stored(words)) == day
    assert local(stored(words)) == clock(words)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 9, 1), 24)])
def test_a_day_is_as_long_as_its_clock(day, hours):
    assert end_of(day) - start_of(day) == timedelta(hours=hours) - timedelta.resolution


@pytest.mark.parametrize(
    ("then", "now", "days"),
    [
        ("2026-11-25 23:59", "2026-11-26 00:01", 1),
        ("2026-11-26 00:01", "2026-11-26 23:59", 0),
        ("2026-03-28 12:00", "2026-03-29 11:00", 1),
        ("2026-10-24 12:00", "2026-10-26 11:59", 2),
    ],
)
def test_days_ago_are_midnights_not_hours(then, now, days):
    assert days_between(stored(then), stored(now)) == days


@pytest.mark.parametrize("name", ZONES)
@given(day=DAYS)
def test_every_moment_of_a_day_is_of_that_day(name, day):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTEGRATION_ZONE", name)

        assert (day_of(start_of(day)), day_of(end_of(day))) == (day, day)
        assert end_of(day) + timedelta.resolution == start_of(day + timedelta(days=1))


@given(st.lists(st.datetimes(clock("2000-01-01"), clock("2060-01-01")), min_size=1, max_size=5))
def test_a_column_has_the_days_of_its_moments(moments):
    column = pd.Series([*moments, pd.NaT], dtype="datetime64[us]")

    assert [one.date() for one in days_of(column).dropna()] == [day_of(one) for one in moments]
    assert [one.to_pydatetime() for one in locals_of(column).dropna()] == [local(one) for one in moments]


@pytest.mark.parametrize("name", ["Amsterdam", "Europe", "../etc/passwd", "Mars/Phobos"])
def test_a_zone_that_nobody_knows_is_refused_at_the_start(monkeypatch, name):
    monkeypatch.setenv("INTEGRATION_ZONE", name)

    with pytest.raises(ZoneUnknown, match="INTEGRATION_ZONE is set to"):
        check_settings()


# What is read here as a day is one already: a date that pandas or a table editor keeps as a timestamp at midnight, or a moment on another program's clock.
DATES_ALREADY = {
    "days.py",
    "exchange/read/calendar.py",
    "exchange/read/primavera.py",
    "exchange/read/project.py",
    "i18n/typed/days.py",
    "measures/plan/cliff.py",
    "services/access/calendar_feed.py",
    "ui/plan/update/holidays.py",
    "views/access/audit.py",
    "views/kit/table.py",
    "views/plan/committee.py",
    "views/plan/schedule.py",
    "views/plan/timeline.py",
    "views/plan/update.py",
    "views/plan/verdict.py",
    "views/plan/why.py",
}
DAY_IN_UTC = re.compile(r"\.date\(\)|\btime\.(max|min)\b|date\.today\(|CAST\(\w+_at AS DATE|\.dt\.(date|normalize)\b")


def test_only_one_module_makes_days_of_moments():
    package = ROOT / "integration"
    sources = [file for file in package.rglob("*.py") if file.relative_to(package).as_posix() not in DATES_ALREADY and "demo" not in file.parts]
    lines = [(file.name, line.strip()) for file in sources for line in file.read_text("utf-8").splitlines()]

    assert [(name, line) for name, line in lines if DAY_IN_UTC.search(line)] == [], "ask integration.days"
