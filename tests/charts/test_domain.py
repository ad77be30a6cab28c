"""One domain as a picture: progress as a bar, depth as a diamond, one line for each partnership."""

import pytest

from integration.charts.domain import domain_chart
from integration.charts.look import look
from integration.i18n.words import words_in
from integration.views.portfolio.cell import Levels
from integration.views.portfolio.domain import Compared


def compared(name: str, progress: float | None, levels: Levels | None) -> Compared:
    return Compared(name, "", progress, "–" if progress is None else f"{progress:.0f} %", levels, "2 of 4" if levels else "–", "Green", "G", "Green", 0)


ROWS = [compared("Same", 40, Levels(0, 2, 4)), compared("Same", 90, None), compared("<b>x</b>", None, Levels(0, 1, 3))]


@pytest.mark.parametrize("dark", [False, True])
def test_bars_are_progress_and_diamonds_are_depth(dark):
    bars, marks = domain_chart(words_in("en"), ROWS, dark).data

    assert dict(zip(bars.y, bars.x, strict=True)) == {2: 40, 1: 90, 0: 0}
    assert dict(zip(marks.y, marks.x, strict=True)) == {2: 50, 0: 25}
    assert (marks.marker.symbol, bars.marker.color) == ("diamond", look(dark).running)


def test_partnerships_of_one_name_have_a_line_each_with_their_number_in_words():
    labels = domain_chart(words_in("en"), ROWS, False).layout.yaxis.ticktext

    assert [label.strip() for label in labels] == ["&lt;b&gt;x&lt;/b&gt;  –", "Same  90 %", "Same  40 %"]
