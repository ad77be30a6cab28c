"""An indicator as a picture: its measurements with their numbers, and the target as a line of its own."""

from datetime import date

import pytest

from integration.charts.look import look
from integration.charts.objective import objective_chart
from integration.views.foundation.foundation import IndicatorRow

DAYS = (date(2026, 1, 1), date(2026, 6, 1))


def indicator(*values: float, target: float = 10.0, unit: str = "students") -> IndicatorRow:
    return IndicatorRow("1", "Number", unit, "", "", None, "", "", "", "", DAYS[: len(values)], values, target)


@pytest.mark.parametrize("dark", [False, True])
def test_measurements_are_drawn_and_written_out(dark):
    figure = objective_chart(indicator(2.5, 4.0), dark)
    [measured] = figure.data

    assert ([*measured.x], [*measured.y], [*measured.text]) == ([*DAYS], [2.5, 4.0], ["2.5", "4"])
    assert measured.line.color == look(dark).running


def test_the_target_is_a_broken_line_with_its_number_and_typed_markup_is_text():
    figure = objective_chart(indicator(2.5, unit="<b>x</b>"), False)
    [line], [note] = figure.layout.shapes, figure.layout.annotations

    assert (line.y0, line.y1, line.line.dash) == (10.0, 10.0, "dash")
    assert note.text == "10 &lt;b&gt;x&lt;/b&gt;"


@pytest.mark.parametrize("values", [(), (2.5,), (25.0, 4.0)])
def test_everything_drawn_fits_in_the_picture(values):
    low, high = objective_chart(indicator(*values), False).layout.yaxis.range

    assert low == 0 and all(value < high for value in (10.0, *values))
