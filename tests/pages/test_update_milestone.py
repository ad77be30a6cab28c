"""One milestone on the Update page: bad input is answered at its field, nothing is saved, nothing typed is lost; cancel, restore, template."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.plan.milestone import school_year_start
from integration.model.text import Text
from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.plan import plan
from integration.services.portfolio import partnership
from tests.pages.session import Session, as_typed

BOTH = ("Title in Dutch", "Title in English")
BAD = [
    ("Title in Dutch", "Give the milestone a title.", {"Title in Dutch": "", "Title in English": "   "}),
    ("Title in English", "Shorten the title to 300 characters at most.", {"Title in English": "x" * 10_000}),
    ("Note", "Shorten this text to 5000 characters at most.", {"Note": "x" * 10_000}),
    ("Weight", "Give a weight above 0 and at most 1,000.", {"Weight": 0.0}),
    ("Weight", "Give a weight above 0 and at most 1,000.", {"Weight": -1.0}),
    ("Weight", "Give a weight above 0 and at most 1,000.", {"Weight": 1e9}),
    ("Credit (%)", "Give a credit between 0 and 100.", {"Credit (%)": 101.0}),
    ("Credit (%)", "Give a credit between 0 and 100.", {"Credit (%)": -1.0}),
    ("Due", "Choose the date it is due.", {"Due": None}),
    ("Due", "Choose a due date that is not before the start.", {"Start": date(2027, 3, 2), "Due": date(2027, 3, 1)}),
    ("Forecast", "Choose a forecast that is not before the start.", {"Forecast": date(2001, 1, 1)}),
    ("Code", "Give a short code without commas, such as T9.", {"Code": ""}),
    ("Code", "Give a short code without commas, such as T9.", {"Code": "A,B"}),
    ("Code", "The code F2 is used twice; choose another.", {"Code": "F2"}),
]


def form(code: str = "B7") -> Session:
    return Session("update", "en", p="HAVEN", tab="milestone", m=code)


def dossier(code: str = "HAVEN"):
    opened = host()
    return partnership.read(visit(opened.database, opened.cache, "en"), code)


def stored(code: str):
    return next(one for one in dossier().milestones if one.code == code)


@pytest.mark.parametrize(("field", "sentence", "typed"), BAD, ids=lambda value: str(value)[:40])
def test_bad_input_is_answered_at_its_field_and_nothing_is_lost_or_saved(demo, field, sentence, typed):
    page, before = form().fill(typed), demo.counter
    page.press("Save")

    under = field if field not in BOTH else "Title in English"
    assert sentence in page.problems[under]
    assert {label: page.field(label).value for label in typed} == {label: as_typed(value) for label, value in typed.items()}
    assert demo.counter == before
    assert not page.app.exception


def test_a_circle_of_waiting_is_named(demo):
    waiting = next(one for one in dossier().milestones if one.waits_for)
    page = form(waiting.waits_for[0]).fill({"Waits for": [waiting.code]}).press("Save")

    assert page.problems["Waits for"].startswith("These milestones wait for each other in a circle: ")
    assert waiting.code in page.problems["Waits for"]
    assert stored(waiting.waits_for[0]).waits_for == dossier().milestones[0].waits_for or waiting.code not in stored(waiting.waits_for[0]).waits_for


def test_all_problems_are_said_at_once_and_each_goes_when_its_field_is_mended(demo):
    page = form().fill({"Weight": 0.0, "Credit (%)": 101.0}).press("Save")
    assert {"Weight", "Credit (%)"} <= page.problems.keys()

    page.fill({"Weight": 2.0})

    assert "Weight" not in page.problems
    assert "Credit (%)" in page.problems
    page.fill({"Credit (%)": 50.0}).press("Save")
    assert (stored("B7").weight, stored("B7").credit) == (2.0, 50.0)


def test_markup_in_a_title_is_kept_as_it_was_typed(demo):
    typed = "<b>x</b><img src=x onerror=alert(1)> **fat** $x$ :red[no]"
    form().fill({"Title in English": typed}).press("Save")

    assert stored("B7").title.en == typed
    assert typed in Session("partnership", "en", p="HAVEN").words
    assert typed in Session("timeline", "en", p="HAVEN").words


def test_a_new_milestone_is_added_and_opens(demo):
    page = form("").fill({"Code": "N1", "Title in Dutch": "Iets nieuws", "Due": date(2027, 6, 1)}).press("Save")

    assert stored("N1").title.nl == "Iets nieuws"
    assert page.app.query_params["m"] == "N1"
    assert "N1 was saved." in page.words


def test_a_cancelled_milestone_counts_for_nothing_and_comes_back_when_restored(demo):
    before = stored("B7")

    page = form().press("Cancel milestone")
    assert stored("B7").cancelled
    assert "B7 was cancelled; it counts for nothing until you restore it." in page.words

    page.press("Restore")
    assert not stored("B7").cancelled
    assert stored("B7").version == before.version + 2
    assert "B7 was restored." in page.words


APPLY = "Plan 38 milestones"


def begun(start: date | None) -> Session:
    typed = {"Code": "NIEUW", "Name in Dutch": "Nieuw begin", "Partners": ["Atelier Gelukt", "Denkbeeld College"], "Programme start": start}
    return Session("update").fill(typed).press("Save")


def test_a_new_partnership_starts_its_plan_from_the_template(demo):
    start = date(2026, 2, 1)
    page = begun(start)
    assert page.app.query_params["p"] == "NIEUW"

    page = Session("update", "en", p="NIEUW", tab="milestone").press(APPLY)

    plan = dossier("NIEUW").milestones
    assert f"{len(plan)} milestones were planned." in page.words
    assert {one.due_on for one in plan if one.gate == "day1"} == {school_year_start(start + timedelta(days=181))}
    assert not page.shows(APPLY)
    assert min(one.starts_on for one in plan if one.starts_on) >= start


def test_a_template_without_a_start_asks_for_it(demo):
    begun(None)

    page = Session("update", "en", p="NIEUW", tab="milestone")

    assert "Choose a programme start first; the template counts its dates from there." in page.words
    assert not page.shows(APPLY)


def test_days_and_numbers_are_what_was_typed(demo):
    page = form().fill({"Due": "1 september 2027", "Forecast": "2-10-27", "Weight": "1,5", "Credit (%)": "62,5"})
    assert "Wednesday 1 September 2027" in page.lines

    page.press("Save")

    one = stored("B7")
    assert (one.due_on, one.forecast_on, one.weight, one.credit) == (date(2027, 9, 1), date(2027, 10, 2), 1.5, 62.5)


@pytest.mark.parametrize(("field", "typed", "right"), [("Due", "31 februari 2027", "28-2-2027"), ("Weight", "1.500", "1,5"), ("Forecast", "zomer", "1-7-2027")])
def test_what_is_not_understood_stays_with_its_sentence_and_nothing_is_saved_until_it_is(demo, field, typed, right):
    page, before = form().fill({field: typed}), demo.counter
    assert f"“{typed}”" in page.problems[field]
    page.press("Save")
    assert (page.field(field).value, demo.counter) == (typed, before)
    assert "Some fields need another look. Nothing was saved." in page.words

    page.fill({field: right}).press("Save")

    assert demo.counter == before + 1


def test_the_template_is_offered_for_what_is_not_there_yet(demo):
    begun(date(2026, 2, 1))
    Session("update", "en", p="NIEUW", tab="milestone").fill({"Code": "Z1", "Title in Dutch": "Eigen", "Due": date(2026, 6, 1)}).press("Save")
    page = Session("update", "en", p="NIEUW", tab="milestone")
    page.app.session_state["beginning"] = True
    assert page.run().shows(APPLY)

    page.press(APPLY)

    assert "Z1" in {one.code for one in dossier("NIEUW").milestones}
    assert not page.shows(APPLY)
    page.press("Undo")
    assert [one.code for one in dossier("NIEUW").milestones] == ["Z1"]
    assert page.shows(APPLY)


def test_a_milestone_is_not_cancelled_or_restored_over_what_somebody_else_saved_meanwhile(demo):
    page, opened = form(), host()
    other = visit(opened.database, opened.cache, "en")
    plan.save(other, dossier().partnership, [replace(stored("B7"), credit=35.0)])

    page.press("Cancel milestone")

    assert "Somebody else saved this meanwhile." in page.words
    assert (stored("B7").cancelled, stored("B7").credit) == (False, 35.0)


def test_a_title_of_several_lines_keeps_them(demo):
    opened, lines = host(), Text("Eerste\ntweede", "First\nsecond")
    plan.save(visit(opened.database, opened.cache, "en"), dossier().partnership, [replace(stored("B7"), title=lines)])

    page = form()
    assert page.field("Title in English").type == "text_area"
    page.fill({"Note": "Only the note"}).press("Save")

    assert stored("B7").title == lines
