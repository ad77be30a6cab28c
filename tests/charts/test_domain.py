"""One domain as a picture: progress and depth beside each other, one line for each partnership."""

import pytest

from integration.charts.domain import domain_chart
from integration.charts.picture import NARROW, WIDE
from integration.i18n.words import words_in
from integration.views.portfolio.cell import Levels
from integration.views.portfolio.domain import Compared
from tests.charts.svg import at, elements, within, words


def compared(name: str, progress: float | None, levels: Levels | None) -> Compared:
    return Compared(name, "", progress, "–" if progress is None else f"{progress:.0f} %", levels, "2 of 4" if levels else "–", "Green", "G", "Green", 0)


ROWS = [compared("Same", 40, Levels(0, 2, 4)), compared("Same", 90, None), compared("<b>x</b>", None, Levels(0, 1, 3))]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_bars_are_progress_and_steps_beside_them_are_depth(width):
    drawing = domain_chart(words_in("en"), ROWS, width)
    tracks, bars = elements(drawing, "rect", "f-track"), elements(drawing, "rect", "f-running")
    steps = elements(drawing, "rect", "f-target")

    assert [round(100 * at(bar, "width") / at(tracks[0], "width")) for bar in bars] == [40, 90]
    assert len(steps) == 2 + 1
    assert min(at(one, "x") for one in steps) > max(at(one, "x") + at(one, "width") for one in tracks)
    assert within(drawing)


def test_partnerships_of_one_name_have_a_line_each_and_typed_markup_is_text():
    said = words(domain_chart(words_in("en"), ROWS, WIDE))

    assert said.count("Same") == 2 and "<b>x</b>" in said and {"40 %", "90 %", "–"} <= {*said}
