"""Plan against reality in words, in both languages: never a NaN, never a guess without its rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.ripple import ripple
from integration.model.plan.baseline import Baseline, Promise, baseline_lines
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.portfolio import portfolio
from integration.views.plan.baseline import NOW, baselines_view
from integration.views.plan.cliff_warning import cliff_warnings, first_cliff_warnings
from integration.views.plan.critical_path import path_view
from integration.views.plan.curve import curve_view
from integration.views.plan.ripple import ripple_view, stretches
from integration.views.plan.schedule import schedule_view
from integration.views.plan.trend import trend_view
from integration.views.plan.verdict import thresholds_in_words, verdict_of
from tests.examples import BRIDGE, COMPANY, JANUARY, MARCH, NOON, SCHOOL, TODAY, a_check_in, a_milestone, a_partnership, a_reader, a_visit, save

BODIES = {SCHOOL: "ROC De Brug", COMPANY: "Machinefabriek"}


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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_watermelon_and_the_thresholds_are_said(bridge, language):
    save(bridge, a_check_in(confidence=9), recorded_at=MARCH)
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=200)), a_check_in(confidence=4))
    visit = a_visit(bridge, language)
    found = portfolio.read(visit).timed
    assert found
    verdict = verdict_of(visit.reader.say, next(found.domains.loc[[(BRIDGE, "training")]].itertuples(index=False)), Thresholds())

    assert (verdict.colour, len(verdict.warnings)) == ("red", 2)
    assert verdict.words == {"en": "Red – SPI(t) 0.39 is below 0.85", "nl": "Rood – SPI(t) 0,39 ligt onder 0,85"}[language]
    assert len(thresholds_in_words(visit.reader.say, Thresholds())) == 5


def test_what_to_decide_before_when(bridge):
    wanted = {"gate": "day1", "due_on": date(2027, 9, 1), "starts_on": date(2027, 3, 1), "title": Text("Rooster", "Timetable")}
    save(bridge, a_milestone(**wanted, forecast_on=date(2027, 9, 15)), a_milestone(**{**wanted, "code": "T2", "starts_on": date(2026, 12, 1)}))
    read = portfolio.read(a_visit(bridge))
    assert read.timed
    found = cliff_warnings(a_reader(), read.timed.cliffs, read.partnerships)

    assert [(one.before, one.passed) for one in found] == [(date(2026, 12, 1), False), (date(2027, 3, 1), False)]
    assert found[1].cost == "14 days late, costs 366 days · school year of 1 Sept 2027"
    firsts = first_cliff_warnings(a_reader(), read.timed.cliffs, read.partnerships)
    assert [(one.href, others) for one, others in firsts] == [("/partnership?p=BRUG&history=milestone.T2&lang=en", 1)]


def test_the_ripple_names_what_moves_and_what_it_costs():
    plan = [
        a_milestone(code="A", due_on=date(2027, 5, 1)),
        a_milestone(code="B", domain="hrm", starts_on=date(2027, 5, 1), due_on=date(2027, 9, 1), gate="day1", waits_for=("A",), partner_id=COMPANY),
    ]
    view = ripple_view(a_reader("nl"), plan, {"A": date(2027, 5, 22)}, BODIES)

    assert [(one.code, one.words) for one in view.moved] == [("B", "HRM: ‘Leerplan’ (Machinefabriek) schuift 21 dagen op, naar 22 sep 2027")]
    assert view.moved[0].cliff == "en mist het schooljaar: het volgende begint op 1 sep 2028"
    assert view.finish == "De laatste mijlpaal wordt dan verwacht op 22 sep 2027, en niet op 1 sep 2027."
    assert view.forecasts == {"B": date(2027, 9, 22)}


def test_a_circle_is_named_and_nothing_else_is_guessed():
    plan = [a_milestone(code="A", waits_for=("B",)), a_milestone(code="B", waits_for=("A",))]

    assert "A → B → A" in path_view(a_reader(), "BRUG", plan, 5, BODIES).problem or "B → A → B" in path_view(a_reader(), "BRUG", plan, 5, BODIES).problem
    assert "circle" in ripple_view(a_reader(), plan, {"A": TODAY}, BODIES).problem


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


def test_baselines_are_compared_milestone_by_milestone():
    one, two, three = a_milestone(code="A"), a_milestone(code="B", title=Text("B")), a_milestone(code="C", title=Text("C"))
    promise = Baseline(partnership_id=BRIDGE, name=Text("Eerste", "First"))
    promised = Promise(promise, tuple(baseline_lines(promise, [one, two])))
    now = baseline_lines(promise, [replace(one, due_on=date(2027, 1, 10), weight=2), three])
    view = baselines_view(a_reader(), [promised], now, {}, promise.id, NOW)

    assert [(row.code, row.before, row.after, row.words) for row in view.compared] == [
        ("A", "31 Dec 2026", "10 Jan 2027", "10 days later · weight 1.0 → 2.0"),
        ("B", "31 Dec 2026", "–", "removed"),
        ("C", "–", "31 Dec 2026", "added"),
    ]
    assert view.sentence == "1 added · 1 removed · 1 later · 1 weighed differently"


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
    assert view.in_words.startswith("By 23 Nov 2026 50 % should be delivered, and 25 % is; forecast end between")


def test_a_trend_tells_who_slips_and_who_holds():
    first = replace(a_milestone(critical=True), version=1, recorded_at=JANUARY)
    slipped = replace(first, version=2, forecast_on=date(2027, 1, 10), recorded_at=MARCH)
    steady = replace(a_milestone(code="T2", critical=True), version=1, recorded_at=JANUARY)
    view = trend_view(a_reader(), [first, slipped, steady])

    assert [(line.code, line.slip, line.slip_words) for line in view.lines] == [("T1", 10, "10 days later, 10 Jan 2027"), ("T2", 0, "held, 31 Dec 2026")]
    assert view.lines[0].reported == (JANUARY.date(), MARCH.date(), TODAY)
    assert trend_view(a_reader(), [first], "hrm").lines == ()
