"""The look: typed words stay text and are cut, and the page's theme decides the colours."""

import plotly.graph_objects as go

from integration.charts.look import laid_out, look, plain


def test_typed_markup_is_text():
    assert plain("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"


def test_long_words_are_cut_before_they_are_escaped():
    assert plain("abcdef", 4) == "abc…"
    assert plain("&&&&", 4) == "&amp;" * 4


def test_a_dark_page_has_light_ink_on_the_same_layout():
    light, dark = (laid_out(go.Figure(), look(one), 100).layout for one in (False, True))

    assert light.font.color != dark.font.color and light.xaxis.gridcolor != dark.xaxis.gridcolor
    assert light.height == dark.height == 100
