"""Where the plan is, in one sentence in both languages: never a NaN, never a guess without its rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.threshold import Thresholds
from integration.services.portfolio import portfolio
from integration.views.plan.schedule import schedule_view
from tests.examples import BRIDGE, NOON, TODAY, a_milestone, a_partnership, a_visit, save


def shown(database, language="en", now=NOON):
    visit = a_visit(database, language, now)
    found = portfolio.read(visit).timed
    assert found
    return schedule_view(visit.reader, next(found.partnerships.loc[[BRIDGE]].itertuples(index=False)), Thresholds())


@pytest.mark.parametrize(
    ("milestones", "english", "dutch"),
    [
        ([], "Nothing is planned yet, so there is nothing to compare with.", "Er is nog niets gepland, dus er is niets om mee te vergelijken."),
        ([a_milestone(cancelled=True)], "Nothing is planned yet, so there is nothing to compare with.", None),
        (
            [a_milestone(due_on=TODAY - timedelta(days=9))],
            "The first thing not yet delivered was due on 14 Nov 2026; we are 9 days behind.",
            "Het eerste dat nog niet is opgeleverd had op 14 nov 2026 klaar moeten zijn; we lopen 9 dagen achter.",
        ),
        ([a_milestone()], "Exactly on plan. The next thing is due on 31 Dec 2026.", "Precies op schema. Het volgende moet klaar zijn op 31 dec 2026."),
        (
            [a_milestone(due_on=date(2026, 12, 3), credit=100, done_on=TODAY), a_milestone(code="T2", due_on=date(2027, 3, 1))],
            "More was delivered than was due: we are 10 days ahead. The next thing is due on 1 Mar 2027.",
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

    assert shown(db).sentence.endswith("we are 1 day behind.")


def test_the_end_is_a_range_of_three_ways_of_counting(bridge):
    save(bridge, a_milestone(due_on=date(2026, 10, 1)), a_milestone(code="T2", due_on=date(2027, 6, 1), forecast_on=date(2027, 7, 1)))
    view = shown(bridge)

    # PD 516, AT 326, ES 273: 516 × 326 / 273 = 616 days, and 53 days behind.
    ways = "at today’s pace 9 Sept 2027, with the rest as planned 24 Jul 2027, by the lead 1 Jul 2027"
    assert view.finish == f"Finished between 1 Jul 2027 and 9 Sept 2027: {ways}"
    assert [value for _, value, _ in view.numbers] == ["0.84", "53 days", "1.28", "1 Jun 2027"]


def test_too_early_and_never_are_said(bridge):
    [seen] = save(bridge, a_milestone(due_on=date(2027, 6, 1)))
    assert shown(bridge).finish == "Too early to forecast: nothing was due yet · the lead’s own date is 1 Jun 2027"
    save(bridge, replace(seen, due_on=date(2040, 1, 1)))
    assert shown(bridge).finish.startswith("Too early to forecast: wait until a tenth of the programme is over, on 27 May 2027")
    save(bridge, a_milestone(code="T0", due_on=date(2026, 1, 5)), a_milestone(code="T2", cancelled=True))
    assert "nan" not in str(shown(bridge)).lower()
