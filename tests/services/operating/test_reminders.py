"""Reminders: what is due soon is told once to whose it is, and a check-in to who leads; nobody who does not want them is mailed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.digest import MailChoice, choice_id
from integration.model.register import Action
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.operating.reminders import due, send_reminders
from integration.services.portfolio import thresholds
from integration.storage.organisation import people
from tests.access.mailing import mail_host, words_of
from tests.examples import BRIDGE, NOON, TODAY, VERA, a_milestone, a_visit, save

OF = {"owner_id": VERA, "recorded_at": NOON}


@pytest.fixture
def inbox(monkeypatch, bridge):
    with bridge.reading() as cursor:
        vera = people(cursor)[VERA]
    save(bridge, replace(vera, email="vera@example.org"))
    with mail_host() as running:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", running.address)
        yield running


def reminded(database, day: int = 0, days: int = 7) -> list[str]:
    return [one.outcome for one in send_reminders(a_visit(database, now=NOON + timedelta(days=day)), days)]


def plan(database, **wanted):
    """One milestone of Vera's, and an action, due in a week."""
    when = TODAY + timedelta(days=7)
    [one] = save(database, a_milestone(**{"owner_id": VERA, "due_on": when, **wanted}), recorded_at=NOON - timedelta(days=1))
    save(database, Action(partnership_id=BRIDGE, title=Text("", "Call them"), owner_id=VERA, due_on=when), recorded_at=NOON - timedelta(days=1))
    return one


def test_what_is_due_in_a_week_is_told_once_in_one_mail(bridge, inbox):
    plan(bridge)

    assert [reminded(bridge, day) for day in (0, 0, 1, 2)] == [["sent"], [], [], []]
    [mail] = inbox.mails
    assert "T1 Curriculum: due 30 Nov 2026" in words_of(mail) and "Call them: due 30 Nov 2026" in words_of(mail)


def test_a_day_that_moves_is_told_again(bridge, inbox):
    one = plan(bridge)
    reminded(bridge)
    save(bridge, replace(one, due_on=date(2026, 12, 3)))

    assert [reminded(bridge, day) for day in (1, 5)] == [[], []] or len(inbox.mails) == 2
    assert "T1 Curriculum: due 3 Dec 2026" in words_of(inbox.mails[-1])


@pytest.mark.parametrize("wanted", [{"credit": 100.0, "done_on": TODAY}, {"cancelled": True}, {"owner_id": ""}])
def test_what_is_done_or_cancelled_or_nobodys_is_not_told(bridge, wanted):
    plan(bridge, **wanted)

    assert [one.name for one in due(a_visit(bridge), TODAY + timedelta(days=7)) if one.name.startswith("T1")] == []


@pytest.mark.parametrize("wish", ["none", "calendar"])
def test_who_chose_otherwise_is_not_mailed(bridge, inbox, wish):
    plan(bridge)
    save(bridge, MailChoice(id=choice_id(VERA), person_id=VERA, reminder=wish))

    assert (reminded(bridge), inbox.mails) == ([], [])


def test_a_mail_reads_as_text_and_as_html_and_says_how_to_stop_it(bridge, inbox):
    plan(bridge, title=Text("", "<b>Plan</b>"))
    reminded(bridge)
    [mail] = inbox.mails
    html = mail.get_body(("html",)).get_content()

    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip("<>") in words_of(mail).replace("\n", "")
    assert "&lt;b&gt;Plan&lt;/b&gt;" in html and "<b>Plan" not in html


def test_a_lead_is_reminded_of_the_check_in_before_the_partnership_counts_as_silent(bridge, inbox):
    plan(bridge, due_on=None)
    days = [day for day in range(45) if reminded(bridge, day)]

    assert [one for one in inbox.mails if "Check-in: due" in words_of(one)] and len(days) == 2


@pytest.mark.parametrize("silent", [10, 40])
def test_a_check_in_is_due_by_the_days_that_were_set_here(bridge, silent):
    usual = [one.day for one in due(a_visit(bridge), TODAY + timedelta(days=90)) if not one.name]
    thresholds.save(a_visit(bridge), Thresholds(silent_days=silent))
    [found] = [one.day for one in due(a_visit(bridge), TODAY + timedelta(days=90)) if not one.name]

    assert found == usual[0] + timedelta(days=silent - Thresholds().silent_days)


def test_of_one_person_only_theirs_is_told_and_yesterdays_and_the_day_after_are_not(bridge):
    days = [TODAY + timedelta(days=one) for one in (-1, 0, 7, 8)]
    save(
        bridge, *(a_milestone(code=f"D{at}", owner_id=VERA, due_on=day) for at, day in enumerate(days)), a_milestone(code="D9", owner_id="other", due_on=TODAY)
    )
    found = {person: [one.name.split()[0] for one in due(a_visit(bridge), days[2], person) if one.name] for person in ("", VERA)}

    assert found == {"": ["D1", "D9", "D2"], VERA: ["D1", "D2"]}
