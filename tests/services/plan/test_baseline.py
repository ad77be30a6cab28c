"""Baselines through the service: promised once, never changed, and what the schedule is measured against."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import Invalid, PastIsReadOnly
from integration.i18n.formats import day
from integration.model.plan.baseline import Baseline
from integration.model.plan.baseline_changes import line_changes
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.plan import baseline, plan
from integration.services.portfolio import partnership, portfolio
from integration.views.plan.schedule import schedule_view
from tests.examples import BRIDGE, FEBRUARY, MARCH, NOON, START, TODAY, a_milestone, a_partnership, a_visit, fields_of, save


def promise(database, name="Accepted", reason="", now=NOON):
    wanted = Baseline(partnership_id=BRIDGE, name=Text(en=name), reason=Text(en=reason))
    return baseline.promise(a_visit(database, now=now), a_partnership(), wanted)


def read(database):
    return baseline.promises(a_visit(database), a_partnership())


def test_a_baseline_keeps_the_plan_as_it_was_promised(bridge):
    [seen] = save(bridge, a_milestone(due_on=date(2027, 1, 1)))
    promise(bridge)
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, due_on=date(2027, 2, 1), weight=3)])
    [kept] = read(bridge)
    [change] = line_changes(kept.lines, baseline.current_lines(a_visit(bridge), a_partnership()))

    assert [line.due_on for line in kept.lines] == [date(2027, 1, 1)]
    assert (change.days, change.weight) == (31, 2)


def test_a_new_promise_needs_a_reason_and_leaves_the_old_one(bridge):
    save(bridge, a_milestone())
    promise(bridge)

    with pytest.raises(Invalid) as refused:
        promise(bridge, "Again")
    promise(bridge, "Again", "The permit came later")
    assert fields_of(refused.value.problems) == ["reason"]
    assert [one.baseline.name.en for one in read(bridge)] == ["Accepted", "Again"]


@pytest.mark.parametrize("milestones", [[], [a_milestone(cancelled=True)], [a_milestone(due_on=None)]], ids=["none", "all cancelled", "undated"])
def test_nothing_to_promise_is_refused_in_words(bridge, milestones):
    save(bridge, *milestones)

    with pytest.raises(Invalid) as refused:
        promise(bridge)
    assert fields_of(refused.value.problems) == ["lines"]
    assert read(bridge) == []


def test_the_past_promises_nothing(bridge):
    save(bridge, a_milestone(), recorded_at=FEBRUARY)

    with pytest.raises(PastIsReadOnly):
        baseline.promise(a_visit(bridge, as_of=MARCH), a_partnership(), Baseline(partnership_id=BRIDGE, name=Text("x")))


def test_the_schedule_is_measured_against_the_baseline_and_not_the_moved_plan(bridge):
    [seen] = save(bridge, a_milestone(due_on=TODAY - timedelta(days=20)))
    promise(bridge)
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, due_on=TODAY + timedelta(days=90))])
    found = portfolio.read(a_visit(bridge)).timed

    assert found and found.partnerships.behind[BRIDGE] == 20


def test_what_came_after_the_baseline_is_not_part_of_its_schedule(bridge):
    save(bridge, a_milestone(due_on=TODAY + timedelta(days=9)))
    promise(bridge)
    save(bridge, a_milestone(code="T2", due_on=TODAY - timedelta(days=30)))
    found = portfolio.read(a_visit(bridge)).timed

    assert found and (found.partnerships.bac[BRIDGE], found.partnerships.behind[BRIDGE]) == (1, 0)


def moved_start(database, days, now=NOON):
    seen = partnership.find(a_visit(database), "BRUG")
    return partnership.save(a_visit(database, now=now), replace(seen, starts_on=START + timedelta(days=days)))


OTHER = "00000000-0000-4000-8000-00000000dddd"


def noted(database, language="en", of=BRIDGE):
    visit = a_visit(database, language)
    row = next(portfolio.read(visit).timed.partnerships.loc[[of]].itertuples(index=False))
    return schedule_view(visit.reader, row, Thresholds()).notes, row.behind, row.spi


MOVED = {"en": "The programme start was moved from {} to {}.", "nl": "Het begin van het programma is verplaatst van {} naar {}."}


@pytest.mark.parametrize("language", MOVED)
def test_an_earlier_programme_start_leaves_a_trace(bridge, language):
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=20)), a_milestone(code="T2", due_on=TODAY + timedelta(days=90)))
    moved_start(bridge, -200)
    days = [day(one, language) for one in (START, START - timedelta(days=200))]

    assert noted(bridge, language)[0] == (MOVED[language].format(*days),)


def test_after_a_baseline_an_earlier_start_changes_no_number_and_says_so(bridge):
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=20)), a_milestone(code="T2", due_on=TODAY + timedelta(days=90)))
    promise(bridge, now=NOON - timedelta(days=9))
    (_, *before), _ = noted(bridge), moved_start(bridge, -200)
    (note,), *after = noted(bridge)

    assert after == before
    assert "the pace counts from" in note


def test_a_start_that_was_given_after_the_promise_leaves_a_trace(bridge):
    without = a_partnership(id=OTHER, code="ANDERS", starts_on=None)
    save(bridge, without, a_milestone(partnership_id=OTHER))
    baseline.promise(a_visit(bridge), without, Baseline(partnership_id=OTHER, name=Text(en="Accepted")))
    partnership.save(a_visit(bridge, now=NOON + timedelta(days=1)), replace(partnership.find(a_visit(bridge), "ANDERS"), starts_on=date(2025, 1, 1)))

    assert noted(bridge, of=OTHER)[0] == ("The programme start 1 Jan 2025 was given after the plan was promised.",)


def test_a_baseline_that_promises_an_earlier_start_leaves_a_trace(bridge):
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=20)), a_milestone(code="T2", due_on=TODAY + timedelta(days=90)))
    promise(bridge, now=NOON - timedelta(days=9))
    (_, _, before), _, _ = noted(bridge), moved_start(bridge, -200, NOON - timedelta(days=2)), promise(bridge, "Again", "An earlier start")
    (note,), _, after = noted(bridge)

    assert after > before and note.startswith("The programme start was moved from")


LATER = {"en": "1 promise is later than in the first baseline, by 50 days.", "nl": "1 belofte is later dan in de eerste baseline, met 50 dagen."}


@pytest.mark.parametrize("language", LATER)
def test_a_new_baseline_that_keeps_the_end_tells_which_promises_moved(bridge, language):
    [late, _] = save(bridge, a_milestone(due_on=TODAY - timedelta(days=20)), a_milestone(code="T2", due_on=TODAY + timedelta(days=90)))
    promise(bridge, now=NOON - timedelta(days=9))
    save(bridge, replace(late, due_on=TODAY + timedelta(days=30)), recorded_at=NOON - timedelta(days=2))
    promise(bridge, "Again", "More time")

    assert noted(bridge, language)[:2] == ((LATER[language],), 0)


def test_a_new_baseline_tells_how_much_of_the_first_it_left_out(bridge):
    plan_of_eight = save(bridge, *(a_milestone(code=f"T{at}", due_on=TODAY + timedelta(days=at)) for at in range(8)))
    promise(bridge, now=NOON - timedelta(days=9))
    save(bridge, *(replace(one, cancelled=True) for one in plan_of_eight[:7]), recorded_at=NOON - timedelta(days=2))
    promise(bridge, "Again", "Less to do")

    assert noted(bridge)[0] == ("7 of the 8 milestones of the first baseline are promised no more.",)


def test_a_forecast_that_has_passed_hides_no_moved_due_date(bridge):
    [seen] = save(bridge, a_milestone(due_on=TODAY + timedelta(days=30), credit=25))
    promise(bridge)
    save(bridge, replace(seen, due_on=TODAY + timedelta(days=200), forecast_on=TODAY - timedelta(days=20)))
    row = portfolio.read(a_visit(bridge)).timed.partnerships.loc[BRIDGE]

    assert (row.forecast_days, row.lead_finish.date(), row["rule"]) == (170, TODAY + timedelta(days=200), "forecast red")
