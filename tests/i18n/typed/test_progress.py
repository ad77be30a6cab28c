"""Progress as it is typed: every word of the ladder, its synonyms, shares and percentages, each with one reading."""

import pytest

from integration.errors import Problem
from integration.i18n.labels import credit_name
from integration.i18n.typed.cell import folded
from integration.i18n.typed.progress import GONE, SYNONYMS, Progress, far, typed_progress
from integration.i18n.words import words_in


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("credit", [*range(0, 101, 25), 12.5, 30, 62.5, 99])
def test_what_the_table_shows_reads_back(credit, language):
    assert typed_progress(credit_name(words_in(language), credit)) == Progress(credit)


@pytest.mark.parametrize(
    ("words", "credit"),
    [("62,5%", 62.5), ("62.5 %", 62.5), ("75", 75), ("0,25", 25), ("0.5", 50), ("0,5%", 0.5), ("100", 100), ("0", 0), ("1%", 1), ("KLAAR", 100), ("bezig", 50)],
)
def test_a_share_a_percentage_and_a_word(words, credit):
    assert typed_progress(words) == Progress(credit)


def test_every_word_means_one_step_only():
    said = [folded(word) or word.strip() for words in SYNONYMS.values() for word in words.split(",")]

    assert len(said) == len({*said})
    assert all(far()[word] == step for step, words in SYNONYMS.items() for word in [folded(one) or one.strip() for one in words.split(",")])
    assert not GONE & far().keys()


@pytest.mark.parametrize("words", ["1", "1,0", "150", "-5", "groen", "bijna", "Prepared (80 %)", "=1+1", "<b>x</b>"])
def test_what_is_not_understood_or_could_be_two_is_a_sentence(words):
    assert isinstance(typed_progress(words), Problem)


def test_called_off_is_no_progress_and_nothing_is_nothing():
    assert (typed_progress("Vervallen"), typed_progress("won't do"), typed_progress("  ")) == (Progress(None), Progress(None), None)
