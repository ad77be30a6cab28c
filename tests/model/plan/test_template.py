"""Days of a plan that begins elsewhere keep their order; what comes again keeps its day, its year in its code, and its end."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integration.model.plan.milestone import months_after, school_year_start
from integration.model.plan.template import AGAIN, CODE_LENGTH, comes_again, moved
from tests.examples import a_milestone

STARTS = st.dates(date(2010, 1, 1), date(2080, 12, 31))


@given(STARTS, STARTS, st.integers(0, 2000), st.integers(0, 2000))
def test_what_comes_first_still_comes_first(start, new, first, second):
    earlier, later = (start + timedelta(days=each) for each in sorted((first, second)))

    assert new <= moved(earlier, start, new) <= moved(later, start, new)


@given(STARTS, STARTS)
def test_the_start_stays_the_start_and_the_school_year_the_school_year(start, new):
    assert moved(start, start, new) == new
    assert moved(school_year_start(months_after(start, 6)), start, new) == school_year_start(months_after(new, 6))


@given(STARTS, st.integers(0, 2000))
def test_the_same_start_moves_nothing(start, days):
    assert moved(start + timedelta(days=days), start, start) == start + timedelta(days=days)


def test_what_comes_every_four_years_falls_on_its_day_with_a_code_that_fits():
    one = a_milestone(code="EEN-HEEL-LANGE-CODE1", due_on=date(2028, 2, 29))
    found = comes_again(one, 4, date(2040, 12, 31))

    assert [each.due_on for each in found] == [date(2032, 2, 29), date(2036, 2, 29), date(2040, 2, 29)]
    assert all(len(each.code) <= CODE_LENGTH and AGAIN.search(each.code) for each in found) and len({each.code for each in found}) == 3
    assert found[0].title.en == "Curriculum (2031–2032)" and comes_again(a_milestone(due_on=None), 1, date(2040, 1, 1)) == []
