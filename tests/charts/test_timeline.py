"""The Gantt as a picture: what was promised, when school is closed, and a state told by shape as well as colour."""

from datetime import date

import pytest

from integration.charts.timeline import timeline_chart
from integration.i18n.words import words_in
from integration.views.plan.timeline import one_timeline
from tests.examples import TODAY, a_milestone, a_reader

say = words_in("en")
END = date(2027, 3, 1)


def test_the_gantt_shows_what_was_promised_and_when_school_is_closed():
    one = a_milestone(due_on=END)
    view = one_timeline(a_reader(), "x", [one], "", {one.id: date(2027, 1, 1)}, {"T1": "critical"}, [("Kerst", date(2026, 12, 19), date(2027, 1, 3))])
    figure = timeline_chart(say, view, TODAY, False)

    assert [*next(trace for trace in figure.data if trace.name == "promised").x] == [date(2027, 1, 1)]
    assert figure.data[0].y[1][0].startswith("● T1")
    assert any(shape.x0 == date(2026, 12, 19) for shape in figure.layout.shapes)


@pytest.mark.parametrize("dark", [False, True])
def test_states_are_told_apart_without_colour(dark):
    plan = [a_milestone(code="T1", credit=100, done_on=date(2026, 5, 1)), a_milestone(code="T2", credit=25), a_milestone(code="T3", due_on=date(2026, 6, 1))]
    figure = timeline_chart(say, one_timeline(a_reader(), "x", plan, ""), TODAY, dark)
    patterns = [trace.marker.pattern.shape for trace in figure.data if trace.type == "bar"]

    assert len(patterns) >= 3 and len(set(map(str, patterns))) == len(patterns)
