"""The matrix as a picture: every risk where it stands, opportunities by shape, and an arrow to where it should end."""

import pytest

from integration.charts.register import MOST, matrix_chart
from integration.i18n.words import words_in
from integration.views.register.register import EntryRow, RiskRow

say = words_in("en")


def risk(mark: str, before: tuple[int, int], after: tuple[int, int] | None = None, opportunity: bool = False, title: str = "Rent") -> RiskRow:
    return RiskRow(EntryRow(mark, title, (), (), True, "", "", "", ""), mark, opportunity, before, after or before, "4 × 5 = 20", "serious")


def drawn(figure):
    """The marks on the ground: letter, place and shape."""
    return [(trace.text[0], trace.x[0], trace.y[0], trace.marker.symbol) for trace in figure.data if trace.x[0] is not None]


@pytest.mark.parametrize("dark", [False, True])
def test_a_risk_stands_at_impact_and_probability_with_its_letter(dark):
    figure = matrix_chart(say, [risk("A", (4, 5)), risk("B", (2, 1), opportunity=True)], dark)

    assert drawn(figure) == [("A", 5, 4, "circle-open"), ("B", 1, 2, "diamond-open")]
    assert [trace.name for trace in figure.data if trace.name] == ["Risk", "Opportunity"]


def test_an_arrow_leads_to_where_mitigation_should_end():
    figure = matrix_chart(say, [risk("A", (4, 5), (2, 3)), risk("B", (1, 1))], False)
    [arrow] = [note for note in figure.layout.annotations if note.showarrow]

    assert (arrow.ax, arrow.ay, arrow.x, arrow.y) == (5, 4, 3, 2)


def test_risks_of_one_score_lie_beside_each_other_within_their_square():
    marks = drawn(matrix_chart(say, [risk(letter, (3, 3)) for letter in "ABCDEFGHI"], False))

    assert len({(x, y) for _, x, y, _ in marks}) == 9
    assert all(abs(x - 3) < 0.5 and abs(y - 3) < 0.5 for _, x, y, _ in marks)


def test_the_ground_is_louder_on_a_dark_page_and_has_three_weights():
    light, dark = (matrix_chart(say, [], one).layout.shapes for one in (False, True))

    assert len(light) == len(dark) == 25
    assert len({box.fillcolor for box in light}) == 3
    assert dark[0].opacity > light[0].opacity


def test_only_the_first_are_drawn_and_typed_markup_is_text():
    figure = matrix_chart(say, [risk(str(at), (5, 5), title="<b>x</b>") for at in range(MOST + 5)], False)

    assert len(drawn(figure)) == MOST
    assert figure.data[0].hovertext == ("0 &lt;b&gt;x&lt;/b&gt;<br>4 × 5 = 20",)
