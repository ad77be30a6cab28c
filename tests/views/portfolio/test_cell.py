"""One cell: two numbers, a colour that never stands alone, and whether it is stale."""

from datetime import timedelta

import pytest

from integration.views.portfolio.cell import Levels, domain_cell
from tests.examples import BRIDGE, NOON, TODAY, a_check_in, a_depth, a_milestone, a_reader, measured, save


def cell(database, language="en", active=True, domain="training"):
    [row] = measured(database).domains.loc[[(BRIDGE, domain)]].itertuples(index=False)
    return domain_cell(a_reader(language).say, domain, row, active)


def test_an_empty_domain_shows_dashes_and_never_zero(bridge):
    found = cell(bridge)

    assert (found.progress, found.progress_words, found.levels, found.depth_words, found.letter) == (None, "–", None, "–", "–")
    assert (found.colour, found.colour_words, found.stale, found.overdue, found.overdue_words) == (None, "Not reported", False, 0, "")
    assert found.summary == "Training: work under way counts –, depth not chosen yet, reported: not reported"


def test_a_full_domain_says_everything_in_words(bridge):
    save(bridge, a_milestone(credit=62.4, due_on=TODAY - timedelta(days=1)), a_depth(current=1, target=3), a_check_in(colour="amber"))
    english, dutch = cell(bridge), cell(bridge, "nl")

    assert english.levels == Levels(0, 1, 3)
    assert english.summary == "Training: work under way counts 62 %, depth 1 (aligned), target 3, reported: amber, 1 overdue"
    assert dutch.summary == "Opleiding: werk onderhanden telt 62 %, diepte 1 (afgestemd), doel 3, gemeld: oranje, 1 te laat"
    assert (english.depth_words, dutch.depth_words) == ("1 of 3", "1 van 3")


@pytest.mark.parametrize(("colour", "letters"), [("green", ("G", "G")), ("amber", ("A", "O")), ("red", ("R", "R"))])
def test_every_colour_has_a_letter(bridge, colour, letters):
    save(bridge, a_check_in(colour=colour))

    assert (cell(bridge).letter, cell(bridge, "nl").letter) == letters


@pytest.mark.parametrize(("days", "stale", "ago"), [(0, False, "today"), (1, False, "1 day ago"), (30, False, "4 weeks ago"), (31, True, "4 weeks ago")])
def test_a_report_of_more_than_30_days_is_stale(bridge, days, stale, ago):
    save(bridge, a_check_in(), recorded_at=NOON - timedelta(days=days))

    assert (cell(bridge).stale, cell(bridge).reported) == (stale, ago)


def test_what_is_over_is_never_stale(bridge):
    save(bridge, a_check_in(), recorded_at=NOON - timedelta(days=300))

    assert (cell(bridge, active=False).stale, cell(bridge, active=False).reported) == (False, "10 months ago")


def test_nothing_reported_was_reported_never(bridge):
    assert (cell(bridge).reported, cell(bridge, "nl").reported) == ("never", "nooit")
