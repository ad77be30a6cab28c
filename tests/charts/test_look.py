"""The look: typed words stay text and are cut, and the page's theme decides the colours."""

from datetime import date

import plotly.graph_objects as go

from integration.charts.look import band, draw, drawn_words, laid_out, look, plain, upright


def test_typed_markup_is_text():
    assert plain("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"


def test_long_words_are_cut_before_they_are_escaped():
    assert plain("abcdef", 4) == "abc…"
    assert plain("&&&&", 4) == "&amp;" * 4


def test_a_dark_page_has_light_ink_on_the_same_layout():
    light, dark = (laid_out(go.Figure(), look(one), 100).layout for one in (False, True))

    assert light.font.color != dark.font.color and light.xaxis.gridcolor != dark.xaxis.gridcolor
    assert light.height == dark.height == 100


def test_a_picture_says_its_legend_its_notes_and_its_axes():
    figure = go.Figure(go.Scatter(x=[1], y=[1], name="delivered"), {"xaxis": {"title": "Impact"}})
    draw(figure, [], [{"text": "today"}])

    assert drawn_words(figure) == ["delivered", "today", "Impact"]


def test_bands_and_lines_are_added_to_what_is_there():
    figure, day = go.Figure(), date(2026, 9, 1)
    draw(figure, [band(day, day, "red")])
    draw(figure, [upright(day, width=2)], [{"text": "today"}])

    assert [(one.type, one.x0, one.yref) for one in figure.layout.shapes] == [("rect", day, "y domain"), ("line", day, "y domain")]
