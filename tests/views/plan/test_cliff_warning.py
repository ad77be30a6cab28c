"""What to decide before which cliff."""

from datetime import date

from integration.model.text import Text
from integration.services.portfolio import portfolio
from integration.views.plan.cliff_warning import cliff_warnings, first_cliff_warnings
from tests.examples import a_milestone, a_partnership, a_reader, a_visit, save


def test_what_to_decide_before_when(bridge):
    wanted = {"gate": "day1", "due_on": date(2027, 9, 1), "starts_on": date(2027, 3, 1), "title": Text("Rooster", "Timetable")}
    save(bridge, a_milestone(**wanted, forecast_on=date(2027, 9, 15)), a_milestone(**{**wanted, "code": "T2", "starts_on": date(2026, 12, 1)}))
    read = portfolio.read(a_visit(bridge))
    assert read.timed
    found = cliff_warnings(a_reader(), read.timed.cliffs, read.partnerships)

    assert [(one.before, one.passed) for one in found] == [(date(2026, 12, 1), False), (date(2027, 3, 1), False)]
    assert [one.cost for one in found] == ["no expected date yet, school year of 1 Sept 2027", "expected 15 Sept 2027 · moves to school year 2028–29"]
    firsts = first_cliff_warnings(a_reader(), read.timed.cliffs, read.partnerships)
    assert [(one.href, others) for one, others in firsts] == [("/partnership?p=BRUG&at=milestone.T2&lang=en", 1)]


def test_what_was_missed_says_so_and_a_meeting_before_the_day_is_named(bridge):
    save(bridge, a_partnership(version=1, next_meeting_on=date(2026, 12, 8)))
    late = {"gate": "day1", "starts_on": date(2026, 3, 1)}
    save(bridge, a_milestone(**late, due_on=date(2026, 9, 1)), a_milestone(**{**late, "code": "T2", "due_on": date(2027, 9, 1)}, forecast_on=date(2027, 9, 2)))
    read = portfolio.read(a_visit(bridge))
    missed, passed = cliff_warnings(a_reader(), read.timed.cliffs, read.partnerships)

    assert (missed.before, missed.before_words) == (None, "missed the school year of 1 Sept 2026")
    assert missed.cost == "83 days late · moves to school year 2027–28"
    assert (passed.passed, passed.missed) == (True, True)
