"""Text in two languages."""

import pytest

from integration.model.text import Text, unseen, visible


def test_a_reader_gets_the_own_language():
    both = Text("brug", "bridge")

    assert (str(both.reading("nl")), str(both.reading("en"))) == ("brug", "bridge")


@pytest.mark.parametrize(("text", "language", "shown"), [(Text(nl="brug"), "en", "brug [NL]"), (Text(en="bridge"), "nl", "bridge [EN]")])
def test_a_missing_translation_shows_the_other_language_marked(text, language, shown):
    assert str(text.reading(language)) == shown


def test_nothing_is_nothing_in_both_languages():
    assert [str(Text().reading("nl")), str(Text().reading("en")), bool(Text())] == ["", "", False]


def test_a_changed_text_drops_its_stale_translation():
    assert Text("brug", "bridge").saying("nl", "tunnel") == Text(nl="tunnel")


def test_an_unchanged_text_keeps_its_translation():
    assert Text("brug", "bridge").saying("en", "bridge") == Text("brug", "bridge")


def test_saving_borrowed_words_unchanged_does_not_pass_them_off_as_translated():
    assert Text(nl="brug").saying("en", "brug") == Text(nl="brug")


def test_a_text_can_be_emptied():
    assert Text("brug", "bridge").saying("en", "") == Text()


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u061c", "\u2028", "\ufeff", "\ud800"]
)
def test_a_sign_that_nobody_sees_is_named(sign):
    assert (visible(f"a{sign}b"), unseen(f"a{sign}b")) == (f"a[U+{ord(sign):04X}]b", f"U+{ord(sign):04X}")


@pytest.mark.parametrize("words", ["", "two\nlines\tand a tab", "שלום", "👩\u200d🏫 één"])
def test_what_is_seen_stays_as_it_is(words):
    assert (visible(words), unseen(words)) == (words, "")
