"""A report as a reader sees it, and the address of a page."""

from datetime import timedelta

from integration.model.plan.check_in import in_force
from integration.model.text import Text
from integration.views.plan.check_in import check_in_row
from tests.examples import MARCH, NOON, VERA, a_check_in, a_reader

REPORT = a_check_in(
    domain="backoffice", colour="amber", confidence=5, done=Text("klaar", "ready"), need=Text("geld"), recorded_at=NOON - timedelta(days=15), recorded_by=VERA
)


def test_a_report_is_a_letter_and_words_with_who_and_when():
    english, dutch = (check_in_row(a_reader(language), REPORT, {VERA: "Vera"}) for language in ("en", "nl"))

    assert (english.domain, english.letter, english.colour_words, english.confidence) == ("Back office", "A", "Amber", "confidence 5 of 10")
    assert (dutch.domain, dutch.letter, dutch.colour_words, dutch.confidence) == ("Backoffice", "O", "Oranje", "vertrouwen 5 van 10")
    assert (english.when, english.ago, english.who, dutch.when, dutch.ago) == ("8 Nov 2026", "2 weeks ago", "Vera", "8 nov 2026", "2 weken geleden")


def test_empty_lines_are_left_out_and_borrowed_words_are_marked():
    assert check_in_row(a_reader(), REPORT, {}).lines == (("Done", "ready"), ("Need", "geld [NL]"))


def test_a_correction_says_so():
    assert (check_in_row(a_reader(), REPORT, {}).corrected, check_in_row(a_reader(), a_check_in(corrects="x"), {}).corrected) == (False, True)


def test_a_corrected_report_is_struck_with_the_day_of_its_correction():
    correction = a_check_in(corrects=REPORT.id, recorded_at=MARCH)
    english, dutch = (check_in_row(a_reader(language), REPORT, {}, correction).struck for language in ("en", "nl"))

    assert (english, dutch) == ("corrected on 15 Mar 2026", "gecorrigeerd op 15 mrt 2026")
    assert check_in_row(a_reader(), REPORT, {}).struck == ""
    assert in_force([correction, REPORT]) == [correction]
