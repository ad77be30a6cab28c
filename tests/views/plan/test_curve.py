"""The S-curve in words."""

from dataclasses import replace
from datetime import date

from integration.model.plan.baseline import Baseline, Promise, baseline_lines
from integration.model.text import Text
from integration.services.portfolio import portfolio
from integration.views.plan.curve import curve_view
from tests.examples import BRIDGE, TODAY, a_milestone, a_reader, a_visit, save


def test_the_curve_ends_in_a_cone_and_says_so_in_words(bridge):
    done = a_milestone(due_on=date(2026, 6, 1), credit=100, done_on=date(2026, 7, 1))
    milestones = save(bridge, done, a_milestone(code="T2", due_on=date(2026, 11, 1)), a_milestone(code="T3", weight=2, due_on=date(2027, 3, 1)))
    found = portfolio.read(a_visit(bridge)).timed
    assert found
    row = next(found.partnerships.itertuples(index=False))
    promise = Baseline(partnership_id=BRIDGE, name=Text("x"))
    view = curve_view(a_reader(), milestones, [], baseline_lines(promise, milestones), row)

    assert view.planned[0].shares == (25, 50, 100)
    assert view.earned and view.earned.shares == (0, 25, 25) and view.earned.days[-1] == TODAY
    assert view.cone and view.cone[0] < view.cone[1]
    assert view.in_words.startswith("On 23 Nov 2026 25 % is delivered, and 50 % was planned by now; forecast end between")


def test_an_end_that_every_way_of_counting_agrees_on_is_one_day(bridge):
    done = a_milestone(due_on=TODAY, credit=100, done_on=TODAY)
    milestones = save(bridge, done, a_milestone(code="T2", due_on=date(2027, 10, 1)))
    row = next(portfolio.read(a_visit(bridge)).timed.partnerships.itertuples(index=False))
    promised = baseline_lines(Baseline(partnership_id=BRIDGE, name=Text("x")), milestones)

    assert curve_view(a_reader(), milestones, [], promised, row).in_words.endswith("; forecast end 1 Oct 2027")


def test_where_nothing_is_left_of_the_baseline_the_plan_as_it_stands_is_compared_with(bridge):
    gone = a_milestone(due_on=date(2026, 6, 1), cancelled=True)
    milestones = save(bridge, gone, a_milestone(code="T2", due_on=date(2026, 11, 1)), a_milestone(code="T3", due_on=date(2027, 3, 1)))
    row = next(portfolio.read(a_visit(bridge)).timed.partnerships.itertuples(index=False))
    promise = Baseline(partnership_id=BRIDGE, name=Text("x"))
    agreed = [Promise(promise, tuple(baseline_lines(promise, [replace(milestones[0], cancelled=False)])))]
    view = curve_view(a_reader(), milestones, agreed, baseline_lines(promise, milestones), row)

    assert [one.name for one in view.planned] == ["Plan as it stands"]
    assert view.in_words.startswith("On 23 Nov 2026 0 % is delivered, and 50 % was planned by now")
