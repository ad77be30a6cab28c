"""A milestone as a reader sees it: its state in words and a sign, never by colour alone."""

from datetime import date, datetime, time, timedelta

import pytest

from integration.model.text import Text
from integration.views.kit.reader import Reader
from integration.views.plan.milestone import SIGNS, milestone_row
from tests.examples import COMPANY, TODAY, VERA, a_milestone, a_reader


def test_every_state_has_a_sign_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS) == 5


def test_a_late_milestone_says_how_late_in_words():
    late = a_milestone(credit=50, due_on=TODAY - timedelta(days=2), critical=True, gate="day1", owner_id=VERA, partner_id=COMPANY)
    english, dutch = (milestone_row(a_reader(language), late, {VERA: "Vera"}, {COMPANY: "Machinefabriek"}) for language in ("en", "nl"))

    assert (english.sign, english.state_words, english.late, english.due) == ("▲", "Overdue", "2 days late", "21 Nov 2026")
    assert (dutch.state_words, dutch.late, dutch.due) == ("Te laat", "2 dagen te laat", "21 nov 2026")
    assert (english.owner, english.partner, english.marks) == ("Vera", "Machinefabriek", "key milestone · before the school year starts")
    assert (english.title, dutch.title, english.credit, dutch.credit) == ("Curriculum", "Leerplan", "Running at one partner", "Draait bij één partner")


@pytest.mark.parametrize(
    ("milestone", "words"),
    [
        ({"forecast_on": None}, ""),
        ({"forecast_on": date(2026, 12, 31)}, ""),
        ({"forecast_on": date(2027, 1, 5)}, "expected 5 Jan 2027, 5 days after the promise"),
        ({"forecast_on": date(2027, 1, 5), "promised_on": date(2027, 1, 6)}, "expected 5 Jan 2027, 1 day before the promise"),
        ({"forecast_on": date(2026, 10, 14)}, "the lead’s date 14 Oct 2026 has passed; give a new one"),
        ({"credit": 100, "done_on": date(2026, 11, 2)}, "done 2 Nov 2026"),
        ({"credit": 100, "done_on": TODAY}, "done 23 Nov 2026"),
        ({"credit": 100, "done_on": date(2031, 1, 1)}, "done; the day given, 1 Jan 2031, is still to come: correct it"),
    ],
)
def test_a_forecast_is_said_where_it_differs(milestone, words):
    assert milestone_row(a_reader(), a_milestone(**milestone), {}, {}).forecast == words


def test_a_title_without_translation_is_marked():
    assert milestone_row(a_reader(), a_milestone(title=Text("Leerplan")), {}, {}).title == "Leerplan [NL]"


def test_one_milestone_has_one_lateness_and_both_its_days():
    moved = a_milestone(promised_on=date(2026, 2, 28), due_on=date(2026, 4, 29), forecast_on=date(2026, 10, 14))
    row = milestone_row(Reader("en", datetime.combine(date(2026, 11, 26), time(12))), moved, {}, {})

    assert (row.state, row.late, row.due) == ("late", "271 days late", "promised 28 Feb 2026 · now planned 29 Apr 2026")
    assert row.forecast == "the lead’s date 14 Oct 2026 has passed; give a new one"
