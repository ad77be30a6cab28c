"""One evening in Amsterdam, told the same everywhere: what is saved after midnight is of the new day on cards, in histories, files and past days."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from integration.model.foundation import Measurement
from integration.model.meeting import Meeting
from integration.model.plan.milestone import Milestone
from integration.model.register import Decision
from integration.model.text import Text
from integration.services.changes import history, since
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import partnership, portfolio
from integration.storage.core.database import Database
from integration.storage.core.event import by_month, note, thin
from integration.storage.core.history import last_meetings
from integration.storage.plan.check_in import reports_by_week
from integration.views.changes.history import history_view
from integration.views.plan.check_in import check_in_row
from integration.views.plan.trend import trend_table
from integration.views.portfolio.portfolio import PortfolioChoices
from integration.views.portfolio.portfolio_table import portfolio_table
from tests.examples import BRIDGE, JANUARY, a_check_in, a_milestone, a_partnership, a_visit, in_file, save

LAST, FIRST = date(2026, 8, 31), date(2026, 9, 1)
EVENING, NIGHT = datetime.combine(LAST, time(21, 30)), datetime.combine(LAST, time(22, 30))  # 23:30 and 00:30 in Amsterdam


@pytest.fixture
def evening(db) -> Database:
    """A milestone and a report of the evening before, and both again half an hour after midnight."""
    save(db, a_partnership(), recorded_at=JANUARY)
    [seen, _] = save(db, a_milestone(), a_check_in(), recorded_at=EVENING)
    save(db, replace(seen, credit=50), a_check_in(colour="red"), recorded_at=NIGHT)
    return db


def seen_on(database: Database, day: date) -> Visit:
    return visit(database, Cache(), "en", NIGHT + timedelta(days=9), day)


def test_what_is_saved_after_midnight_is_of_the_new_day(evening):
    dossier = partnership.read(seen_on(evening, FIRST), "BRUG")
    versions = history.read(seen_on(evening, FIRST), dossier, "milestone.T1")
    reports = [check_in_row(seen_on(evening, FIRST).reader, one, {}) for one in dossier.check_ins]
    milestones = [one for one in versions if isinstance(one, Milestone)]

    assert [entry.when for entry in history_view(a_visit(evening).reader, versions, {}).entries] == ["1 Sept 2026 00:30", "31 Aug 2026 23:30"]
    assert {one.when for one in reports} == {"1 Sept 2026", "31 Aug 2026"}
    assert in_file(trend_table(a_visit(evening).reader, milestones), "Reported on") == [LAST, FIRST]


@pytest.mark.parametrize(("day", "credit"), [(LAST, 0), (FIRST, 50)])
def test_a_past_day_ends_at_its_own_midnight(evening, day, credit):
    [shown] = partnership.read(seen_on(evening, day), "BRUG").milestones

    assert (shown.credit, seen_on(evening, day).today) == (credit, day)


@pytest.mark.parametrize(("asked", "changed"), [("2026-08-31", True), ("2026-09-01", True), ("2026-09-02", False)])
def test_since_a_day_counts_from_its_own_midnight(evening, asked, changed):
    found = since.one(a_visit(evening), a_partnership(), asked)

    assert any(isinstance(change.after, Milestone) for change in found.changes) == changed


def test_a_day_that_just_began_is_today_and_yesterday_evening_is_one_day_ago(evening):
    before, after = (a_visit(evening, now=now) for now in (EVENING, NIGHT))
    [report, *_] = [one for one in partnership.read(after, "BRUG").check_ins if one.recorded_at == EVENING]

    assert (before.today, after.today) == (LAST, FIRST)
    assert (check_in_row(after.reader, report, {}).ago, check_in_row(before.reader, report, {}).ago) == ("1 day ago", "today")


def test_days_ago_move_on_at_midnight_whoever_read_first(bridge):
    save(bridge, a_milestone(), recorded_at=EVENING)
    shared = Cache()
    ages = [
        portfolio.read(visit(bridge, shared, "en", now)).partnerships.days_since.iloc[0]
        for now in (EVENING + timedelta(minutes=20), NIGHT, NIGHT + timedelta(days=1))
    ]

    assert ages == [0, 1, 2]


def test_a_download_names_the_day_of_the_page(evening):
    read = portfolio.read(a_visit(evening))
    table = portfolio_table(a_visit(evening).reader.say, read, PortfolioChoices())

    assert in_file(table, "Last update") == [FIRST]


@pytest.mark.parametrize(
    "record",
    [
        Measurement(partnership_id=BRIDGE, indicator_id=BRIDGE, measured_on=FIRST, value=3),
        Decision(partnership_id=BRIDGE, title=Text("Wie?", "Who?"), asked_on=FIRST),
        Meeting(partnership_id=BRIDGE, planned_on=FIRST),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_measurement_a_decision_and_a_meeting_end_a_silence(bridge, record):
    now = NIGHT + timedelta(days=60)
    save(bridge, a_milestone(), recorded_at=EVENING)
    silent = bool(portfolio.read(a_visit(bridge, now=now)).partnerships.silent.iloc[0])
    save(bridge, record, recorded_at=now - timedelta(days=2))
    rows = portfolio.read(a_visit(bridge, now=now)).partnerships

    assert (silent, bool(rows.silent.iloc[0]), rows.days_since.iloc[0]) == (True, False, 2)


def test_only_a_meeting_that_was_held_is_the_last_one(db):
    [seen] = save(db, a_partnership(next_meeting_on=LAST), recorded_at=JANUARY)
    save(db, replace(seen, next_meeting_on=date(2026, 12, 1)), recorded_at=NIGHT)
    with db.reading() as cursor:
        assert last_meetings(cursor, FIRST + timedelta(days=9)) == {}

    save(db, Meeting(partnership_id=BRIDGE, planned_on=LAST, held_on=LAST, state="closed"), recorded_at=NIGHT)
    with db.reading() as cursor:
        assert last_meetings(cursor, FIRST + timedelta(days=9)) == {BRIDGE: LAST}
        assert last_meetings(cursor, LAST) == {}


def test_a_week_of_reports_begins_on_monday_in_the_zone(bridge):
    monday = date(2026, 8, 31)
    save(bridge, a_check_in(), recorded_at=NIGHT - timedelta(days=1))
    with bridge.reading() as cursor:
        before, after = (reports_by_week(cursor, first, first + timedelta(weeks=1)) for first in (monday - timedelta(weeks=1), monday))

    assert (len(before), after.week.dt.date.tolist()) == (0, [monday + timedelta(weeks=1)])


def test_events_are_counted_in_the_month_of_the_zone(db):
    note(db, NIGHT, "", "sign in", "")
    thin(db, NIGHT + timedelta(days=1), {})
    with db.reading() as cursor:
        assert by_month(cursor) == [(FIRST, "sign in", 1)]
