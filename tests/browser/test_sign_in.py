"""Signing in with personal links: those that a start prints, of the command line, by mail, and of an administrator."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from integration import ROOT
from tests.access.mailing import Inbox, mail_host
from tests.browser.kit.running import LEAD, Running, free_port
from tests.browser.kit.screen import forgotten, opened, person, settled

PRINTED = re.compile(r"sign in as (.+?) +(http\S+)")


def operator(store, port: int, *words: str) -> str:
    environment = {**os.environ, "INTEGRATION_STORE": str(store), "PORT": str(port)}
    done = subprocess.run([sys.executable, "-m", "integration", "signin", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


@pytest.fixture
def inbox():
    with mail_host(Inbox()) as inbox:
        yield inbox


def pressed(page, address: str):
    page.goto(address)
    page.get_by_role("button").click()
    settled(page)
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_a_start_prints_three_links_that_each_work_once(app, chrome, width):
    links = dict(PRINTED.findall(app.said()))
    assert [*links] == ["administrator", "project lead", "steering member"]
    if width == 390:
        links = {role: app.sign_in_link(email) for role, email in (("administrator", "beheer@demo.example"), ("project lead", LEAD))}

    for role, link in links.items():
        with person(chrome, width, locale="en-GB") as someone:
            page = pressed(someone.new_page(), link)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert (page.get_by_role("link", name="Audit", include_hidden=True).count() > 0) == (role == "administrator")
            page.goto(link)
            expect(page.get_by_text("it was used already, or it is too old")).to_be_visible()


def test_an_operator_makes_a_link_while_the_app_runs(app, store, chrome):
    with person(chrome, locale="en-GB") as someone:
        page = pressed(someone.new_page(), operator(store, app.port, LEAD))

        expect(page.get_by_text("Signed in as Vera Voorbeeld")).to_be_visible()


def test_the_first_administrator_of_an_empty_store(tmp_path, chrome):
    with Running(tmp_path / "store.duckdb", INTEGRATION_DEMO="0") as app, person(chrome, locale="en-GB") as someone:
        assert '--administrator --name "Your name"' in app.said()
        page = pressed(someone.new_page(), operator(app.store, app.port, "eerste@school.example", "--administrator", "--name", "Eva Eerste"))

        expect(page.get_by_text("Signed in as Eva Eerste")).to_be_visible()
        expect(page.get_by_role("link", name="Audit")).to_be_visible()


def test_a_mailed_link_leads_to_the_page_one_came_for_and_strangers_are_told_the_same(demo_copy, inbox, chrome):
    port = free_port()
    wanted = {"INTEGRATION_SMTP_URL": inbox.address, "INTEGRATION_ADDRESS": f"http://127.0.0.1:{port}"}
    with Running(demo_copy, port=port, **wanted) as app, person(chrome, locale="en-GB") as asker:
        answers = [_asked(asker, app, email) for email in (f" {LEAD.upper()} ", "vreemd@elders.example", *[LEAD] * 6)]

        assert len(set(answers)) == 1
        assert inbox.recipients == [[LEAD]] * 5
        [link] = re.findall(r"http\S+", inbox.mails[0].get_content())
        with person(chrome, locale="en-GB") as someone:
            page = pressed(someone.new_page(), link)
            assert "/timeline?" in page.url and "p=HAVEN" in page.url


def test_with_the_mail_server_down_an_administrator_still_makes_a_link(demo_copy, chrome):
    port = free_port()
    wanted = {"INTEGRATION_SMTP_URL": f"smtp://127.0.0.1:{free_port()}?from=a@b.nl", "INTEGRATION_ADDRESS": f"http://127.0.0.1:{port}"}
    with Running(demo_copy, port=port, **wanted) as app, person(chrome, locale="en-GB") as someone, person(chrome, 390, locale="en-GB") as other:
        assert _asked(someone, app, LEAD) == _asked(someone, app, "vreemd@elders.example")
        page = pressed(someone.new_page(), app.sign_in_link())
        page.goto(f"{app.address}/people?lang=en")
        page.get_by_role("link", name="Vera Voorbeeld").click()
        page.get_by_role("button", name="Make a sign-in link").click()
        link = page.get_by_test_id("stCode").inner_text().strip()

        pressed(other.new_page(), link)
        assert "ineen_session" in {one["name"] for one in other.cookies(app.address)}
        assert "Traceback" not in app.said()


def _asked(asker, app, email: str) -> str:
    page = opened(forgotten(asker, app.address), f"{app.address}/timeline?p=HAVEN&lang=en")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label("Your e-mail address").press("Tab")
    page.get_by_role("button", name="Mail me a sign-in link").click()
    answer = page.get_by_test_id("stAlert")
    answer.wait_for()
    return str(answer.inner_text())
