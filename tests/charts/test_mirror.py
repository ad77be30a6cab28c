"""The Mirror as a picture: a shape for each partner at its mean, joined by the gap, under the whole statement."""

import pytest

from integration.charts.mirror import drawn_rows, mirror_chart
from integration.charts.picture import NARROW, WIDE
from integration.i18n.words import words_in
from integration.views.mirror.mirror import MirrorRow
from tests.charts.svg import at, elements, tips, within, words

say = words_in("nl")


def statement(text: str, *means: float | None, proposes: bool = False) -> MirrorRow:
    named = tuple((name, mean, "") for name, mean in zip(("School", "Company"), means, strict=True))
    return MirrorRow(text, "", text, named, None, "2,0", "", "", "", "", "", proposes, "")


LONG = "We say openly what we expect of each other, also where that is awkward, and come back to it until it is settled"
ROWS = [statement(LONG, 1.5, 3.5, proposes=True), statement("One only", 2.0, None), statement("Nobody", None, None)]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_statement_is_whole_and_each_partner_has_a_shape_of_its_own(width):
    drawing = mirror_chart(say, ROWS, width)

    assert LONG in " ".join(words(drawing)) and "Nobody" not in words(drawing)
    assert {"School", "Company"} <= {*words(drawing)}
    assert len(elements(drawing, "circle", "f-running")) == 1 + 2 and len(elements(drawing, "polygon", "f-target")) == 1 + 1
    assert "School: 1,5" in tips(drawing) and within(drawing)


def test_the_gap_joins_the_means_and_a_proposal_stands_out():
    widest, one_only = elements(mirror_chart(say, ROWS, WIDE), "line", "bone")

    assert at(widest, "x2") > at(widest, "x1") and one_only.get("x1") == one_only.get("x2")
    assert "s-late" in widest.get("class", "") and "s-late" not in one_only.get("class", "")


def test_a_round_without_answers_draws_nothing():
    assert drawn_rows(ROWS[2:]) == [] and elements(mirror_chart(say, [], WIDE), "circle") == []
