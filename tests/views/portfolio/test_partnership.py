"""The partnership page, in the reader's language."""

from datetime import date, timedelta

from integration.model.text import Text
from integration.services.portfolio import partnership
from integration.views.portfolio.partnership import milestone_table, partnership_view
from tests.examples import COMPANY, NOON, SCHOOL, THIRD, TODAY, VERA, a_check_in, a_depth, a_milestone, a_partnership, a_visit, in_file, measured, save


def view(database, language="en", code="BRUG"):
    visit = a_visit(database, language)
    dossier = partnership.read(visit, code)
    return partnership_view(visit.reader, dossier.partnership, dossier.milestones, dossier.depths, dossier.check_ins, measured(database))


def test_the_facts_say_who_works_together_and_until_when(bridge):
    english, dutch = view(bridge), view(bridge, "nl")

    assert english.partners == "ROC De Brug · Machinefabriek"
    assert english.facts[:3] == (("Phase", "Integrating"), ("Lead", "Vera"), ("Programme", "1 Jan 2026 – 31 Dec 2028"))
    assert dict(dutch.facts)["Fase"] == "Integreren"
    assert english.history_href == "/partnership?p=BRUG&history=partnership&lang=en"


def test_an_empty_partnership_shows_dashes_and_a_first_step(bridge):
    found = view(bridge)

    assert dict(found.facts)["Most is late in"] == "nothing is overdue"
    assert (found.schedule.headline, found.schedule.numbers[0]) == ("", ("Delivered", "–", ""))
    assert [(card.cell.progress_words, card.cell.depth_words, card.next_due) for card in found.cards] == [("–", "–", "Nothing is planned yet.")] * 4
    assert (found.groups, found.reports) == ((), ())


def test_a_card_says_what_is_due_next(bridge):
    save(bridge, a_milestone(code="T2", due_on=date(2027, 1, 1)), a_milestone(code="T1", due_on=date(2026, 12, 1), title=Text("Rooster", "Timetable")))
    save(bridge, a_milestone(domain="hrm", due_on=date(2026, 11, 2)), a_milestone(domain="housing", credit=100, done_on=TODAY))
    english, dutch = ([card.next_due for card in view(bridge, language).cards] for language in ("en", "nl"))

    assert english == ["Next, 1 Dec 2026: Timetable", "Nothing is planned yet.", "Was promised 2 Nov 2026: Curriculum", "Nothing is left to do."]
    assert dutch == ["Eerstvolgend, 1 dec 2026: Rooster", "Er is nog niets gepland.", "Was beloofd op 2 nov 2026: Leerplan", "Alles is klaar."]


def test_a_card_shows_the_latest_report_and_the_evidence(bridge):
    save(bridge, a_check_in(colour="red", done=Text("oud")), recorded_at=NOON - timedelta(days=7))
    save(bridge, a_check_in(colour="amber", done=Text("nieuw", "new")), a_depth(evidence=Text("lijst", "list")))
    card = view(bridge).cards[0]

    assert card.report
    assert (card.report.letter, card.report.lines, card.report.confidence) == ("A", (("Done", "new"),), "confidence 8 of 10")
    assert card.evidence == "list"


def test_milestones_stand_in_groups_that_count_what_is_done(bridge):
    late = a_milestone(code="T2", due_on=date(2026, 11, 2))
    save(bridge, a_milestone(code="T1", credit=100, done_on=TODAY), late, a_milestone(code="T3", cancelled=True), a_milestone(code="V1", domain="foundation"))
    foundation, training = view(bridge).groups

    assert (foundation.name, foundation.counted) == ("Foundation", "0 of 1 done")
    assert (training.counted, training.late, [row.code for row in training.rows]) == ("1 of 2 done · 1 overdue", 1, ["T2", "T1", "T3"])


def test_three_partners_are_not_called_both(db):
    save(db, a_partnership(partners=(SCHOOL, COMPANY, THIRD)), a_milestone())

    assert "both" not in view(db).groups[0].rows[0].partner


def test_the_download_has_real_dates_and_plain_numbers(bridge):
    save(bridge, a_milestone(credit=33.5, weight=2, owner_id=VERA, partner_id=COMPANY, waits_for=("V1", "V2"), note=Text("=1+1")))
    visit = a_visit(bridge, "nl")
    table = milestone_table(visit.reader, partnership.read(visit, "BRUG").milestones, measured(bridge))

    assert [in_file(table, title) for title in ("Domein", "Mijlpaal", "Wacht op")] == [["Opleiding"], ["Leerplan"], ["V1, V2"]]
    assert {33.5, 2.0, date(2026, 12, 31), "Vera", "Machinefabriek", "=1+1"} <= {*table.in_files[1][0]}


def test_what_was_given_up_is_not_called_ready(bridge):
    save(
        bridge,
        a_milestone(cancelled=True),
        a_milestone(code="H1", domain="hrm", credit=100, done_on=TODAY),
        a_milestone(code="H2", domain="hrm", cancelled=True),
    )

    assert [card.next_due for card in view(bridge, "nl").cards][:3] == ["Alles wat gepland was, is geschrapt.", "Er is nog niets gepland.", "Alles is klaar."]
