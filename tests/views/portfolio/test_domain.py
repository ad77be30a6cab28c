"""One domain compared across partnerships, and what its ladder means."""

from dataclasses import replace
from datetime import timedelta

import pandas as pd
import pytest

from integration.exchange.table import csv_bytes
from integration.i18n.labels import level_meaning, level_name
from integration.model.domain import DOMAINS
from integration.model.text import Text
from integration.services.portfolio import domain
from integration.views.kit.table import Cell
from integration.views.portfolio.domain import domain_table, domain_view
from tests.examples import TODAY, a_check_in, a_depth, a_milestone, a_partnership, a_reader, a_visit, in_file, measured, save

LADDER = {  # as written in measures.md
    "general": ("each for itself", "we tell each other", "one does it for both", "we do it together", "one organisation does it"),
    "training": (
        "placements only",
        "curricula compared",
        "company lessons in the programme",
        "one learning environment, mixed teams",
        "one programme, initial and continuing",
    ),
    "backoffice": (
        "own services",
        "calendars and data definitions shared",
        "a service delivered by one partner",
        "joint service team, one planning",
        "one service unit",
    ),
    "hrm": ("own staff", "vacancies and training shared", "secondment in both directions", "pool, joint job matrix", "one employer or one policy"),
    "housing": (
        "own buildings",
        "rooms lent on request",
        "fixed rooms in each other’s building",
        "shared labs, one manager",
        "one building, one contract",
    ),
}
SHALLOW, DEEP, EMPTY = (f"00000000-0000-7000-8000-00000000005{number}" for number in (1, 2, 3))


@pytest.fixture
def compared(db):
    for id_, code in ((SHALLOW, "ONDIEP"), (DEEP, "DIEP"), (EMPTY, "LEEG")):
        save(db, a_partnership(id=id_, code=code, name=Text(code)))
    save(db, a_depth(partnership_id=SHALLOW, current=1), a_milestone(partnership_id=SHALLOW, credit=90), a_check_in(partnership_id=SHALLOW, colour="red"))
    save(db, a_depth(partnership_id=DEEP, current=3, target=4), a_milestone(partnership_id=DEEP, credit=40, due_on=TODAY.replace(day=3)))
    return db


def view(database, language="en", chosen="training"):
    visit = a_visit(database, language)
    return domain_view(visit.reader, chosen, measured(database), domain.late_milestones(visit, chosen))


@pytest.mark.parametrize("name", LADDER)
def test_the_ladder_means_what_the_measures_say(name):
    say = a_reader().say

    assert tuple(level_meaning(say, name, level) for level in range(5)) == LADDER[name]


def test_the_steps_of_the_ladder_have_names_in_both_languages():
    assert [level_name(a_reader().say, level) for level in range(5)] == ["Separate", "Aligned", "Embedded", "Shared", "Merged"]
    assert [level_name(a_reader("nl").say, level) for level in range(5)] == ["Los", "Afgestemd", "Ingebed", "Gedeeld", "Versmolten"]


def test_who_is_deepest_comes_first_and_who_has_nothing_last(compared):
    found = view(compared)

    assert [(one.name.split()[0], one.progress_words, one.depth_words) for one in found.furthest] == [
        ("DIEP", "40 %", "3 of 4"),
        ("ONDIEP", "90 %", "1 of 3"),
        ("LEEG", "–", "–"),
    ]
    assert [one.letter for one in found.furthest] == ["–", "R", "–"]


def test_how_a_domain_stands_is_told_first_with_who_is_red_longest(compared):
    save(compared, a_milestone(partnership_id=SHALLOW, code="T2", due_on=TODAY - timedelta(days=120)))
    found = measured(compared)
    since = found.timed.domains.computed.map({"red": pd.Timestamp(2026, 10, 2)}).astype("datetime64[us]")
    told = replace(found, timed=replace(found.timed, domains=found.timed.domains.assign(since=since, begins=False)))
    late = domain.late_milestones(a_visit(compared), "training")

    assert view(compared).standing == "3 partnerships: 1 red, 1 amber, 1 not begun."
    dutch = "3 partnerschappen: 1 rood, 1 oranje, 1 niet begonnen. Het langst rood: ONDIEP [NL], sinds 2 okt 2026."
    assert domain_view(a_reader("nl"), "training", told, late).standing == dutch.replace(" [NL]", "")


def test_depth_in_a_file_is_a_whole_number(compared):
    table = domain_table(a_reader(), "training", measured(compared))

    assert repr(in_file(table, "Depth now")) == "[3, 1, None]"
    assert ",3," in csv_bytes(table, "en").decode("utf-8-sig").splitlines()[1]


def test_the_ladder_counts_who_stands_where_and_who_aims_where(compared):
    ladder = view(compared).ladder

    assert [row[2:] for row in ladder.rows] == [(0, 0), (1, 0), (0, 0), (1, 1), (0, 1)]


def test_what_is_commonly_late_is_said_with_its_share(compared):
    [english], [dutch] = view(compared).late.rows, view(compared, "nl").late.rows

    assert english == (Cell("Curriculum", code="T1"), "1 of 1 (100 %)", 20)
    assert dutch[1] == "1 van 1 (100 %)"


def test_every_domain_is_one_click_away(compared):
    tabs = view(compared, "nl", "hrm").tabs

    assert [href for _, href, _ in tabs] == [f"/domain?d={one}&lang=nl" for one in DOMAINS]
    assert [name for name, _, chosen in tabs if chosen] == ["HRM"]


def test_the_download_holds_everybody(compared):
    table = domain_table(a_reader("nl"), "training", measured(compared))

    assert in_file(table, "Code") == ["DIEP", "ONDIEP", "LEEG"]
    assert in_file(table, "Gemelde kleur") == ["Niet gemeld", "Rood", "Niet gemeld"]
