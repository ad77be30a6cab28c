"""The critical path in words, and slack as how far a milestone may move."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.ripple import ripple
from integration.views.plan.critical_path import path_view
from integration.views.plan.ripple import stretches
from tests.examples import COMPANY, SCHOOL, TODAY, a_milestone, a_reader

BODIES = {SCHOOL: "ROC De Brug", COMPANY: "Machinefabriek"}


def test_the_path_says_what_is_tight_and_who_waits_for_whom():
    plan = [
        a_milestone(code="A", partner_id=SCHOOL, due_on=date(2027, 2, 1)),
        a_milestone(code="B", partner_id=COMPANY, starts_on=date(2027, 2, 1), due_on=date(2027, 6, 1), waits_for=("A", "X")),
        a_milestone(code="C", starts_on=date(2027, 5, 27), due_on=date(2027, 5, 28)),
        a_milestone(code="X", cancelled=True),
    ]
    view = path_view(a_reader(), "BRUG", plan, 5, BODIES)

    found = [(row.code, row.tightness, row.slack, row.other_partner) for row in view.rows]
    assert found == [("A", "critical", "0 days", False), ("B", "critical", "0 days", True), ("C", "near", "4 days", False)]
    assert view.rows[1].waits == "A · X was cancelled and holds nothing up"
    assert [row.code for row in path_view(a_reader(), "BRUG", plan, 5, BODIES, other_only=True).rows] == ["B"]
    assert path_view(a_reader(), "BRUG", [a_milestone(credit=100, done_on=TODAY)], 5, BODIES).problem == "Nothing is open, so there is no critical path."


@st.composite
def plans(draw):
    codes = "ABCDEF"[: draw(st.integers(1, 6))]
    spans = [(draw(st.integers(0, 200)), draw(st.integers(1, 90)), draw(st.integers(-20, 60))) for _ in codes]
    waits = [tuple(draw(st.lists(st.sampled_from(codes[:at]), max_size=2, unique=True))) if at else () for at in range(len(codes))]
    return [
        a_milestone(code=code, starts_on=TODAY + timedelta(days=begins), due_on=due, forecast_on=due + timedelta(days=slip), waits_for=others)
        for code, (begins, length, slip), others in zip(codes, spans, waits, strict=True)
        if (due := TODAY + timedelta(days=begins + length))
    ]


@given(plans())
def test_slack_is_how_far_a_milestone_may_move_before_the_end_does(plan):
    slacks = {row.code: int(row.slack.split()[0]) for row in path_view(a_reader(), "BRUG", plan, 5, BODIES).rows}
    stretched = stretches(plan, TODAY)
    end = max(one.expected_on for one in stretched.values())

    for code, slack in slacks.items():
        ends = [max([end, *ripple(stretched, {code: stretched[code].expected_on + timedelta(days=slack + more)}).values()]) for more in (0, 1)]
        assert ends == [end, end + timedelta(days=1)]


def test_a_forecast_that_slips_into_what_waits_keeps_them_both_on_the_path():
    plan = [
        a_milestone(code="F7", due_on=date(2027, 10, 1), forecast_on=date(2027, 10, 12)),
        a_milestone(code="F8", starts_on=date(2027, 10, 1), due_on=date(2028, 3, 1), waits_for=("F7",)),
    ]
    assert [(row.code, row.slack) for row in path_view(a_reader(), "BRUG", plan, 5, BODIES).rows] == [("F7", "0 days"), ("F8", "0 days")]


@pytest.mark.parametrize(("days", "tightness"), [(0, "critical"), (5, "near"), (6, "loose")])
def test_near_critical_is_five_days_or_fewer(days, tightness):
    plan = [a_milestone(code="A", due_on=date(2027, 6, 1)), a_milestone(code="B", due_on=date(2027, 6, 1) - timedelta(days=days))]

    assert {row.code: row.tightness for row in path_view(a_reader(), "BRUG", plan, 5, BODIES).rows}["B"] == tightness
