"""What changed since, as of a day, and the history of one thing: queries over versions that never lie."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration.days import end_of
from integration.errors import DayAhead, DayUnknown, ThingNotFound
from integration.model.meeting import Meeting
from integration.model.plan.milestone import Milestone
from integration.services.changes import history, since
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.portfolio import partnership, portfolio
from tests.examples import BRIDGE, JANUARY, MARCH, NOON, TODAY, a_check_in, a_depth, a_milestone, a_partnership, a_visit, save

OTHER = "00000000-0000-7000-8000-000000000021"


def test_since_the_last_meeting_is_the_default(db):
    save(db, a_partnership(), Meeting(partnership_id=BRIDGE, held_on=date(2026, 3, 1)), recorded_at=JANUARY)
    [old] = save(db, a_milestone(), recorded_at=JANUARY)
    [new] = save(db, replace(old, credit=25), recorded_at=NOON)
    found = since.one(a_visit(db), a_partnership(), "")

    assert (found.day, found.held) == (date(2026, 3, 1), True)
    assert (old, new) in [(change.before, change.after) for change in found.changes]


def test_the_same_day_asked_for_by_its_date_is_not_called_a_meeting_and_the_other_way_round(db):
    save(db, a_partnership(), Meeting(partnership_id=BRIDGE, held_on=date(2026, 3, 1)), recorded_at=JANUARY)
    someone = a_visit(db)

    assert [since.one(someone, a_partnership(), asked).held for asked in ("2026-03-01", "meeting", "2026-03-01")] == [False, True, False]


def test_without_a_meeting_it_is_six_weeks(bridge):
    found = since.one(a_visit(bridge), a_partnership(), "meeting")

    assert (found.day, found.held) == (TODAY - timedelta(weeks=6), False)


def test_the_weightiest_change_comes_first(bridge):
    small, large = save(bridge, a_milestone(code="T1"), a_milestone(code="T2"), recorded_at=JANUARY)
    save(bridge, replace(small, forecast_on=date(2027, 1, 3)), replace(large, forecast_on=date(2027, 6, 1)), recorded_at=MARCH)

    found = since.one(a_visit(bridge), a_partnership(), "2026-02-01").changes

    assert [change.after.code for change in found if isinstance(change.after, Milestone)] == ["T2", "T1"]


def test_across_partnerships_a_few_each_and_the_rest_counted(bridge):
    save(bridge, a_partnership(id=OTHER, code="STIL"), recorded_at=JANUARY)
    save(bridge, *(a_milestone(code=f"T{number}") for number in range(5)), recorded_at=MARCH)
    found, touched = since.many(a_visit(bridge), [BRIDGE, OTHER], "2026-02-01")

    assert [(one.partnership_id, len(one.changes), one.total, touched) for one in found] == [(BRIDGE, 3, 6, 1)]
    assert since.many(a_visit(bridge), [OTHER], "2026-02-01") == ([], 0)


@pytest.mark.parametrize(("asked", "error"), [("2026-02-30", DayUnknown), ("x", DayUnknown), ("20260101", DayUnknown), ("2027-01-01", DayAhead)])
def test_a_day_that_is_none_is_refused(bridge, asked, error):
    with pytest.raises(error):
        since.one(a_visit(bridge), a_partnership(), asked)


@given(st.lists(st.tuples(st.integers(1, 300), st.sampled_from([0.0, 25.0, 50.0, 100.0])), max_size=6), st.integers(0, 320))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_as_of_a_day_is_what_was_recorded_until_then(fresh, moves, day):
    database = fresh()
    begun = JANUARY.replace(day=1)
    [seen] = save(database, a_milestone(), recorded_at=begun)
    save(database, a_partnership(), recorded_at=begun)
    credits = {0: 0.0}
    for days, credit in sorted(moves):
        [seen] = save(database, replace(seen, credit=credit), recorded_at=begun + timedelta(days=days))
        credits[days] = credit
    asked = visit(database, Cache(), "en", NOON, begun.date() + timedelta(days=day))
    [found] = partnership.read(asked, "BRUG").milestones
    database.close()

    assert found.credit == credits[max(one for one in credits if one <= day)]


def test_as_of_today_equals_now(bridge):
    save(bridge, a_milestone(credit=50), a_check_in(), a_depth(), recorded_at=MARCH)
    now, today = a_visit(bridge), visit(bridge, Cache(), "en", NOON, TODAY)

    assert today.as_of is None
    assert portfolio.read(today).partnerships.equals(portfolio.read(now).partnerships)


def test_as_of_yesterday_without_news_measures_the_same_plan(db):
    save(db, a_partnership(), a_milestone(credit=50, due_on=date(2026, 6, 1)), recorded_at=MARCH)
    then = portfolio.read(visit(db, Cache(), "en", NOON, TODAY - timedelta(days=1))).timed

    assert then and then.partnerships.behind[BRIDGE] == (TODAY - timedelta(days=1) - date(2026, 6, 1)).days


def test_names_are_those_of_the_day(bridge):
    body = partnership.organisations_and_people(a_visit(bridge))[0]["00000000-0000-7000-8000-000000000010"]
    save(bridge, replace(body, name="Nieuwe naam"), recorded_at=NOON + timedelta(days=2))
    later = a_visit(bridge, now=NOON + timedelta(days=3))

    assert "Nieuwe naam" in partnership.read(later, "BRUG").names.values()
    assert "ROC De Brug" in partnership.read(visit(bridge, Cache(), "en", later.now, TODAY), "BRUG").names.values()


def test_every_version_of_a_thing_is_in_its_history(bridge):
    [first] = save(bridge, a_milestone(), recorded_at=JANUARY)
    [second] = save(bridge, replace(first, credit=25), recorded_at=MARCH)
    [depth] = save(bridge, a_depth())
    reader = a_visit(bridge)
    dossier = partnership.read(reader, "BRUG")

    assert history.read(reader, dossier, "milestone.T1") == [first, second]
    assert history.read(reader, dossier, "depth.training") == [depth]
    assert [one.id for one in history.read(reader, dossier, "partnership")] == [BRIDGE]
    assert len(history.read(reader, dossier, "names")) == 3


@pytest.mark.parametrize("name", ["", "milestone.", "milestone.X", "depth.hrm", "report.training", "baselines", "holidays", "scenarios", "x" * 9000])
def test_a_history_of_nothing_is_refused_in_words(bridge, name):
    reader = a_visit(bridge)

    with pytest.raises(ThingNotFound):
        history.read(reader, partnership.read(reader, "BRUG"), name)


def test_the_history_of_a_past_day_ends_there(bridge):
    [first] = save(bridge, a_milestone(), recorded_at=JANUARY)
    save(bridge, a_partnership(id=OTHER, code="OUD"), a_milestone(partnership_id=OTHER, code="O1"), recorded_at=JANUARY)
    save(bridge, replace(first, credit=25), recorded_at=MARCH)
    then = visit(bridge, Cache(), "en", NOON, date(2026, 2, 1))

    assert len(history.read(then, partnership.read(then, "OUD"), "milestone.O1")) == 1
    assert end_of(date(2026, 2, 1)) == then.as_of
