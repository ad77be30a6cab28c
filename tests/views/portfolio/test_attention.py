"""What needs attention, in plain words, worst first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.register import Decision
from integration.model.text import Text
from integration.storage.core.database import Database
from integration.views.portfolio.portfolio import PortfolioChoices, portfolio_view
from tests.examples import BRIDGE, NOON, TODAY, a_check_in, a_depth, a_milestone, a_partnership, a_reader, measured, save

LATE = date(2026, 9, 1)


def attention(database, language="en"):
    return [*portfolio_view(a_reader(language), measured(database), [], PortfolioChoices()).attention]


@pytest.mark.parametrize(
    ("records", "english", "dutch"),
    [
        (
            [a_milestone(due_on=date(2026, 11, 20), critical=True), a_milestone(code="T2", weight=50, due_on=date(2027, 11, 20))],
            "1 key milestone is late.",
            "1 sleutelmijlpaal is te laat.",
        ),
        ([a_milestone(due_on=LATE)], "Computed red: Training.", "Rood berekend: Opleiding."),
        (
            [a_milestone(due_on=LATE), a_check_in()],
            "Computed red: Training. Reported green, but computed red or hardly trusted: Training.",
            "Rood berekend: Opleiding. Groen gemeld, maar rood berekend of nauwelijks vertrouwd: Opleiding.",
        ),
        (
            [a_milestone(gate="day1", due_on=date(2027, 9, 1), forecast_on=date(2027, 9, 20))],
            "1 milestone will miss the school-year start.",
            "1 mijlpaal gaat het begin van het schooljaar missen.",
        ),
        (
            [Decision(partnership_id=BRIDGE, title=Text("Wie?"), needed_by=TODAY - timedelta(days=1))],
            "1 decision is past its date.",
            "1 besluit is over de uiterste datum.",
        ),
        (
            [a_check_in(colour="amber", need=Text("Geld"))],
            "1 need of the lead is on no agenda yet.",
            "1 vraag van de projectleider staat nog op geen agenda.",
        ),
        (
            [a_milestone(credit=60), a_depth(start=0, current=1, target=3)],
            "Busy without merging: much progress, little depth.",
            "Druk zonder te versmelten: veel voortgang, weinig diepte.",
        ),
    ],
)
def test_each_trouble_is_said_in_one_sentence(bridge, records, english, dutch):
    save(bridge, *records)

    assert [one.sentence for one in attention(bridge)] == [english]
    assert [one.sentence for one in attention(bridge, "nl")] == [dutch]


def test_silence_says_since_when(bridge):
    save(bridge, a_milestone(), recorded_at=NOON - timedelta(days=63))

    assert [one.sentence for one in attention(bridge)] == ["Silent: the last update was 9 weeks ago."]
    assert [one.sentence for one in attention(bridge, "nl")] == ["Zonder recente update: laatst bijgewerkt 9 weken geleden."]


@pytest.mark.parametrize(
    "records",
    [
        [a_milestone(), a_check_in()],
        [a_milestone(), a_check_in(colour="red"), a_check_in(domain="hrm", colour="amber")],
        [a_milestone(credit=59), a_depth(start=0, current=0, target=3)],
        [a_milestone(credit=60), a_depth(start=0, current=2, target=4)],
        [a_milestone(due_on=LATE, gate="day1", critical=True, cancelled=True)],
    ],
    ids=["on plan", "red by report alone", "little progress", "deep enough", "cancelled"],
)
def test_what_goes_as_it_should_is_left_out(bridge, records):
    save(bridge, *records)

    assert attention(bridge) == []


def test_a_correction_to_green_takes_the_red_away(bridge):
    save(bridge, a_check_in(colour="red"), recorded_at=NOON - timedelta(days=2))
    save(bridge, a_check_in(colour="green"))

    assert attention(bridge) == []


@pytest.mark.parametrize("phase", ["integrated", "ended"])
def test_what_is_over_asks_for_nothing(db, phase):
    save(db, a_partnership(phase=phase), a_milestone(due_on=LATE, gate="day1"), recorded_at=NOON - timedelta(days=90))

    assert attention(db) == []


def test_the_worst_comes_first_with_a_way_to_it(bridge):
    other = "00000000-0000-7000-8000-000000000021"
    save(bridge, a_milestone(credit=60), a_depth(start=0, current=0), a_partnership(id=other, code="LAAT"))
    save(bridge, a_milestone(partnership_id=other, due_on=LATE, gate="day1"), a_check_in(partnership_id=other, colour="red"))
    first, second = attention(bridge)

    assert (first.weight, first.href, second.weight, second.href) == ("serious", "/partnership?p=LAAT&lang=en", "notice", "/partnership?p=BRUG&lang=en")
    assert first.sentence == "Computed red: Training. 1 milestone missed the school-year start."


def test_who_reports_amber_is_listed_and_stands_above_what_is_all_green(bridge):
    other = "00000000-0000-7000-8000-000000000021"
    plan = [a_milestone(code=f"T{at}", due_on=day) for at, day in enumerate((date(2026, 3, 1), date(2026, 6, 1), date(2027, 3, 1)))]
    save(bridge, a_partnership(id=other, code="AAN", name=Text("Aan", "Ahead")), a_milestone(partnership_id=other), a_check_in(partnership_id=other))
    promise = Baseline(partnership_id=BRIDGE, name=Text("Plan"))
    save(bridge, promise, *baseline_lines(promise, plan), *(replace(one, due_on=date(2027, 6, 1)) for one in plan), a_check_in(colour="amber"))
    view = portfolio_view(a_reader(), measured(bridge), [], PortfolioChoices())

    assert [one.sentence for one in view.attention] == ["Computed red: Training."]
    assert [row.code for row in view.rows] == ["BRUG", "AAN"]


def test_the_demo_tells_its_troubles(demo_of):
    database = Database(demo_of(TODAY))
    said = {one.name: one.sentence for one in attention(database)}
    database.close()

    assert "missed the school-year start" in said["Construction Campus East"]
    assert "Silent: the last update was" in said["Harbour Lab"]
    assert "Reported green, but computed red" in said["Technology House West"]
    assert said["Green Learning Community"].startswith("Computed red: Housing.")
    assert said["Creative Makers’ Place"].startswith("Computed red: Housing.")
    assert said["Creative Makers’ Place"].endswith("Busy without merging: much progress, little depth.")
    assert not {"Manufacturing South", "Learning Hospitality"} & said.keys()
    assert BRIDGE not in said
