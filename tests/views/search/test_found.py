"""What was found in words: what was asked is marked where it stands, long texts are cut around it, and terms come in both languages."""

import pytest

from integration.views.search.found import Found, excerpt, found_groups, marked, words_asked
from tests.examples import a_reader


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Eén rooster", "een", ["Eén"]),
        ("Roosters", "rooster", ["Rooster"]),
        ("de straße", "strasse", ["straße"]),
        ("één-op-één", "een", ["één", "één"]),
        ("niets", "iets anders", ["iets"]),
        ("leeg", "vol", []),
        ("e\u0301cole", "ecole", ["e\u0301cole"]),
    ],
)
def test_what_was_asked_is_marked_and_the_words_stay_whole(text, typed, found):
    parts = marked(text, words_asked(typed))

    assert "".join(words for words, _ in parts) == text
    assert [words for words, asked in parts if asked] == found


def test_a_long_text_is_cut_at_spaces_around_the_first_word_that_was_asked():
    text = " ".join(["voor"] * 60 + ["midden"] + ["erna"] * 60)
    cut = "".join(words for words, _ in excerpt(text, ("midden",)))

    assert cut.startswith("… voor ") and cut.endswith(" erna …") and " midden " in cut and len(cut) < 180
    assert excerpt(text, ("nergens",)) == ()


@pytest.mark.parametrize(("language", "typed"), [("nl", "te laat"), ("nl", "days late"), ("en", "dagen te laat"), ("en", "days late")])
def test_a_term_is_found_in_both_languages_and_leads_to_its_meaning(language, typed):
    [group] = found_groups(a_reader(language), Found(words_asked(typed)))

    assert f"/help?at=term.days+late&lang={language}" in [row.href for row in group.rows]
