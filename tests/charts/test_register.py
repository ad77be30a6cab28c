"""The matrices as a picture: every risk where it stands, opportunities in a field of their own, and a line to where each should end."""

import pytest

from integration.charts.picture import NARROW, WIDE
from integration.charts.register import MOST, matrix_chart
from integration.i18n.words import words_in
from integration.views.register.register import EntryRow, RiskRow
from tests.charts.svg import at, elements, tips, within, words

say = words_in("en")


def risk(mark: str, before: tuple[int, int], after: tuple[int, int] | None = None, opportunity: bool = False, title: str = "Rent") -> RiskRow:
    return RiskRow(EntryRow(mark, title, (), (), True, "", "", "", ""), mark, opportunity, before, after or before, "4 × 5 = 20", "serious")


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_risks_and_opportunities_have_fields_and_shapes_of_their_own(width):
    drawing = matrix_chart(say, [risk("A", (4, 5)), risk("B", (2, 1), opportunity=True)], width)
    [circle], [diamond] = elements(drawing, "circle"), elements(drawing, "polygon")

    assert {"A", "B", say("Risks"), say("Opportunities")} <= {*words(drawing)}
    assert len([one for one in elements(drawing, "rect") if one.get("class", "").startswith("g-")]) == 50
    assert "s-late" in circle.get("class", "") and "s-running" in diamond.get("class", "")
    assert within(drawing)


def test_without_opportunities_there_is_one_field_and_without_risks_none():
    assert say("Opportunities") not in words(matrix_chart(say, [risk("A", (4, 5))], WIDE))
    assert words(matrix_chart(say, [], WIDE)) == []


def test_a_line_leads_to_where_mitigation_should_end():
    drawing = matrix_chart(say, [risk("A", (4, 5), (2, 3)), risk("B", (1, 1))], WIDE)
    [line] = elements(drawing, "line")

    assert at(line, "x2") < at(line, "x1") and at(line, "y2") > at(line, "y1")
    assert len(elements(drawing, "circle", "f-late")) == 1


def test_risks_of_one_score_lie_beside_each_other_and_only_the_first_are_drawn():
    drawing = matrix_chart(say, [risk(str(at), (3, 3), title="<b>x</b>") for at in range(MOST + 5)], WIDE)
    places = [(one.get("cx"), one.get("cy")) for one in elements(drawing, "circle")]

    assert len(places) == MOST and len({*places}) == 9
    assert "<b>x</b>" in tips(drawing)
