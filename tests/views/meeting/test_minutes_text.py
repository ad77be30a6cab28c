"""Minutes as text: complete, and typed signs stay what they are."""

from hypothesis import given
from hypothesis import strategies as st

from integration.i18n.words import words_in
from integration.views.meeting.meeting import AgendaRow, Minutes
from integration.views.meeting.minutes_text import escaped, minutes_markdown, minutes_plain

ITEM = AgendaRow("1", 1, "Watermelon", "watermelon", "*Housing*: red", ("- SPI(t) 0.7",), "# no heading\n1. no list", True)
FOUND = Minutes("Minutes: A_B", (("Present", "[x](http://evil)"),), (ITEM,), (("Who pays?", "By use <b>"),), ("=CALL · nobody",), "Bye")


def test_plain_minutes_hold_every_word_as_typed():
    text = minutes_plain(words_in("en"), FOUND)

    for words in ("A_B", "[x](http://evil)", "*Housing*: red", "- SPI(t) 0.7", "# no heading", "1. no list", "By use <b>", "=CALL · nobody", "Bye"):
        assert words in text


def test_typed_signs_make_no_markdown():
    text = minutes_markdown(words_in("en"), FOUND)

    assert r"**\*Housing\*: red**" in text
    assert r"\[x\](http://evil)" in text and r"\# no heading" in text and r"1\. no list" in text
    assert "**Who pays?**: By use \\<b\\>" in text


def test_what_was_not_reached_says_so():
    skipped = AgendaRow("1", 1, "Own", "own", "Later", (), "", False)

    assert "niet besproken" in minutes_plain(words_in("nl"), Minutes("", (), (skipped,), (), (), ""))


@given(st.text(max_size=80))
def test_escaping_only_adds_backslashes(words):
    assert len(escaped(words)) - len(words) == escaped(words).count("\\") - words.count("\\")
