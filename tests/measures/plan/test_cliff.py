"""The school-year cliff: what a slip past 1 September really costs, and until when a decision helps."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.cliff import cliffs, school_year_starts
from integration.model.plan.milestone import school_year_start
from tests.examples import BRIDGE, TODAY, a_milestone, plan_frame


def cliff(today=TODAY, **wanted):
    usual = {"gate": "day1", "due_on": date(2027, 9, 1), "starts_on": date(2027, 5, 1)}
    return cliffs(plan_frame(a_milestone(**{**usual, **wanted})), today)


def test_fourteen_days_late_costs_a_year():
    found = cliff(forecast_on=date(2027, 9, 15)).iloc[0]

    assert (found.state, found.slip, found.effective, found.target) == ("will miss", 14, 366, pd.Timestamp(2027, 9, 1))
    assert (found.reached, found.late) == (pd.Timestamp(2028, 9, 1), 0)


@pytest.mark.parametrize("wanted", [{"forecast_on": date(2027, 8, 20)}, {"forecast_on": date(2027, 9, 1)}, {}])
def test_what_is_on_time_is_no_warning(wanted):
    assert cliff(**wanted).empty


@pytest.mark.parametrize(("credit", "before"), [(0, date(2027, 4, 30)), (50, date(2027, 7, 1)), (75, date(2027, 7, 30))])
def test_a_decision_helps_until_the_last_working_day_on_which_the_work_left_fits(credit, before):
    assert cliff(credit=credit, forecast_on=date(2027, 9, 15)).iloc[0].decide_before == pd.Timestamp(before)


def decided(*days):
    """The day to decide by where these days are closed; without them it is Friday 30 April 2027."""
    closed = pd.DataFrame(days, columns=["partnership", "first_on", "last_on"]).astype({"first_on": "datetime64[us]", "last_on": "datetime64[us]"})
    plan = plan_frame(a_milestone(gate="day1", due_on=date(2027, 9, 1), starts_on=date(2027, 5, 1), forecast_on=date(2027, 9, 15)))
    return cliffs(plan, TODAY, closed).iloc[0].decide_before.date()


def test_nobody_decides_on_a_closed_day():
    days = [("", "2027-04-26", "2027-04-30"), (BRIDGE, "2027-04-22", "2027-04-23"), ("other", "2027-04-21", "2027-04-21")]

    assert decided(*days) == date(2027, 4, 21)


def test_the_day_after_a_closed_stretch_is_open():
    assert decided(("", "2027-04-26", "2027-04-29")) == date(2027, 4, 30)


@pytest.mark.parametrize(("first", "day"), [("2026-04-29", date(2026, 4, 28)), ("2026-04-28", date(2027, 4, 30))])
def test_a_stretch_is_closed_for_a_year_and_two_days_at_most(first, day):
    # From 29 April 2026 the 367th day is 30 April 2027.
    assert decided(("", first, "2099-12-31")) == day


def test_without_an_expected_date_the_warning_comes_when_the_day_is_near():
    near = {"due_on": date(2027, 9, 1), "starts_on": date(2026, 12, 15)}

    assert cliff(**near).state.tolist() == ["near"]
    assert cliff(**near, today=date(2026, 10, 1)).empty
    assert cliff(**near, forecast_on=date(2027, 8, 1)).empty


@pytest.mark.parametrize(("day", "state"), [("2027-01-13", []), ("2027-01-14", ["near"]), ("2027-03-15", ["near"]), ("2027-03-16", [])])
def test_near_is_sixty_days_before_the_last_day_to_decide_until_that_day(day, state):
    # The 170 days of work fit before 1 September 2027 from Monday 15 March on.
    found = cliff(starts_on=date(2027, 3, 15), today=date.fromisoformat(day))

    assert found.state.tolist() == state


def test_what_is_expected_today_is_expected_today():
    found = cliff(due_on=date(2026, 9, 1), starts_on=None, forecast_on=TODAY).iloc[0]

    assert (found.expected, found.state) == (pd.Timestamp(TODAY), "missed")


def test_on_the_first_day_of_the_school_year_there_is_a_day_to_decide_still():
    found = cliff(due_on=date(2026, 9, 1), starts_on=date(2026, 8, 3), forecast_on=date(2026, 9, 9), today=date(2026, 9, 1)).iloc[0]

    assert (found.state, found.decide_before) == ("will miss", pd.Timestamp(2026, 8, 3))


@pytest.mark.parametrize(("due", "today", "state"), [("2026-11-20", TODAY, []), ("2026-09-01", "2026-09-01", []), ("2026-09-01", "2026-09-02", ["missed"])])
def test_a_school_year_is_missed_only_when_its_first_day_has_passed(due, today, state):
    found = cliff(due_on=date.fromisoformat(due), starts_on=None, today=date.fromisoformat(str(today)))

    assert [one for one in found.state if one != "near"] == state


def test_what_was_missed_moves_to_the_next_school_year_and_has_no_day_to_decide():
    found = cliff(due_on=date(2026, 9, 1), starts_on=date(2026, 8, 2)).iloc[0]

    assert (found.expected, found.target, found.reached) == (pd.Timestamp(TODAY), pd.Timestamp(2026, 9, 1), pd.Timestamp(2027, 9, 1))
    assert (found.late, found.effective, found.decide_before) == (83, 365, pd.NaT)


def test_planning_it_anew_past_the_cliff_does_not_hide_the_slip():
    plan = plan_frame(a_milestone(gate="day1", due_on=date(2027, 9, 15), starts_on=date(2027, 5, 1)))
    kept, added = (cliffs(plan.assign(planned_on=pd.Series([day]).astype("datetime64[us]")), TODAY) for day in ("2027-09-01", None))

    assert kept[["state", "slip", "effective"]].values.tolist() == [["will miss", 14, 366]]
    assert added.empty


def test_a_leap_day_in_between_is_counted():
    found = cliff(due_on=date(2027, 9, 1), forecast_on=date(2028, 2, 29)).iloc[0]

    assert (found.slip, found.effective) == (181, 366)


@pytest.mark.parametrize("wanted", [{"gate": ""}, {"cancelled": True}, {"credit": 100}, {"due_on": None}])
def test_what_has_no_cliff_is_left_out(wanted):
    assert cliff(**{"forecast_on": date(2027, 9, 15), **wanted}).empty


def test_school_years_start_on_the_first_of_september():
    days = pd.Series(pd.to_datetime(["2026-09-01", "2026-09-02", "2026-01-01", "2028-02-29", "2026-12-31"]))

    assert [one.date() for one in school_year_starts(days)] == [date(year, 9, 1) for year in (2026, 2027, 2026, 2028, 2027)]


@given(st.lists(st.dates(date(2000, 1, 1), date(2100, 12, 31)), min_size=1))
def test_one_day_and_a_column_of_days_have_the_same_school_year(days):
    assert [one.date() for one in school_year_starts(pd.Series(pd.to_datetime(days)))] == [school_year_start(one) for one in days]


def test_a_milestone_without_a_start_has_no_length_and_needs_no_time():
    for credit in (0, 50):
        assert cliff(starts_on=None, credit=credit, forecast_on=date(2027, 9, 2)).iloc[0].decide_before == pd.Timestamp(2027, 9, 1)


def test_a_start_after_the_due_date_makes_no_length_below_nothing():
    assert cliff(starts_on=date(2027, 10, 1), forecast_on=date(2027, 9, 2)).iloc[0].decide_before == pd.Timestamp(2027, 9, 1)


def test_what_is_named_in_one_column_is_told_apart():
    plan = plan_frame(a_milestone(gate="day1", forecast_on=date(2027, 9, 2))).drop(columns="code").assign(named="T9\x1fRooster\x1fTimetable")
    found = cliffs(plan, TODAY).iloc[0]

    assert (found.code, found.title_nl, found.title_en) == ("T9", "Rooster", "Timetable")
    assert cliffs(plan[:0], TODAY)[["code", "title_nl", "title_en"]].empty


def test_a_forecast_that_has_passed_is_no_expected_date():
    late = {"due_on": date(2027, 9, 15), "starts_on": date(2026, 12, 15), "forecast_on": date(2026, 11, 1)}

    assert cliff(**{**late, "due_on": date(2027, 9, 1)}).state.tolist() == ["near"]
    plan = plan_frame(a_milestone(gate="day1", **late)).assign(planned_on=pd.Timestamp(2027, 9, 1))
    assert cliffs(plan, TODAY)[["state", "expected"]].values.tolist() == [["will miss", pd.Timestamp(2027, 9, 15)]]
