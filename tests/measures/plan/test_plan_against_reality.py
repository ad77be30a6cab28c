"""Plan against reality: what is counted for a partnership and for each of its domains, and what asks for nothing any more."""

from datetime import date, datetime, time, timedelta

import pandas as pd
import pytest

from integration.measures.plan.plan_against_reality import timed
from integration.model.domain import DOMAINS
from integration.model.threshold import Thresholds
from tests.examples import NOON, START, TODAY, a_milestone, plan_frame

THURSDAY = datetime.combine(date(2026, 11, 26), time(12))
REPORTS = ["partnership", "domain", "colour", "confidence", "confidence_before"]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def result(**wanted):
    return a_milestone(**{"partnership_id": "a", "starts_on": None, **wanted})


PLAN = [
    result(code="T1", due_on=ago(100), credit=100, done_on=ago(100), gate="gate"),
    result(code="T2", due_on=ago(20), credit=50, critical=True),
    result(code="T3", due_on=ago(50), credit=25, gate="gate"),
    result(code="B1", domain="backoffice", due_on=ago(7), critical=True, gate="day1"),
    result(code="B2", domain="backoffice", due_on=ago(-60), forecast_on=ago(-90), credit=25),
    result(code="F1", domain="foundation", due_on=ago(30), critical=True),
    result(code="X1", due_on=ago(300), critical=True, cancelled=True),
    result(code="T1", partnership_id="b", due_on=ago(-40)),
    result(code="T2", partnership_id="b", due_on=None, forecast_on=ago(-400), credit=100),
]


def measured(plan=PLAN, proven=(), reports=(), active=(True, True)):
    rows = pd.DataFrame({"starts_on": pd.Timestamp(START), "days_since": [3.0, 50.0], "active": active}, index=pd.Index(["a", "b"], name="id"))
    frame = plan_frame(*plan)
    return timed(rows, frame.assign(proven=frame.code.isin(proven)), pd.DataFrame(reports, columns=REPORTS).set_index(REPORTS[:2]), DOMAINS, NOON, Thresholds())


COUNTED = ["planned", "begun", "overdue", "unproven", "key_days", "late_days"]


def test_a_partnership_counts_all_that_is_not_cancelled():
    found = measured().partnerships[COUNTED]

    assert found.loc["a"].tolist() == [6, True, 4, 1, 30, 50]
    assert found.loc["b"].tolist() == [2, True, 0, 0, 0, 0]


def test_a_domain_counts_its_own_and_the_foundation_stands_in_none():
    found = measured().domains[COUNTED]

    assert found.loc[("a", "training")].tolist() == [3, True, 2, 1, 20, 50]
    assert found.loc[("a", "backoffice")].tolist() == [2, True, 1, 0, 7, 7]
    assert [found.loc[(who, domain)].tolist() for who, domain in (("a", "hrm"), ("a", "housing"), ("b", "housing"))] == [[0, False, 0, 0, 0, 0]] * 3
    assert found.planned.sum() == 7


def test_a_foundation_stands_in_no_domain_of_anybody():
    foundation = [result(code="F1", domain="foundation", partnership_id=who) for who in "ab"]

    assert measured(foundation).domains.planned.sum() == 0
    assert measured([*foundation, result(partnership_id="nobody")]).partnerships.planned.tolist() == [1, 1]


@pytest.mark.parametrize(("credit", "begun"), [(0, False), (1, True), (100, True)])
def test_begun_is_any_credit_above_nothing(credit, begun):
    assert measured([result(credit=credit)]).partnerships.begun.tolist() == [begun, False]


def test_what_was_promised_by_today_what_is_open_and_which_key_milestones_are_late_are_counted():
    found = measured().partnerships[["promised", "open", "key_late", "late_days"]]

    assert found.loc["a"].tolist() == [5, 5, 3, 50]
    assert found.loc["b"].tolist() == [0, 1, 0, 0]


@pytest.mark.parametrize(("days", "counted"), [(0, [1, 0, 0]), (1, [1, 1, 1]), (-1, [0, 0, 0])])
def test_a_key_milestone_is_late_from_the_day_after_its_promise(days, counted):
    found = measured([result(due_on=ago(days), critical=True)]).partnerships.loc["a"]

    assert found[["promised", "overdue", "key_late"]].tolist() == counted


@pytest.mark.parametrize(("days", "credit", "passed"), [(1, 0, 1), (0, 0, 0), (1, 100, 0), (-1, 0, 0)])
def test_a_forecast_has_passed_once_its_day_is_over_and_the_milestone_is_open(days, credit, passed):
    done = ago(5) if credit else None

    assert measured([result(due_on=ago(9), forecast_on=ago(days), credit=credit, done_on=done)]).partnerships.passed_forecasts.loc["a"] == passed


def test_without_a_baseline_nothing_was_agreed():
    assert measured().partnerships[["agreed", "agreed_cancelled", "based"]].to_numpy().sum() == 0


def test_a_gate_with_its_proof_is_passed_with_proof():
    assert measured(proven=["T1"]).partnerships.unproven.tolist() == [0, 0]


def test_the_lead_expects_the_end_on_the_last_day_of_what_is_open():
    whole, domains = measured().partnerships, measured().domains

    assert whole.lead_finish.tolist() == [pd.Timestamp(ago(-90)), pd.Timestamp(ago(-40))]
    assert whole.expected_end.tolist() == whole.lead_finish.tolist()
    # A day that has passed is no forecast, and nothing open is expected before today.
    assert domains.lead_finish.loc[("a", "training")] is pd.NaT and domains.expected_end.loc[("a", "training")] == pd.Timestamp(TODAY)
    assert domains.lead_finish.loc["b"].isna().tolist() == [False, True, True, True]


@pytest.mark.parametrize(("days", "finish"), [(1, pd.NaT), (0, pd.Timestamp(TODAY)), (-1, pd.Timestamp(TODAY + timedelta(days=1)))])
def test_what_the_lead_expects_today_is_a_forecast_still(days, finish):
    assert [measured([result(due_on=ago(9), forecast_on=ago(days))]).partnerships.lead_finish["a"]] == [finish]


@pytest.mark.parametrize("rest", [{"credit": 100, "done_on": ago(100)}, {"due_on": None}])
def test_what_is_done_or_has_no_day_is_expected_no_more(rest):
    assert pd.isna(measured([result(**rest)]).partnerships.lead_finish["a"])


def test_the_expected_end_is_compared_with_the_promised_one():
    plan = [result(code="T1", due_on=ago(10), credit=100, done_on=ago(10)), result(code="T2", due_on=ago(-100), forecast_on=ago(-170))]

    assert measured(plan).partnerships.forecast_days["a"] == 70
    assert measured(plan).domains.forecast_days.loc["a"].isna().tolist() == [False, True, True, True]


def test_every_domain_carries_its_partnerships_updates_and_whether_it_is_at_work():
    domains = measured(active=(True, False)).domains

    assert domains.days_since.loc["a"].tolist() == [3.0] * 4 and domains.days_since.loc["b"].tolist() == [50.0] * 4
    assert domains.active.loc["a"].all() and not domains.active.loc["b"].any()


@pytest.mark.parametrize("active", [True, False])
def test_reports_flag_only_what_is_at_work(active):
    reports = [("a", "training", "green", 4, 8), ("b", "backoffice", "amber", 8, 8)]
    found = measured(reports=reports, active=(active, True)).domains

    assert found.reported.dropna().to_dict() == {("a", "training"): "green", ("b", "backoffice"): "amber"}
    assert [*found.index[found.watermelon]] == [*found.index[found.dropped]] == [("a", "training")] * active


def test_a_milestone_past_its_cliff_is_warned_of_while_its_partnership_is_at_work():
    late = {"gate": "day1", "due_on": date(2026, 9, 1)}
    plan = [result(code="T8", **late), result(code="T9", partnership_id="b", **late)]

    assert [*measured(plan).cliffs.partnership] == ["a", "b"]
    assert [*measured(plan, active=(False, True)).cliffs.partnership] == ["b"]


def test_no_partnership_at_all_measures_nothing():
    rows = pd.DataFrame({"starts_on": pd.Series(dtype="datetime64[us]"), "days_since": pd.Series(dtype=float), "active": pd.Series(dtype=bool)})
    found = timed(rows, plan_frame().assign(proven=[]), pd.DataFrame(columns=REPORTS).set_index(REPORTS[:2]), DOMAINS, NOON, Thresholds())

    assert found.partnerships.empty and found.domains.empty and found.cliffs.empty


BASELINE = [date(2026, 3, 1), date(2026, 6, 1), date(2027, 3, 1)]


def promised(plan, days, now=THURSDAY, known=None, **columns):
    frame = plan_frame(*plan).assign(proven=False, planned_on=pd.to_datetime(pd.Series(days)), planned_weight=1.0, based=True, **columns)
    who = frame.partnership.unique()
    rows = pd.DataFrame({"starts_on": pd.Timestamp(START), "days_since": 3.0, "active": True} | (known or {}), index=pd.Index(who, name="id"))
    reports = pd.DataFrame([(one, "training", "green", 9, 9) for one in who], columns=REPORTS).set_index(REPORTS[:2])
    return timed(rows, frame.astype({"planned_on": "datetime64[us]"}), reports, DOMAINS, now, Thresholds())


def test_moving_due_dates_hides_no_missed_promise():
    found = promised([result(code=f"T{at}", due_on=date(2027, at, 1)) for at in (6, 7, 8)], BASELINE)
    row = found.partnerships.loc["a"]

    assert (row.computed, row["rule"], round(row.spi, 2), row.behind, row.overdue, row.late_days) == ("red", "spi red", 0.18, 270, 2, 270)
    assert found.domains.watermelon[("a", "training")]


def test_a_lead_who_expects_the_end_long_after_the_promise_is_not_white():
    found = promised([result(due_on=date(2027, 3, 1), forecast_on=date(2028, 9, 1))], BASELINE[2:]).partnerships.loc["a"]

    assert (found.computed, found["rule"], found.forecast_days) == ("red", "forecast red", 550)


def test_what_was_cancelled_is_counted_and_an_emptied_baseline_is_judged_on_due_dates():
    gone = [result(code=f"X{at}", due_on=day, cancelled=True) for at, day in enumerate(BASELINE)]
    late = result(code="T9", due_on=date(2026, 11, 1))
    found = promised([*gone, late], [*BASELINE, None]).partnerships.loc["a"]

    assert (found.agreed, found.agreed_cancelled, found.open, found.overdue, found.late_days) == (3, 3, 1, 1, 25)
    assert (found.bac, found.behind, found.computed) == (1, 25, "amber")


def test_of_what_was_agreed_only_what_was_cancelled_is_told_as_cancelled():
    plan = [result(code="T1"), result(code="T2", cancelled=True), result(code="T3", cancelled=True), result(code="T4")]
    found = promised(plan, [BASELINE[2], BASELINE[2], None, None])

    assert found.partnerships.loc["a", ["agreed", "agreed_cancelled", "based"]].tolist() == [2, 1, 4]
    assert found.domains.loc[("a", "training"), ["agreed", "agreed_cancelled", "based"]].tolist() == [2, 1, 4]


@pytest.mark.parametrize(("start", "counted"), [(pd.Timestamp(2025, 10, 1), date(2025, 10, 1)), (pd.NaT, START)])
def test_a_schedule_counts_from_the_start_that_was_promised(start, counted):
    found = promised([result()], BASELINE[2:], known={"promised_start": start})

    assert {one.date() for one in [*found.partnerships.start, found.domains.start[("a", "training")]]} == {counted}


def test_a_partnerships_verdict_carries_its_starts_and_how_far_its_end_moved():
    known = {"end_moved": 12.0, "first_start": pd.Timestamp(2025, 9, 1), "promised_start": pd.Timestamp(2025, 10, 1), "start_missing": False}
    found = promised([result()], BASELINE[2:], known=known)

    assert found.partnerships.loc["a", [*known, "starts_on"]].to_dict() == known | {"starts_on": pd.Timestamp(START)}
    assert not {*known} & {*found.domains.columns}


def test_after_the_planned_end_there_is_no_pace():
    plan = [result(code="T1", due_on=date(2026, 3, 1), credit=100, done_on=date(2026, 3, 1)), result(code="T2", due_on=date(2026, 10, 1))]
    found = promised(plan, [one.due_on for one in plan]).partnerships.loc["a"]

    assert (found.past_end, found.behind, found.by_pace, found.by_plan) == (56, 56, pd.NaT, pd.NaT)
    assert pd.isna([found.spi, found.tspi]).all()
    assert (found.computed, found["rule"], round(found.overrun, 2)) == ("red", "overrun red", 0.83)
