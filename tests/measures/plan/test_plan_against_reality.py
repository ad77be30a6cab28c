"""Plan against reality: what is counted for a partnership and for each of its domains, and what asks for nothing any more."""

from datetime import date, timedelta

import pandas as pd
import pytest

from integration.measures.plan.plan_against_reality import timed
from integration.model.domain import DOMAINS
from integration.model.threshold import Thresholds
from tests.examples import NOON, START, TODAY, a_milestone, plan_frame

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
    return timed(rows, frame.assign(proven=frame.code.isin(proven)), pd.DataFrame(reports, columns=REPORTS), DOMAINS, NOON, Thresholds())


COUNTED = ["planned", "begun", "overdue", "unproven", "critical_days"]


def test_a_partnership_counts_all_that_is_not_cancelled():
    found = measured().partnerships[COUNTED]

    assert found.loc["a"].tolist() == [6, True, 4, 1, 30]
    assert found.loc["b"].tolist() == [2, True, 0, 0, 0]


def test_a_domain_counts_its_own_and_the_foundation_stands_in_none():
    found = measured().domains[COUNTED]

    assert found.loc[("a", "training")].tolist() == [3, True, 2, 1, 20]
    assert found.loc[("a", "backoffice")].tolist() == [2, True, 1, 0, 7]
    assert [found.loc[(who, domain)].tolist() for who, domain in (("a", "hrm"), ("a", "housing"), ("b", "housing"))] == [[0, False, 0, 0, 0]] * 3
    assert found.planned.sum() == 7


@pytest.mark.parametrize(("credit", "begun"), [(0, False), (1, True), (100, True)])
def test_begun_is_any_credit_above_nothing(credit, begun):
    assert measured([result(credit=credit)]).partnerships.begun.tolist() == [begun, False]


def test_a_gate_with_its_proof_is_passed_with_proof():
    assert measured(proven=["T1"]).partnerships.unproven.tolist() == [0, 0]


def test_the_lead_expects_the_end_on_the_last_day_of_what_is_open():
    whole, domains = measured().partnerships, measured().domains

    assert whole.lead_finish.tolist() == [pd.Timestamp(ago(-90)), pd.Timestamp(ago(-40))]
    assert domains.lead_finish.loc[("a", "training")] == pd.Timestamp(ago(20))
    assert domains.lead_finish.loc["b"].isna().tolist() == [False, True, True, True]


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


def test_a_milestone_before_its_cliff_is_warned_of_while_its_partnership_is_at_work():
    plan = [*PLAN, result(code="T9", partnership_id="b", gate="day1")]

    assert [*measured(plan).cliffs.partnership] == ["a", "b"]
    assert [*measured(plan, active=(False, True)).cliffs.partnership] == ["b"]


def test_no_partnership_at_all_measures_nothing():
    rows = pd.DataFrame({"starts_on": pd.Series(dtype="datetime64[us]"), "days_since": pd.Series(dtype=float), "active": pd.Series(dtype=bool)})
    found = timed(rows, plan_frame().assign(proven=[]), pd.DataFrame(columns=REPORTS), DOMAINS, NOON, Thresholds())

    assert found.partnerships.empty and found.domains.empty and found.cliffs.empty
