"""Where the plan is, in one sentence in both languages: never a NaN, never a guess without its rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.portfolio import portfolio
from integration.views.plan.schedule import schedule_view
from tests.examples import BRIDGE, JANUARY, MARCH, NOON, TODAY, a_milestone, a_partnership, a_reader, a_visit, save


def shown(database, language="en", now=NOON):
    visit = a_visit(database, language, now)
    found = portfolio.read(visit).timed
    return schedule_view(visit.reader, next(found.partnerships.loc[[BRIDGE]].itertuples(index=False)), Thresholds())


@pytest.mark.parametrize(
    ("milestones", "english", "dutch"),
    [
        ([], "Nothing is planned yet, so there is nothing to compare with.", "Er is nog niets gepland, dus er is niets om mee te vergelijken."),
        ([a_milestone(cancelled=True)], "Nothing is planned yet, so there is nothing to compare with.", None),
        (
            [a_milestone(due_on=TODAY - timedelta(days=9))],
            "Nothing is delivered yet; the first of it was planned for 14 Nov 2026: 9 days behind.",
            "Er is nog niets opgeleverd; het eerste was gepland voor 14 nov 2026: 9 dagen achter.",
        ),
        (
            [a_milestone(due_on=TODAY), a_milestone(code="T2")],
            "What is due today is not delivered yet. The next promise is 23 Nov 2026.",
            "Wat vandaag klaar moet zijn, is nog niet opgeleverd. De volgende belofte is 23 nov 2026.",
        ),
        (
            [a_milestone(due_on=TODAY, credit=100, done_on=TODAY), a_milestone(code="T2")],
            "What was promised by today is delivered. The next promise is 31 Dec 2026.",
            None,
        ),
        (
            [a_milestone()],
            "Nothing was promised by today. The next promise is 31 Dec 2026.",
            "Tot vandaag was niets beloofd. De volgende belofte is 31 dec 2026.",
        ),
        (
            [a_milestone(due_on=date(2026, 12, 3), credit=100, done_on=TODAY), a_milestone(code="T2", due_on=date(2027, 3, 1))],
            "More is delivered than was planned by now: 10 days ahead. The next promise is 1 Mar 2027.",
            None,
        ),
        (
            [a_milestone(due_on=date(2026, 11, 1), credit=100, done_on=date(2026, 11, 3))],
            "Everything is delivered, 2 days after the plan.",
            "Alles is opgeleverd, 2 dagen na het plan.",
        ),
        ([a_milestone(due_on=date(2026, 11, 5), credit=100, done_on=date(2026, 11, 3))], "Everything is delivered, 2 days before the plan.", None),
        ([a_milestone(due_on=date(2026, 1, 1))], "Everything is planned on one day, so there is no pace to compare.", None),
    ],
)
def test_where_the_plan_is_in_one_sentence(bridge, milestones, english, dutch):
    save(bridge, *milestones)

    assert shown(bridge).sentence == english
    assert dutch is None or shown(bridge, "nl").sentence == dutch


def test_a_programme_in_the_future_says_when_it_begins(db):
    save(db, a_partnership(starts_on=date(2027, 2, 1)), a_milestone(starts_on=date(2027, 3, 1), due_on=date(2027, 6, 1)))

    assert shown(db).sentence == "The programme begins on 1 Feb 2027; there is nothing to compare yet."
    assert shown(db).verdict.name == "Not begun"


def test_a_partnership_without_dates_counts_from_its_plan(db):
    save(db, a_partnership(starts_on=None, ends_on=None), a_milestone(starts_on=date(2026, 6, 1), due_on=TODAY - timedelta(days=1)))

    assert shown(db).sentence.endswith("22 Nov 2026: 1 day behind.")


def test_the_end_is_a_range_of_three_ways_of_counting(bridge):
    save(bridge, a_milestone(due_on=date(2026, 10, 1)), a_milestone(code="T2", due_on=date(2027, 6, 1), forecast_on=date(2027, 7, 1)))
    view = shown(bridge)

    # PD 516, AT 326, ES 273: 516 × 326 / 273 = 616 days, and 53 days behind.
    ways = "at today’s pace 9 Sept 2027, with the rest as planned 24 Jul 2027, by the lead 1 Jul 2027"
    assert view.finish == f"Expected to be finished between 1 Jul 2027 and 9 Sept 2027: {ways}"
    assert [value for _, value, _ in view.numbers] == ["0 %", "50 %", "–", "1 Jun 2027"]
    assert [value for _, value, _ in view.why.terms] == ["0.84", "1.28", "53 days behind", "1 Oct 2026"]
    assert view.headline == "delivered 0 % · planned by now 50 %"


def test_too_early_and_never_are_said(bridge):
    [seen] = save(bridge, a_milestone(due_on=date(2027, 6, 1)))
    assert shown(bridge).finish == "Too early to forecast: nothing was due yet · the lead expects 1 Jun 2027"
    save(bridge, replace(seen, due_on=date(2040, 1, 1)))
    assert shown(bridge).finish.startswith("Too early to forecast: wait until a tenth of the programme is over, on 28 May 2027")
    save(bridge, a_milestone(code="T0", due_on=date(2026, 1, 5)), a_milestone(code="T2", cancelled=True))
    assert "nan" not in str(shown(bridge)).lower()


def promise(database, *lines):
    """Store a baseline of these lines: milestone, day."""
    baseline = Baseline(partnership_id=BRIDGE, name=Text("Plan"), reason=Text("x"))
    made = [replace(baseline_lines(baseline, [one])[0], due_on=day) for one, day in lines]
    save(database, baseline, *made, recorded_at=JANUARY)


def test_two_facts_are_two_sentences_and_each_date_is_its_own_distance(bridge):
    dues = [(date(2026, 3, 1), 100), (date(2026, 5, 29), 0), (date(2026, 7, 31), 100), (date(2027, 3, 1), 0)]
    plan = [a_milestone(code=f"T{at}", due_on=day, credit=credit, done_on=day if credit else None) for at, (day, credit) in enumerate(dues)]
    save(bridge, *plan)
    promise(bridge, *((one, one.due_on) for one in plan))
    visit = a_visit(bridge)
    row = next(portfolio.read(visit).timed.partnerships.loc[[BRIDGE]].itertuples(index=False))

    oldest = "The oldest open promise is ‘T1 Curriculum’, 29 May 2026, 178 days late."
    said = schedule_view(visit.reader, row, Thresholds(), plan).sentence
    assert said == f"What is delivered was planned to be there by 31 Jul 2026: 115 days behind. {oldest}"


def test_after_the_planned_end_nothing_is_forecast(bridge):
    save(bridge, a_milestone(due_on=date(2026, 3, 1), credit=100, done_on=date(2026, 3, 1)), a_milestone(code="T2", due_on=date(2026, 9, 28)))

    assert shown(bridge).finish == "The planned end passed 56 days ago; give a new date"
    assert shown(bridge).why.terms[0][1:] == ("–", "after the planned end there is no pace")


def test_scope_that_was_given_up_is_no_success(bridge):
    plan = [a_milestone(code=f"T{at}", due_on=date(2026, at, 1), cancelled=at > 2) for at in range(2, 10)]
    plan[0] = replace(plan[0], credit=100, done_on=date(2026, 1, 20))
    save(bridge, *plan)
    promise(bridge, *((replace(one, cancelled=False), one.due_on) for one in plan))

    assert (shown(bridge).sentence, shown(bridge).notes) == ("Everything that is left is delivered.", ("7 of 8 promised milestones were cancelled.",))
    assert shown(bridge).verdict.words == "Finished – everything that is left is delivered; 7 of 8 promised milestones were cancelled"


def test_a_new_baseline_leaves_the_first_promise_in_sight(bridge):
    [one] = save(bridge, a_milestone(due_on=date(2026, 6, 1)))
    promise(bridge, (one, date(2026, 6, 1)))
    second = Baseline(partnership_id=BRIDGE, name=Text("Nieuw"), reason=Text("x"))
    save(bridge, second, replace(baseline_lines(second, [one])[0], due_on=date(2026, 12, 18)), recorded_at=MARCH)

    assert shown(bridge).notes == ("The planned end moved 200 days since the first baseline.",)


def test_the_start_that_was_promised_stays_the_start(db):
    [seen] = save(db, a_partnership(), recorded_at=JANUARY)
    [one] = save(db, a_milestone(due_on=date(2026, 6, 1)), recorded_at=JANUARY)
    promise(db, (one, date(2026, 6, 1)))
    before = portfolio.read(a_visit(db)).timed.partnerships["at"][BRIDGE]
    save(db, replace(seen, starts_on=date(2020, 1, 1)))

    assert portfolio.read(a_visit(db)).timed.partnerships["at"][BRIDGE] == before


def test_what_has_ended_is_expected_to_end_no_more(db):
    save(db, a_partnership(phase="ended"), a_milestone(due_on=date(2026, 11, 1)), a_milestone(code="T2", due_on=date(2027, 6, 1)))

    assert "22 days behind" in shown(db).sentence and shown(db).finish == ""


def test_where_all_that_was_promised_is_cancelled_nothing_is_called_not_planned_yet(bridge):
    [one] = save(bridge, a_milestone(), recorded_at=JANUARY)
    promise = Baseline(partnership_id=BRIDGE, name=Text("Plan"))
    save(bridge, promise, *baseline_lines(promise, [one]), replace(one, cancelled=True), recorded_at=MARCH)

    assert shown(bridge).sentence == "Nothing that was promised is left, so there is nothing to compare with."


def test_a_plan_of_which_all_was_cancelled_is_not_called_not_planned_yet(bridge):
    plan = save(bridge, a_milestone(cancelled=True))

    assert said(bridge, plan) == "Everything that was planned was cancelled, so there is nothing to compare with."


def said(database, plan):
    row = next(portfolio.read(a_visit(database)).timed.partnerships.loc[[BRIDGE]].itertuples(index=False))
    return schedule_view(a_reader(), row, Thresholds(), plan).sentence


def test_what_was_delivered_early_does_not_stand_for_what_is_due_today(bridge):
    early = a_milestone(credit=100, done_on=TODAY, due_on=TODAY + timedelta(days=9))
    plan = save(bridge, early, a_milestone(code="T2", due_on=TODAY))

    assert said(bridge, plan).startswith("What is due today is not delivered yet.")


def test_a_tenth_of_the_programme_is_over_on_the_first_whole_day_after_it(db):
    save(db, a_partnership(starts_on=TODAY - timedelta(days=2)))
    save(db, a_milestone(due_on=TODAY - timedelta(days=1), starts_on=None), a_milestone(code="T2", due_on=TODAY + timedelta(days=23), starts_on=None))

    assert shown(db).finish.startswith("Too early to forecast: wait until a tenth of the programme is over, on 24 Nov 2026")
