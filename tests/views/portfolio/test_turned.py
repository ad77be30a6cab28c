"""What turned in words, and the one sentence on top of the portfolio, in both languages."""

from datetime import date

import pandas as pd
import pytest

from integration.measures.turned import TURNED
from integration.views.portfolio.turned import since_words, standing_sentence, turns
from tests.examples import BRIDGE, a_milestone, a_reader, measured, save

DAY = date(2026, 10, 12)


def found(database, language="en", better=False):
    save(database, a_milestone())
    rows = pd.DataFrame([(BRIDGE, "hrm", "red", "amber", True) if better else (BRIDGE, "hrm", "green", "red", False)], columns=TURNED)
    return turns(a_reader(language), rows, measured(database))


@pytest.mark.parametrize(
    ("language", "better", "words"),
    [("en", False, "HRM worse: from green to red"), ("nl", False, "HRM slechter: van groen naar rood"), ("en", True, "HRM better: from red to amber")],
)
def test_a_turn_says_from_what_to_what_and_leads_to_its_domain(bridge, language, better, words):
    [turn] = found(bridge, language, better).values()

    assert (turn.sign, turn.words) == ("▲" if better else "▼", words)
    assert turn.href == f"/partnership?p=BRUG&at=hrm&lang={language}"


def test_what_is_not_shown_has_no_turn(bridge):
    rows = pd.DataFrame([("another", "hrm", "green", "red", False)], columns=TURNED)

    assert turns(a_reader(), rows, measured(bridge)) == {}


@pytest.mark.parametrize(
    ("asking", "total", "late", "wanted"),
    [
        (2, 3, 3, "2 of 3 ask for attention; 3 decisions past their date; since 12 Oct 2026 1 domain worse."),
        (1, 3, 1, "1 of 3 asks for attention; 1 decision past its date; since 12 Oct 2026 1 domain worse."),
        (0, 3, 0, "None of 3 partnerships asks for attention; no decision past its date; since 12 Oct 2026 1 domain worse."),
    ],
)
def test_one_sentence_says_how_everything_stands(bridge, asking, total, late, wanted):
    reader = a_reader()
    since = since_words(reader, [DAY], meetings=True)

    assert standing_sentence(reader, asking, total, late, since, [*found(bridge).values()]) == wanted


def test_meetings_on_several_days_are_the_last_meetings():
    assert since_words(a_reader(), [DAY, date(2026, 11, 1)], meetings=True) == "since the last meetings"


def test_without_a_turn_it_says_so():
    assert standing_sentence(a_reader("nl"), 0, 2, 0, "sinds 12 okt", []).endswith("sinds 12 okt geen kleur veranderd.")
