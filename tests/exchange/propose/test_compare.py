"""What a file would do: read by names of columns, grouped by domain, asked where it may mean two things."""

from datetime import date

import pytest

from integration.errors.exchange import FileWithoutTable
from integration.model.access.person import Person
from tests.exchange.propose.proposing import actions, asked, proposed, values
from tests.exchange.read.files import GAN, HEADED, MSPDI, XER, csv, xlsx

DUTCH = csv(
    "sep=;", "Projectplan;;;;;", ";;;;;", "Nr;Activiteit;Domein;Startdatum;Einddatum;Gewicht;Voortgang",
    "1;Roosters;Back-office;1-3-2026;30-4-2026;1,5;100%", "2;Visie;Huisvesting;01/06/26;01/12/26;3;0,25", "3;Pool;HRM;;1 mei 2027;2;", "Totaal;;;;;6,5;",
)  # fmt: skip
MERGED = [
    ["Plan", "", "", "", "", ""],
    HEADED,
    ["Opleiding", "T1", "Vergeleken", date(2026, 1, 5), date(2026, 2, 28), 1.0],
    ["", "T2", "Ontworpen", date(2026, 3, 1), date(2026, 9, 1), 0.75],
    ["HRM", "H2", "Gekozen", date(2026, 3, 1), date(2026, 9, 1), 0.5],
    ["", "", "Gemiddeld", None, None, 0.75],
]


def test_a_dutch_file_is_read_without_a_question():
    told = proposed(DUTCH)

    assert asked(told) == []
    assert actions(told) == [(5, "add"), (6, "add"), (7, "add"), (8, "skip")]
    assert values(told, "domain") == ["backoffice", "housing", "hrm"]
    assert values(told, "due_on") == ["2026-04-30", "2026-12-01", "2027-05-01"]
    assert (values(told, "weight"), values(told, "credit")) == ([1.5, 3.0, 2.0], [100.0, 25.0, 0.0])


def test_a_merged_cell_is_the_domain_of_every_row_that_it_covers():
    told = proposed(xlsx(MERGED, merged=[(2, 0, 3, 0)], hidden=[4]))

    assert actions(told) == [(3, "add"), (4, "add"), (5, "skip"), (6, "skip")]
    assert (values(told, "domain"), values(told, "code")) == (["training", "training"], ["T1", "T2"])
    assert values(proposed(xlsx(MERGED, merged=[(2, 0, 3, 0)], hidden=[4]), {"hidden": "take"}), "domain") == ["training", "training", "hrm"]


def test_what_was_not_read_is_listed():
    said = " ".join(proposed(xlsx(MERGED, hidden=[4]), {"domain": "hrm"}).unread)

    assert "rij 1" in said and "Nr." in said


def test_dates_that_no_row_decides_are_asked_in_both_readings():
    data = csv("Task,Domain,Due", "Een,HRM,03/04/2026", "Twee,HRM,05/06/2026")
    told = proposed(data)

    assert asked(told) == ["dates"] and "3 apr 2026" in told.questions[0].question and "4 mrt 2026" in told.questions[0].question
    assert values(proposed(data, {"dates": "month-day"}), "due_on") == ["2026-03-04", "2026-05-06"]


@pytest.mark.parametrize("proof", ["13/09/2026", "di 01/09/2026"])
def test_one_row_decides_the_order_of_all(proof):
    told = proposed(csv("Task,Domain,Due", "Een,HRM,03/04/2026", f"Twee,HRM,{proof}"))

    assert (asked(told), values(told, "due_on")[0]) == ([], "2026-04-03")


def test_a_half_beside_a_hundred_is_asked():
    data = csv("Task,Domain,Due,Progress", "Een,HRM,2026-09-01,100", "Twee,HRM,2026-09-01,0.5")

    assert asked(proposed(data)) == ["progress"]
    assert values(proposed(data, {"progress": "fraction"}), "credit") == [100.0, 50.0]
    assert values(proposed(data, {"progress": "percent"}), "credit") == [100.0, 0.5]


@pytest.mark.parametrize(
    ("words", "day"), [("wk 12", "2026-03-20"), ("Q1 2027", "2027-03-31"), ("mei 2027", "2027-05-31"), ("na de zomervakantie", None), ("z.s.m.", None)]
)
def test_words_for_a_day_are_asked_with_a_proposal_and_never_become_today(words, day):
    data = csv("Taak;Domein;Einddatum", f"Een;HRM;{words}", "Twee;HRM;2026-09-01")
    told = proposed(data)

    assert asked(told) == [f"date:{words}"]
    assert told.questions[0].options == ((day, "leave out") if day else ("leave out",))
    assert values(proposed(data, {f"date:{words}": "2027-01-09"}), "due_on") == ["2027-01-09", "2026-09-01"]


def test_a_colour_is_no_progress():
    data = csv("Taak;Domein;Einddatum;Status", "Een;HRM;2026-09-01;Groen", "Twee;HRM;2026-09-01;Gereed", "Drie;HRM;2026-09-01;Vervallen")

    assert asked(proposed(data)) == ["status:Groen"]
    told = proposed(data, {"status:Groen": "leave out"})
    assert (values(told, "credit"), values(told, "cancelled")) == ([0.0, 100.0, 0.0], [None, None, True])


def test_a_row_without_a_day_is_asked_once_for_all():
    data = csv("Taak;Domein;Einddatum", "Een;HRM;", "Twee;HRM;", "Drie;HRM;2026-09-01")

    assert asked(proposed(data)) == ["due"]
    assert actions(proposed(data, {"due": "leave out"})) == [(2, "skip"), (3, "skip"), (4, "add")]
    assert values(proposed(data, {"due": "2028-12-31"}), "due_on") == ["2028-12-31", "2028-12-31", "2026-09-01"]


def test_a_heading_row_gives_its_domain_to_the_rows_below():
    told = proposed(csv("Taak;Einddatum;Wie", "Huisvesting;;", "Een;2026-09-01;Vera", "HRM;;", "Twee;2026-09-01;Sam"))

    assert (values(told, "domain"), values(told, "owner"), told.names) == (["housing", "hrm"], ["Vera", "Sam"], ("Sam",))


def test_a_summary_gives_its_domain_and_links_of_one_kind_are_kept():
    told = proposed(MSPDI.encode())

    assert actions(told) == [(1, "skip"), (2, "add"), (4, "add")]
    assert (values(told, "domain"), values(told, "waits_for")) == (["training", "training"], [None, ["T1"]])
    assert [*told.promised.values()] == [date(2026, 3, 10)] and "+2" in told.rows[2].why


@pytest.mark.parametrize(("data", "days"), [(GAN.encode(), ["2024-01-08", "2024-01-09"]), (XER.encode(), ["2026-01-16", "2026-01-30"])])
def test_other_plans_are_read_the_same_way(data, days):
    assert values(proposed(data, {"domain": "housing"}), "due_on") == days


def test_an_unknown_domain_is_asked_by_its_name():
    data = csv("Task ID,Task Name,Bucket Name,Progress,Due Date", "a,Een,Team Blauw,Completed,05/06/2026", "b,Twee,HRM,In progress,05/07/2026")
    told = proposed(data)

    assert (told.preset, asked(told)) == ("planner", ["domain:Team Blauw"])
    assert values(proposed(data, {"domain:Team Blauw": "foundation"}), "due_on") == ["2026-05-06", "2026-05-07"]


def test_circles_doubles_and_impossible_days_are_refused_in_words():
    lines = ("A;Een;HRM;2026-09-01;B", "B;Twee;HRM;2026-09-01;A", "C;Drie;HRM;31-02-2026;", "D;Vier;HRM;2026-09-01;", "D;Vijf;HRM;2026-09-01;")
    told = proposed(csv("Id;Taak;Domein;Einddatum;Voorganger", *lines))

    assert [one.action for one in told.rows] == ["refuse", "refuse", "refuse", "add", "refuse"]
    assert "→" in told.rows[0].why and "31-02-2026" in told.rows[2].why and "5" in told.rows[4].why


def test_what_looks_like_a_formula_or_hides_signs_is_taken_as_words():
    told = proposed("Taak;Domein;Einddatum\n=1+1;HRM;2026-09-01\n@so\u202em\x07;HRM;2026-09-01".encode())

    assert values(told, "title") == ["=1+1", "@som"]


def test_columns_are_what_somebody_says_they_are():
    data = csv("Kolom een;Kolom twee;Kolom drie", "Bouwen;Huisvesting;2026-09-01")

    assert values(proposed(data, {}, {"Kolom een": "title", "B": "domain", "Kolom drie": "due_on"}), "title") == ["Bouwen"]


def test_a_file_without_names_of_columns_says_so():
    with pytest.raises(FileWithoutTable):
        proposed(csv("1;2;3", "4;5;6"))


def test_two_of_one_name_are_asked_by_their_address_and_an_address_is_a_person():
    people = {one: Person(id=one, name="Jan Smit", email=f"{one}@school.example") for one in ("eerste", "tweede")}

    def owners(name: str, **answers: str) -> list[str]:
        rows = proposed(csv("Titel;Domein;Deadline;Eigenaar", f"Een;HRM;31-12-2026;{name}"), answers, people=people).rows
        return [one.after.owner_id if one.after and one.action == "add" else one.action for one in rows]

    assert owners("jan smit") == ["ask"]
    assert owners("jan smit", **{"owner:jan smit": "tweede@school.example"}) == owners("tweede@school.example") == ["tweede"]
