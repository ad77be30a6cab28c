"""Markup: what is not markup is escaped, and nothing is a link where a reader may not go."""

from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link


def test_words_are_escaped_once_and_markup_never():
    inner = el("strong", "a < b & c")

    assert inner == "<strong>a &lt; b &amp; c</strong>"
    assert el("p", inner, "<script>") == f"<p>{inner}&lt;script&gt;</p>"
    assert isinstance(joined("a", inner), Markup)


def test_an_attribute_cannot_break_out_of_its_quotes():
    assert el("a", href='"><script>', aria_label="it's", class_="one") == '<a href="&quot;&gt;&lt;script&gt;" aria-label="it&#x27;s" class="one"></a>'


def test_what_is_none_is_left_out():
    assert el("p", None, "a", None, id=None) == "<p>a</p>"
    assert joined(None) == ""


def test_a_link_that_leads_nowhere_is_plain_words():
    assert anchor("Plan", href="/plan") == '<a href="/plan">Plan</a>'
    assert anchor("Plan", href="", class_="x") == '<span class="x">Plan</span>'
    assert (nav_link("Plan", href=""), nav_link("Plan", href="/plan")) == (None, '<a href="/plan">Plan</a>')
