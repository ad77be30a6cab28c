"""Terms of trade: each has a name and a meaning in both languages, and is found in the words that name it."""

import pytest

from integration.i18n.terms import ALSO, definitions, terms_in
from integration.i18n.words import words_in


def test_every_term_has_a_name_and_a_meaning_of_its_own_in_both_languages():
    dutch, english = definitions(words_in("nl")), definitions(words_in("en"))

    assert [*dutch] == [*english]
    for defined in (dutch, english):
        assert len({name.lower() for name, _ in defined.values()}) == len({meaning for _, meaning in defined.values()}) == len(defined)
    assert {name for language in ALSO.values() for name in language} <= {*english}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_term_is_found_by_its_own_name_at_the_head_of_a_figure(language):
    for term, (name, _) in definitions(words_in(language)).items():
        assert term in terms_in(name.upper(), language), term


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("3 days late", ["days late"]),
        ("1 day late", ["days late"]),
        ("Delivered 40 % · planned by now 62 %", ["delivered", "planned by now"]),
        ("gates", ["gate"]),
        ("investigated", []),  # no gate within a word
        ("", []),
    ],
)
def test_a_term_is_found_as_a_word_and_not_within_one(words, terms):
    assert [*terms_in(words, "en")] == terms
