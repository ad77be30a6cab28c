"""Text for the PDF: every letter is shown, named or marked, and no word is without end."""

import pytest

from integration.reports.paper.pdf_text import UNKNOWN, printable


@pytest.mark.parametrize(("words", "shown"), [("plain", "plain"), ("Zoë – één", "Zoë – één"), ("two\nlines", "two\nlines"), ("", ""), ("a\tb", "a b")])
def test_what_the_fonts_have_stays(words, shown):
    assert printable(words) == shown


def test_a_picture_letter_is_named_and_a_letter_without_a_sign_is_marked():
    assert printable("🚀") == "[rocket]"
    assert printable("漢") == UNKNOWN
    assert "\ud800" not in printable("a\ud800b")


def test_a_word_without_end_may_break_at_every_twelfth_letter():
    assert printable("x" * 36).split("\u200b") == ["x" * 12] * 3
    assert printable("x" * 35) == "x" * 35


def test_everything_within_is_made_showable_and_numbers_stay():
    assert printable({"a": ["🚀", 1, None], "b": ("x", 2.5)}) == {"a": ["[rocket]", 1, None], "b": ["x", 2.5]}
