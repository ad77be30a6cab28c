"""What is mailed: chosen at an address of one's own, without signing in, and stopped with one press."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.model.access.person import Person
from integration.services.access import people
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.visit import moment_now
from integration.services.pack.posting import choice_path
from integration.storage.digest import mail_choice
from integration.web.feeds import mail_choice as route
from tests.examples import VERA, a_milestone, a_visit, save

SEAL = Seal("only for tests")


@pytest.fixture
def browser(bridge):
    return TestClient(Starlette(routes=route.routes(lambda: Host(bridge, Cache(), SEAL))), headers={"accept-language": "en"})


def chosen(database) -> tuple[str, str, str]:
    with database.reading() as cursor:
        found = mail_choice(cursor, VERA)
    return found.digest, found.reminder, found.comment


def test_one_chooses_without_signing_in_and_sees_what_was_chosen(bridge, browser):
    path = choice_path(SEAL, VERA)
    before = browser.get(path).text
    kept = browser.post(path, data={"digest": "none", "reminder": "calendar", "comment": "mail"})

    assert "Vera, choose what is mailed to you." in before and "Your choice is kept." in kept.text
    assert chosen(bridge) == ("none", "calendar", "mail")
    assert '<option value="none" selected>' in browser.get(path).text


def test_a_mail_program_stops_the_kind_that_was_mailed_with_one_press(bridge, browser):
    reply = browser.post(choice_path(SEAL, VERA, "reminder"), data={"List-Unsubscribe": "One-Click"}, headers={"sec-fetch-site": "cross-site"})

    assert (reply.status_code, chosen(bridge)) == (200, ("mail", "none", "mail"))


def test_a_form_of_another_site_changes_nothing(bridge, browser):
    reply = browser.post(choice_path(SEAL, VERA), data={"digest": "none"}, headers={"sec-fetch-site": "cross-site"})

    assert (reply.status_code, chosen(bridge)) == (403, ("mail", "mail", "mail"))


@pytest.mark.parametrize("address", [choice_path(Seal("another"), VERA), choice_path(SEAL, "nobody"), "/mail/x", f"/mail/{SEAL.mark('mail choice', VERA)}"])
def test_an_address_that_is_not_ours_tells_nothing(browser, address):
    assert browser.get(address).status_code == browser.post(address, data={"digest": "none"}).status_code == 404
    assert "Vera" not in browser.get(address).text


@pytest.mark.parametrize("typed", [{}, {"digest": "everything"}, {"digest": "<b>"}])
def test_what_is_no_choice_changes_none(bridge, browser, typed):
    browser.post(choice_path(SEAL, VERA), data={"digest": "none"})
    browser.post(choice_path(SEAL, VERA), data=typed)

    assert chosen(bridge) == ("none", "mail", "mail")


def test_an_erased_person_has_no_address_any_more(bridge, browser):
    save(bridge, Person(name="Ad", email="ad@test.example", administrator=True))
    people.erase(a_visit(bridge), VERA)

    assert browser.get(choice_path(SEAL, VERA)).status_code == 404


def test_who_wants_it_in_a_calendar_follows_what_is_theirs_and_due(bridge, browser):
    save(bridge, a_milestone(owner_id=VERA, due_on=moment_now().date() + timedelta(days=30)), a_milestone(code="T2", due_on=moment_now().date()))
    told = browser.get(choice_path(SEAL, VERA) + ".ics").text

    assert "SUMMARY:T1 Curriculum" in told and "SUMMARY:T2" not in told
    assert choice_path(SEAL, VERA) + ".ics" in browser.get(choice_path(SEAL, VERA)).text


def test_an_address_of_nobody_gives_an_empty_calendar(browser):
    reply = browser.get("/mail/x.ics")

    assert (reply.status_code, "BEGIN:VEVENT" in reply.text) == (200, False)
