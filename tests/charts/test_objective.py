"""An indicator as a picture: its measurements with their numbers, and the target as a line of its own."""

from datetime import date

import pytest

from integration.charts.objective import objective_chart
from integration.charts.picture import NARROW, WIDE
from integration.i18n.words import words_in
from integration.views.foundation.foundation import IndicatorRow
from tests.charts.svg import at, elements, within, words

DAYS = (date(2026, 1, 1), date(2026, 6, 1))


def indicator(*values: float, target: float = 10.0, unit: str = "students") -> IndicatorRow:
    return IndicatorRow("1", "Number", unit, "", "", None, "", "", "", "", DAYS[: len(values)], values, target)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_measurements_are_drawn_and_written_out(width):
    drawing = objective_chart(words_in("en"), indicator(2.5, 4.0), width)

    assert len(elements(drawing, "circle")) == 2 and {"2.5", "4"} <= {*words(drawing)}
    assert within(drawing)


def test_the_target_is_a_broken_line_with_its_number_and_typed_markup_is_text():
    drawing = objective_chart(words_in("en"), indicator(2.5, 3.0, unit="<b>x</b>"), WIDE)

    assert len(elements(drawing, "line", "dashes")) == 1
    assert "Target: 10 <b>x</b>" in words(drawing)


def test_what_lies_above_the_target_is_still_in_the_picture():
    drawing = objective_chart(words_in("en"), indicator(25.0, 4.0), WIDE)

    assert all(0 < at(one, "cy") < drawing.height for one in elements(drawing, "circle"))
