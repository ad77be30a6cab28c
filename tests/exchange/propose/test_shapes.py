"""Shapes that real plans have: headings of periods, names in two rows, two languages in one column, colours, and odd exports of programs."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.propose.proposing import actions, asked, proposed, values
from tests.exchange.read.files import GAN, ICS, MSPDI, XER, csv, xlsx


@pytest.mark.parametrize("heading", ["Q1 2027", "2027-Q1", "1e kwartaal 2027", "Kwartaal 1", "maart 2027", "2027", "Schooljaar 2026-2027", "H2 2027"])
def test_a_heading_of_a_period_is_no_milestone(heading):
    told = proposed(csv("Taak;Domein;Einddatum", f"{heading};;", "Dak dicht;Huisvesting;31-3-2027"))

    assert (actions(told), asked(told)) == ([(2, "skip"), (3, "add")], [])


def test_a_milestone_that_begins_with_a_year_stays_one():
    told = proposed(csv("Taak;Domein;Einddatum", "2027 wordt het jaar;HRM;1-4-2027", "Q1 2027;HRM;31-3-2027"))

    assert values(told, "due_on") == ["2027-04-01", "2027-03-31"]


TWO_ROWS: list[list[Any]] = [
    ["Taak", "", "Domein", "Planning", "", "Werkelijk", "Status"],
    ["", "", "", "Begin", "Eind", "Einde", ""],
    ["Dak", "", "Huisvesting", date(2027, 1, 4), date(2027, 3, 1), None, "50 %"],
    ["Vloer", "", "Huisvesting", date(2026, 1, 5), date(2026, 2, 2), date(2026, 2, 9), "klaar"],
]


def test_names_of_columns_in_two_rows_are_read_together():
    told = proposed(xlsx(TWO_ROWS, merged=[(0, 3, 0, 4)]))

    assert (actions(told), values(told, "due_on")) == ([(3, "add"), (4, "add")], ["2027-03-01", "2026-02-02"])
    assert (values(told, "credit"), values(told, "done_on")) == ([50.0, 100.0], [None, "2026-02-09"])
    assert not any("boven de kolomnamen" in one for one in told.unread)


def test_a_row_of_the_plan_below_the_names_is_not_taken_for_names():
    assert values(proposed(csv("Taak;Domein;Einddatum;Opmerking", "Planning;HRM;31-3-2027;Status")), "title") == ["Planning"]


def test_days_as_words_in_two_languages_stand_in_one_column():
    said = ("3 maart 2027", "March 5, 2027", "12 okt. 2027", "14-Oct-2027", "vr 1 oktober 2027", "2027-03-31")
    told = proposed(csv("Taak;Domein;Deadline", *(f"T{at};HRM;{one}" for at, one in enumerate(said))))

    assert values(told, "due_on") == ["2027-03-03", "2027-03-05", "2027-10-12", "2027-10-14", "2027-10-01", "2027-03-31"]


def test_shares_as_words_are_shares_and_a_guess_is_asked():
    told = proposed(csv("Taak;Domein;Deadline;% gereed", *(f"T{at};HRM;2027-03-03;{one}" for at, one in enumerate(("50 %", "0,5", "klaar", "ca. 80%")))))

    assert (values(told, "credit"), asked(told)) == ([50.0, 50.0, 100.0], ["status:ca. 80%"])


def test_a_column_of_colours_is_asked_colour_by_colour():
    told = proposed(csv("Taak;Domein;Deadline;Status", "Een;HRM;2027-03-03;groen", "Twee;HRM;2027-03-03;Oranje", "Drie;HRM;2027-03-03;groen"))

    assert asked(told) == ["status:groen", "status:Oranje"] and all(one.action == "ask" for one in told.rows)


def test_planner_with_german_days_is_read_day_first():
    lines = ("a,Een,HRM,Completed,05.06.2026", "b,Twee,HRM,In progress,25.07.2026")
    told = proposed(csv("Task ID,Task Name,Bucket Name,Progress,Due Date", *lines))

    assert (told.preset, values(told, "due_on"), asked(told)) == ("planner", ["2026-06-05", "2026-07-25"], [])


def test_jira_with_three_columns_of_sprints_keeps_its_days_and_components():
    names = "Summary,Issue key,Issue Type,Status,Sprint,Sprint,Sprint,Due date,Component/s"
    told = proposed(csv(names, "Een,HAV-1,Task,Done,S1,S2,S3,11/May/26 3:26 PM,HRM", "Twee,HAV-2,Task,To Do,S2,,,12/May/26 3:26 PM,Huisvesting"))

    assert (values(told, "domain"), values(told, "due_on")) == (["hrm", "housing"], ["2026-05-11", "2026-05-12"])
    assert "Sprint, Sprint, Sprint" in " ".join(told.unread)


def test_an_event_that_comes_back_is_one_milestone_and_is_told():
    told = proposed(ICS.replace("END:VEVENT", "RRULE:FREQ=WEEKLY;COUNT=10\r\nEND:VEVENT", 1).encode(), {"domain": "hrm"})

    assert (len(told.rows), values(told, "due_on")) == (1, ["2026-09-01"]) and "terugkerende" in told.unread[0]


def test_an_inactive_task_of_ms_project_is_left_out_and_who_waits_for_it_is_told():
    told = proposed(MSPDI.replace("<Name>Vergelijken</Name>", "<Name>Vergelijken</Name><Active>0</Active>").encode())

    assert actions(told) == [(1, "skip"), (2, "skip"), (4, "add")] and "gaat niet mee" in told.rows[2].why


def test_holidays_of_people_move_no_task_of_ganttproject():
    away = '</tasks><vacations><vacation start="2024-01-02" end="2024-01-05" resourceid="0"/></vacations>'
    days = [values(proposed(one.encode(), {"domain": "hrm"}), "due_on") for one in (GAN, GAN.replace("</tasks>", away))]

    assert days[0] == days[1] == ["2024-01-08", "2024-01-09"]


def two_projects() -> bytes:
    """The example with its two activities in two projects."""
    named = "%T\tPROJECT\n%F\tproj_id\tproj_short_name\n%R\t1\tHaven\n%R\t2\tAnder\n%T\tPROJWBS"
    told = XER.replace("%T\tPROJWBS", named).replace("%F\ttask_id\twbs_id", "%F\ttask_id\tproj_id\twbs_id")
    return told.replace("%R\t1\t9\tA1", "%R\t1\t1\t9\tA1").replace("%R\t2\t9\tA2", "%R\t2\t2\t9\tA2").encode()


def test_several_projects_of_primavera_are_several_plans_and_it_is_asked_which():
    told = proposed(two_projects())

    assert asked(told) == ["sheet"] and told.questions[0].options == ("Haven", "Ander", "all")
    assert values(proposed(two_projects(), {"sheet": "Ander"}), "title") == ["Keuren"]
