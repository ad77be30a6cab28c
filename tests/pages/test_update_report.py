"""Check-in and depth on the Update page: what is reported is added, never changed."""

import pytest

from integration.model.plan.check_in import CheckIn
from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from tests.pages.session import Session

DONE, STUCK = "Done since last time", "Stuck"


def dossier():
    opened = host()
    return partnership.read(visit(opened.database, opened.cache, "en"), "HAVEN")


def reports() -> list[CheckIn]:
    return [one for one in dossier().check_ins if one.domain == "hrm"]


def check_in() -> Session:
    return Session("update", "en", p="HAVEN", tab="check-in", domain="hrm")


def test_a_check_in_is_saved_and_said(demo):
    before = len(reports())
    page = check_in().fill({"How is it going?": "red", DONE: "Rooster klaar", STUCK: "Geen contract"}).press("Report HRM")

    newest = reports()[0]
    assert len(reports()) == before + 1
    assert (newest.colour, newest.done.en, newest.stuck.en) == ("red", "Rooster klaar", "Geen contract")
    assert "HRM: reported red." in page.words
    assert "Geen contract" in Session("partnership", "en", p="HAVEN").words


def test_a_correction_is_a_new_report_beside_the_old_one(demo):
    check_in().fill({"How is it going?": "red", STUCK: "Vergissing"}).press("Report HRM")
    first = reports()[0]

    check_in().fill({"How is it going?": "green", "This corrects my last report": True}).press("Report HRM")

    newest, before = reports()[:2]
    assert (newest.colour, newest.corrects) == ("green", first.id)
    assert before == first


def test_a_report_of_long_ago_is_not_corrected_but_followed(demo):
    assert not check_in().shows("This corrects my last report")


def test_a_check_in_without_a_colour_asks_for_it_and_keeps_the_words(demo):
    before = demo.counter
    page = check_in().fill({STUCK: "Blijft staan"}).press("Report HRM")

    assert "Choose green, amber or red." in page.words
    assert page.field(STUCK).value == "Blijft staan"
    assert demo.counter == before


def test_too_long_a_text_is_refused_in_a_sentence_and_kept(demo):
    before = demo.counter
    page = check_in().fill({"How is it going?": "amber", STUCK: "x" * 10_000}).press("Report HRM")

    assert "Shorten this text to 5000 characters at most." in page.words
    assert page.field(STUCK).value == "x" * 10_000
    assert demo.counter == before


def test_a_problem_names_the_domain_in_the_readers_words(demo):
    page = Session("update", "nl", p="HAVEN", tab="check-in", domain="housing")
    page.fill({"Hoe gaat het?": "amber", "Loopt vast": "x" * 10_000}).press("Huisvesting melden")

    assert "housing" not in page.words


def test_last_weeks_report_stands_beside_the_form(demo):
    newest = reports()[0]

    assert "Last report" in check_in().lines
    assert newest.done.reading("en").words in check_in().words


def depth(**typed: object) -> Session:
    """The depth page after filling in HRM, the third of the four domains."""
    page = Session("update", "en", p="HAVEN", tab="depth")
    for label, value in typed.items():
        fields = [one for one in (*page.app.selectbox, *page.app.text_area) if one.label == label.replace("_", " ") and "/hrm/" in one.key]
        fields[0].set_value(value)
    return page.run()


def test_depth_is_saved_with_its_evidence(demo):
    page = depth(Now=2, What_shows_it="Eén pool").press("Save HRM")

    saved = dossier().depths["hrm"]
    assert (saved.current, saved.evidence.en) == (2, "Eén pool")
    assert "HRM: depth 2, target 3." in page.words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"At_the_start": 4, "Target": 1}, "Choose a target that is not below the start."),
        ({"What_shows_it": "x" * 10_000}, "Shorten this text to 5000 characters at most."),
    ],
    ids=["below the start", "endless evidence"],
)
def test_bad_depth_is_answered_at_its_field_and_nothing_is_saved(demo, typed, sentence):
    before = demo.counter
    page = depth(**typed).press("Save HRM")

    assert sentence in page.problems.values()
    assert demo.counter == before
