"""The audit in words: what happened, about what, and when."""

from datetime import date

import pandas as pd
import pytest

from integration.i18n.words import words_in
from integration.model.access.ability import ABILITIES
from integration.views.access.audit import about, audit_table, verb_name
from tests.examples import NOON, a_reader, in_file

WRITING = sorted(one for one in ABILITIES if not one.startswith("read"))


@pytest.mark.parametrize("verb", [*WRITING, "answer", "sign in", "open link", "wrong PIN", "export", "accept loss"])
def test_whatever_is_done_reads_as_done_in_both_languages(verb):
    dutch, english = (verb_name(words_in(language), verb) for language in ("nl", "en"))

    # What was set and to set it are one word in English.
    assert (english != verb or verb == "set depth") and english != dutch != verb


def test_what_nobody_named_is_told_as_it_is():
    assert verb_name(words_in("nl"), "something new") == "something new"


@pytest.mark.parametrize(
    ("verb", "subject", "words"),
    [("update plan", "BRUG", "BRUG"), ("update plan", "", "–"), ("sign in", "x" * 64, "–"), ("ask sign-in mail", "x" * 64, "–")],
)
def test_a_seal_is_about_nothing_that_a_reader_knows(verb, subject, words):
    assert about(verb, subject) == words


def test_an_answer_has_a_day_and_everything_else_a_moment():
    rows = pd.DataFrame({"happened_at": [NOON, NOON], "person": ["Vera", None], "verb": ["update plan", "answer"], "subject": ["BRUG", ""]})
    table = audit_table(a_reader(), rows.astype({"happened_at": "datetime64[us]"}))

    assert in_file(table, "When") == [NOON, date(2026, 11, 23)]
    assert (in_file(table, "Who"), in_file(table, "What happened")) == (["Vera", None], ["changed the plan", "answered a Mirror"])
    assert in_file(table, "About") == ["BRUG", ""]
