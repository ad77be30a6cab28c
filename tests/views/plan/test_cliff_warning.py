"""What to decide before which cliff."""

from datetime import date

from integration.model.text import Text
from integration.services.portfolio import portfolio
from integration.views.plan.cliff_warning import cliff_warnings, first_cliff_warnings
from tests.examples import a_milestone, a_reader, a_visit, save


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
