"""A plan's rules: what is refused, and at which field."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from integration.days import EARLIEST, LATEST
from integration.model.plan.milestone import Milestone, milestone_problems, plan_problems, settled
from integration.model.text import Text
from tests.examples import START, TODAY, a_milestone, fields_of

DUE = date(2026, 12, 31)


def test_an_ordinary_milestone_breaks_no_rule():
    assert milestone_problems(a_milestone(), START) == []


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        ("title", {"title": Text()}),
        ("title", {"title": Text("  ", "\t\n")}),
        ("title", {"title": Text("x" * 10_000)}),
        ("title", {"title": Text("kort", "x" * 10_000)}),
        ("title", {"title": Text("x" * 301)}),
        ("code", {"code": ""}),
        ("code", {"code": "   "}),
        ("code", {"code": "T1,T2"}),
        ("code", {"code": "T" * 21}),
        ("deliverable", {"deliverable": Text(en="x" * 5001)}),
        ("risk", {"risk": Text(en="x" * 5001)}),
        ("note", {"note": Text("x" * 5001)}),
        ("weight", {"weight": 0.0}),
        ("weight", {"weight": -1.0}),
        ("weight", {"weight": float("nan")}),
        ("weight", {"weight": float("inf")}),
        ("weight", {"weight": 1000.5}),
        ("credit", {"credit": -0.5}),
        ("credit", {"credit": 100.5}),
        ("credit", {"credit": float("nan")}),
        ("due_on", {"due_on": None}),
        ("due_on", {"starts_on": DUE, "due_on": DUE - timedelta(days=1)}),
        ("due_on", {"due_on": date(2101, 1, 1)}),
        ("starts_on", {"starts_on": date(1999, 12, 31)}),
        ("forecast_on", {"starts_on": DUE, "forecast_on": DUE - timedelta(days=1)}),
        ("forecast_on", {"starts_on": None, "forecast_on": START - timedelta(days=1)}),
        ("done_on", {"credit": 75, "done_on": TODAY}),
    ],
)
def test_a_broken_rule_names_its_field(field, broken):
    problems = milestone_problems(a_milestone(**broken), START)

    assert fields_of(problems) == [field]
    assert problems[0].subject == broken.get("code", "T1")


@pytest.mark.parametrize(
    "allowed",
    [
        {"title": Text("x" * 300)},
        {"title": Text("", "only in English")},
        {"title": Text("<b>vet</b> & <script>alert(1)</script>")},
        {"weight": 0.01},
        {"weight": 1000},
        {"credit": 0},
        {"credit": 33.3},
        {"credit": 100, "done_on": TODAY},
        {"starts_on": DUE, "due_on": DUE},
        {"starts_on": None},
        {"starts_on": DUE, "forecast_on": DUE},
        {"forecast_on": START, "starts_on": None},
        {"code": "T" * 20},
    ],
)
def test_the_edges_are_allowed(allowed):
    assert milestone_problems(a_milestone(**allowed), START) == []


def test_all_problems_are_told_at_once():
    broken = a_milestone(title=Text(), weight=0, credit=200, due_on=None)

    assert set(fields_of(milestone_problems(broken))) == {"title", "weight", "credit", "due_on"}


def test_a_code_is_used_once():
    problems = plan_problems([a_milestone(code="T1"), a_milestone(code="T1"), a_milestone(code="T2")])

    assert [(one.field, one.subject) for one in problems] == [("code", "T1")]


def test_what_is_waited_for_exists():
    problems = plan_problems([a_milestone(code="T1", waits_for=("B9", "T2")), a_milestone(code="T2")])

    assert [(one.field, one.subject, one.details) for one in problems] == [("waits_for", "T1", {"code": "B9"})]


@pytest.mark.parametrize(
    "waits",
    [{"T1": ["T1"]}, {"T1": ["T2"], "T2": ["T1"]}, {"T1": ["T2"], "T2": ["T3"], "T3": ["T1"], "T4": ["T1"]}],
    ids=["on itself", "on each other", "in a circle of three"],
)
def test_milestones_never_wait_in_a_circle(waits):
    [problem] = plan_problems([a_milestone(code=code, waits_for=tuple(codes)) for code, codes in waits.items()])
    circle = str(problem.details["circle"]).split(" → ")

    assert problem.field == "waits_for"
    assert circle[0] == circle[-1] and set(circle) == set(waits) - {"T4"}
    assert all(after in waits[before] for before, after in pairwise(circle))


def test_waiting_for_two_of_which_one_waits_too_is_no_circle():
    plan = [a_milestone(code="A"), a_milestone(code="B", waits_for=("A",)), a_milestone(code="C", waits_for=("A", "B"))]

    assert plan_problems(plan) == []


def test_embedding_a_milestone_dates_it_today():
    assert settled(a_milestone(credit=100), a_milestone(), TODAY).done_on == TODAY


def test_a_typed_done_date_is_kept():
    assert settled(a_milestone(credit=100, done_on=date(2026, 5, 1)), a_milestone(), TODAY).done_on == date(2026, 5, 1)


def test_reopening_a_milestone_clears_its_done_date():
    done = a_milestone(credit=100, done_on=date(2026, 5, 1))

    assert settled(replace(done, credit=75), done, TODAY).done_on is None


def test_a_done_date_typed_on_an_open_milestone_is_refused_rather_than_dropped():
    typed = settled(a_milestone(credit=50, done_on=TODAY), a_milestone(credit=50), TODAY)

    assert fields_of(milestone_problems(typed)) == ["done_on"]


@pytest.mark.parametrize(("done", "refused"), [(date(2031, 1, 1), ["done_on"]), (TODAY + timedelta(days=1), ["done_on"]), (TODAY, [])])
def test_nothing_is_done_on_a_day_to_come(done, refused):
    assert fields_of(milestone_problems(a_milestone(credit=100, done_on=done), START, TODAY)) == refused


@pytest.mark.parametrize("name", ["starts_on", "due_on", "forecast_on", "done_on"])
def test_every_day_lies_between_2000_and_2100(name):
    for day, good in ((EARLIEST, True), (LATEST, True), (date(1999, 12, 31), False), (date(2101, 1, 1), False)):
        usual = {"starts_on": None, "due_on": LATEST, "credit": 100}

        assert (name in fields_of(milestone_problems(a_milestone(**{**usual, name: day})))) == (not good)


@pytest.mark.parametrize("name", ["deliverable", "risk", "note", "proof"])
def test_texts_may_fill_their_room_in_both_languages(name):
    assert milestone_problems(a_milestone(**{name: Text("x" * 5000, "x" * 5000)})) == []
    assert fields_of(milestone_problems(a_milestone(**{name: Text("x" * 5001)}))) == [name]


def test_a_forecast_is_not_before_the_later_of_its_start_and_the_programmes():
    early = a_milestone(starts_on=START - timedelta(days=30), forecast_on=START - timedelta(days=1))

    assert (fields_of(milestone_problems(early, START)), milestone_problems(early)) == (["forecast_on"], [])


def test_a_milestone_that_was_done_before_keeps_the_done_date_it_has():
    done = a_milestone(credit=100, done_on=date(2026, 5, 1))

    assert settled(done, done, TODAY) == done
    assert settled(replace(done, done_on=date(2026, 6, 1)), done, TODAY).done_on == date(2026, 6, 1)


def test_a_done_date_that_is_changed_while_reopening_is_left_for_its_writer_to_mend():
    done = a_milestone(credit=100, done_on=date(2026, 5, 1))
    typed = replace(done, credit=75, done_on=date(2026, 6, 1))

    assert settled(typed, done, TODAY) == typed
    assert settled(replace(done, credit=75), None, TODAY).done_on == date(2026, 5, 1)
    assert settled(replace(done, credit=75), replace(done, credit=75), TODAY).done_on == date(2026, 5, 1)


def test_a_new_milestone_weighs_one_and_has_no_flags():
    new = Milestone(partnership_id="b", code="T1", domain="hrm", title=Text("x"))

    assert (new.weight, new.credit, new.gate, new.critical, new.cancelled) == (1.0, 0.0, "", False, False)
    assert (new.source, new.owner_id, new.partner_id) == ("", "", "")


def test_problems_of_a_plan_come_in_the_order_of_its_codes():
    twice = [a_milestone(code=code) for code in ("T2", "B1", "T2", "B1")]
    missing = plan_problems([a_milestone(code="T1", waits_for=("Z9", "A1", "K5"))])

    assert [one.subject for one in plan_problems(twice)] == ["B1", "T2"]
    assert [one.details["code"] for one in missing] == ["A1", "K5", "Z9"]


def test_a_circle_is_told_at_the_milestone_it_begins_with():
    waits = {"T1": ("T2",), "T2": ("T3",), "T3": ("T1",)}
    [problem] = plan_problems([a_milestone(code=code, waits_for=codes) for code, codes in waits.items()])

    assert problem.subject == str(problem.details["circle"]).split(" → ")[0]
