"""Why this colour: the milestones say what fired the rule, and no term praises what was given up."""

from dataclasses import replace
from datetime import date, timedelta

from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.portfolio import partnership, portfolio
from integration.views.plan.schedule import schedule_view
from tests.examples import BRIDGE, JANUARY, MARCH, TODAY, a_milestone, a_visit, save


def why(database):
    """What opens behind the colour of the bridge."""
    visit = a_visit(database)
    dossier, [row] = partnership.read(visit, "BRUG"), portfolio.read(visit).timed.partnerships.loc[[BRIDGE]].itertuples(index=False)
    return schedule_view(visit.reader, row, Thresholds(), dossier.milestones).why


def promised(database, *milestones):
    """These milestones, promised in January."""
    stored, promise = save(database, *milestones, recorded_at=JANUARY), Baseline(partnership_id=BRIDGE, name=Text("Plan"))
    save(database, promise, *baseline_lines(promise, stored), recorded_at=JANUARY)
    return stored


def test_what_was_given_up_is_no_pace_and_no_days_ahead(bridge):
    first, *rest = promised(bridge, *(a_milestone(code=f"T{at}", due_on=TODAY + timedelta(days=28)) for at in range(8)))
    save(bridge, replace(first, credit=100, done_on=TODAY), *(replace(one, cancelled=True) for one in rest), recorded_at=MARCH)

    assert why(bridge).terms == (("Pace, SPI(t)", "–", "7 of 8 promised milestones were cancelled"),)


def test_what_is_finished_late_has_a_pace_and_none_that_is_needed(bridge):
    promised(bridge, a_milestone(due_on=date(2026, 11, 1), credit=100, done_on=TODAY))

    assert [name for name, _, _ in why(bridge).terms] == ["Pace, SPI(t)", "Behind", "Earned"]
    assert why(bridge).terms[0][2].endswith("days from the start (1 Jan 2026) to the last delivery (23 Nov 2026)")


def test_a_milestone_that_is_not_late_says_when_it_is_expected(bridge):
    one, other = promised(bridge, a_milestone(due_on=date(2027, 3, 1)), a_milestone(code="T2", due_on=date(2027, 3, 1)))
    save(bridge, replace(one, forecast_on=date(2028, 9, 1)), replace(other, due_on=date(2027, 6, 1)), recorded_at=MARCH)

    assert [line.partition(" · ")[2] for line in why(bridge).milestones] == [
        "expected 1 Sept 2028, 550 days after the promise",
        "promised 1 Mar 2027 · now planned 1 Jun 2027",
    ]
