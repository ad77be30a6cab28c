"""The update table: what a lead sees, how what is typed is understood, and what is told before saving."""

from dataclasses import replace
from datetime import date

import pytest

from integration.model.access.person import Person
from integration.model.text import Text
from integration.views.plan.update import MOST, NOBODY, about, cells_of, is_new, narrowed, needs_work, new_rows, shown_milestones, typed_row, will_change
from tests.examples import TODAY, VERA, a_milestone, a_reader

PEOPLE = {VERA: Person(id=VERA, name="Vera"), "noor": Person(id="noor", name="Noor", email="noor@school.example")}
SEEN = a_milestone(id="a", credit=25, owner_id=VERA, note=Text("traag", "slow"), forecast_on=date(2027, 1, 5), due_on=date(2027, 2, 1))


def typed(language="en", **cells):
    return typed_row(a_reader(language), SEEN, cells, PEOPLE)


def test_open_milestones_come_in_the_order_they_are_due():
    late, soon, first = a_milestone(code="B", due_on=date(2027, 5, 1)), a_milestone(code="A", due_on=date(2027, 5, 1)), a_milestone(code="C")
    done, gone = a_milestone(code="D", credit=100), a_milestone(cancelled=True)

    assert shown_milestones([late, soon, first, done, gone], "open", TODAY) == [first, soon, late]
    assert {one.code for one in shown_milestones([late, soon, first, done, gone], "all", TODAY)} == {"A", "B", "C", "D"}


@pytest.mark.parametrize(
    ("due", "forecast", "credit", "needed"),
    [
        (date(2026, 11, 1), None, 25, True),
        (date(2026, 12, 20), None, 25, True),
        (date(2027, 6, 1), date(2026, 11, 1), 25, True),
        (date(2027, 6, 1), date(2026, 12, 1), 25, True),
        (date(2027, 6, 1), None, 25, False),
        (date(2026, 11, 1), None, 100, False),
    ],
    ids=["late", "due soon", "expected day passed", "expected soon", "later", "done"],
)
def test_what_needs_the_lead_is_late_passed_or_soon(due, forecast, credit, needed):
    assert needs_work(a_milestone(due_on=due, forecast_on=forecast, credit=credit), date(2026, 11, 27)) is needed


def test_the_table_speaks_the_readers_language():
    english, dutch = cells_of(a_reader("en"), SEEN, PEOPLE), cells_of(a_reader("nl"), SEEN, PEOPLE)

    assert (english["credit"], english["note"], english["owner"], english["forecast_on"]) == ("Prepared", "slow", "Vera", "05-01-2027")
    assert (dutch["credit"], dutch["note"]) == ("Voorbereid", "traag")
    assert about(a_reader("nl"), SEEN).startswith("Opleiding · ")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("credit", [0, 25, 33.5, 100])
def test_what_the_table_shows_typed_again_changes_nothing(language, credit):
    seen = replace(SEEN, credit=float(credit), weight=1.5, done_on=date(2026, 11, 2) if credit == 100 else None)

    row = typed_row(a_reader(language), seen, cells_of(a_reader(language), seen, PEOPLE), PEOPLE)

    assert (row.after, row.marks) == (seen, {})


@pytest.mark.parametrize(
    ("name", "words", "field", "wanted"),
    [
        ("credit", "Embedded", "credit", 100),
        ("credit", "62,5%", "credit", 62.5),
        ("credit", "vervallen", "cancelled", True),
        ("forecast_on", "1 maart 2027", "forecast_on", date(2027, 3, 1)),
        ("forecast_on", "", "forecast_on", None),
        ("due_on", "1-9-2027", "due_on", date(2027, 9, 1)),
        ("weight", "1,5", "weight", 1.5),
        ("owner", "noor@school.example", "owner_id", "noor"),
        ("owner", "", "owner_id", ""),
        ("note", " quick\nand dirty ", "note", Text(en="quick\nand dirty")),
        ("note", "", "note", Text()),
    ],
)
def test_what_is_typed_becomes_the_milestone_and_nothing_else_changes(name, words, field, wanted):
    assert typed(**{name: words}).after == replace(SEEN, **{field: wanted})


@pytest.mark.parametrize(
    ("name", "words", "sentence"),
    [
        ("forecast_on", "31 februari 2027", "is no day between"),
        ("forecast_on", "1-1-2001", "Choose a forecast that is not before the start."),
        ("done_on", "1-1-2099", "what is still to come is a forecast"),
        ("credit", "groen", "is no step of the ladder"),
        ("credit", "", "Choose a step of the ladder"),
        ("owner", "Piet", "Nobody here is called"),
        ("weight", "0", "Give a weight above 0"),
        ("due_on", "", "Choose the date it is due."),
    ],
)
def test_what_is_not_understood_or_breaks_a_rule_has_its_sentence_at_its_cell(name, words, sentence):
    row = typed_row(a_reader(), SEEN, {name: words}, PEOPLE, date(2026, 1, 1))

    assert [*row.marks] == [name]
    assert sentence in row.marks[name]


def test_a_day_on_which_it_was_done_says_that_it_is_done():
    assert typed(done_on="2-11-2026").after == replace(SEEN, done_on=date(2026, 11, 2), credit=100)


def test_how_a_cell_was_understood_is_said_where_its_words_do_not():
    reads = typed("nl", forecast_on="1-3-2027", credit="bezig", owner="noor@school.example", note="zo").reads

    assert reads == {"forecast_on": "ma 1 mrt 2027", "credit": "Draait bij één partner", "owner": "Noor"}


def test_a_dutch_note_drops_the_english_that_no_longer_fits():
    assert typed("nl", note="snel").after.note == Text(nl="snel")


def test_what_will_change_is_said_before_it_is_saved():
    after = replace(SEEN, credit=75, owner_id="noor")

    assert will_change(a_reader(), [(SEEN, after)], {one: person.name for one, person in PEOPLE.items()}) == [
        "Training: ‘Curriculum’ went from prepared to running at both.",
        "Training: ‘Curriculum’ has another owner.",
    ]


def test_rows_are_narrowed_to_a_domain_and_an_owner_or_to_what_nobody_owns():
    mine, free, other = a_milestone(code="A", owner_id=VERA), a_milestone(code="B"), a_milestone(code="C", domain="hrm", owner_id=VERA)

    assert narrowed([mine, free, other], "", "") == [mine, free, other]
    assert narrowed([mine, free, other], mine.domain, VERA) == [mine]
    assert narrowed([mine, free, other], "", NOBODY) == [free]
    assert shown_milestones([replace(mine, due_on=date(2026, 1, 1)), free], "late", TODAY)[0].code == "A"


@pytest.mark.parametrize(("words", "wanted"), [("Housing", "housing"), ("huisvesting", "housing"), ("HRM", "hrm"), ("Back-office", "backoffice")])
def test_a_domain_is_typed_by_its_name_in_either_language(words, wanted):
    assert typed("en", domain=words).after.domain == wanted


def test_a_moved_planned_day_says_what_it_does_to_the_promise():
    promised = replace(SEEN, promised_on=date(2027, 2, 1))

    assert "the promise stays 1 Feb 2027" in typed_row(a_reader(), promised, {"due_on": "1-3-2027"}, PEOPLE).reads["due_on"]
    assert "promise" not in typed(due_on="1-3-2027").reads["due_on"]


def added(*rows, known=(SEEN,)):
    names = {f"new-{at}": dict(row) for at, row in enumerate(rows, start=1)}
    return [*new_rows(a_reader(), names, {name: f"id-{name}" for name in names}, known, PEOPLE, None, "p").values()]


def test_a_new_row_needs_a_title_a_domain_and_a_day_and_gets_the_next_code():
    one, two = added(
        {"title": "First\nsecond line", "domain": "Training", "due_on": "1 maart 2027", "owner": "Noor"},
        {"title": "Next", "domain": "opleiding", "due_on": "1-4-2027"},
        known=[a_milestone(code="T7", domain="training"), a_milestone(code="X3", domain="hrm")],
    )

    assert (one.after.code, two.after.code, one.marks, two.marks) == ("T8", "T9", {}, {})
    assert (one.after.title.en, one.after.due_on, one.after.owner_id, one.after.id) == ("First\nsecond line", date(2027, 3, 1), "noor", "id-new-1")
    assert {*added({"note": "only words"})[0].marks} == {"title", "domain", "due_on"}


@pytest.mark.parametrize(
    ("name", "words"),
    [("due_on", "1-1-9999"), ("due_on", "31-2-2027"), ("domain", "=SUM(A1)"), ("owner", "<b>x</b>"), ("weight", "-1"), ("code", "A,B"), ("code", "x" * 21)],
)
def test_what_is_odd_in_a_new_row_is_marked_at_its_cell_and_breaks_nothing(name, words):
    [row] = added({"title": "A", "domain": "HRM", "due_on": "1-1-2027", name: words})

    assert [*row.marks] == [name]


def test_two_hundred_pasted_rows_are_two_hundred_milestones_each_with_its_code():
    rows = added(*({"title": f"M {at}", "domain": "HRM", "due_on": "1-3-2027"} for at in range(200)))

    assert [row.marks for row in rows] == [{}] * 200
    assert len({row.after.code for row in rows}) == 200


def test_signs_that_nobody_sees_and_turned_words_are_left_out_of_what_is_pasted():
    [row] = added({"title": "\u202eTit\u200ble\ufeff", "domain": "\u200bHRM\u200e", "due_on": "\u200b1-3-2027\u200e"})

    assert (row.marks, row.after.domain, row.after.due_on) == ({}, "hrm", date(2027, 3, 1))
    assert "\u202e" not in row.after.title.en and "\ufeff" not in row.after.title.en


@pytest.mark.parametrize("name", ["new-0", f"new-{MOST + 1}", "new-1x", "new-", "old-1", 5, None])
def test_only_so_many_rows_are_new_ones(name):
    assert not is_new(name)
    assert is_new("new-1")
