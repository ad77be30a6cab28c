"""A ripple in words: what moves, what it costs, and the circle that stops it."""

from datetime import date

from integration.views.plan.critical_path import path_view
from integration.views.plan.ripple import ripple_view
from tests.examples import COMPANY, SCHOOL, TODAY, a_milestone, a_reader

BODIES = {SCHOOL: "ROC De Brug", COMPANY: "Machinefabriek"}


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


def test_the_school_year_is_that_of_the_promise_and_not_of_a_moved_due_date():
    moved = a_milestone(code="B", due_on=date(2027, 10, 1), promised_on=date(2027, 8, 15), gate="day1", waits_for=("A",), starts_on=date(2027, 5, 1))
    view = ripple_view(a_reader(), [a_milestone(code="A", due_on=date(2027, 5, 1)), moved], {"A": date(2027, 5, 22)}, BODIES)

    assert view.moved[0].cliff == "and misses the school year: the next one begins on 1 Sept 2028"
