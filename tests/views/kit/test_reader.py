"""The reader of a view: the day it is, and where links may lead."""

from datetime import date, datetime, time

import pytest

from integration.views.kit.reader import Reach, Reader
from tests.examples import NOON


@pytest.mark.parametrize(
    ("reach", "page", "history", "leads"),
    [
        (Reach(), "plan", False, True),
        (Reach(), "plan", True, True),
        (Reach(histories=False), "plan", True, False),
        (Reach(histories=False), "plan", False, True),
        (Reach(page="plan", pages=frozenset()), "plan", False, True),
        (Reach(page="plan", pages=frozenset()), "register", False, False),
        (Reach(page="plan", pages=frozenset({"register"})), "register", False, True),
        (Reach(page="plan", pages=frozenset({"register"}), histories=False), "register", True, False),
    ],
)
def test_a_link_leads_where_a_reader_may_go(reach, page, history, leads):
    assert reach.leads_to(page, history) is leads


def test_the_day_is_that_of_our_clocks_and_the_words_are_of_the_language():
    # 23:30 in UTC is the next day here.
    late = Reader("nl", datetime.combine(date(2026, 11, 23), time(23, 30)))

    assert (late.today, late.say("Training"), Reader("en", NOON).say("Training")) == (date(2026, 11, 24), "Opleiding", "Training")


def test_without_its_past_links_lead_to_now_and_nothing_else_changes():
    reader = Reader("en", NOON, Reach(page="plan", day="2026-01-01", histories=False))

    assert reader.without_past() == Reader("en", NOON, Reach(page="plan", day="", histories=False))
