"""The first day and mending it, as people do it: an empty store to a shared partnership, two organisations that are one, and a lead who leaves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from integration.access.seal import Seal, secret_beside
from integration.services.access.sign_in import operator_link
from integration.services.core.visit import moment_now
from tests.browser.kit.running import LEAD, Running
from tests.browser.kit.screen import person, picked, settled

MOST_CLICKS = 15


class Clicking:
    """Somebody whose clicks are counted; keys are not."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def on(self, what: Locator, then: str = "") -> None:
        """Click on something, then type and leave the field where something is typed."""
        what.click()
        self.clicks += 1
        if then:
            self.page.keyboard.type(then)
            self.page.keyboard.press("Tab")
            settled(self.page)


@pytest.fixture
def first(tmp_path: Path, chrome) -> Iterator[Clicking]:
    """The first administrator of an empty store, with a link of the command line."""
    store = tmp_path / "store.duckdb"
    with Running(store, INTEGRATION_DEMO="0") as app, person(chrome, locale="nl-NL") as someone:
        path = operator_link(Seal(secret_beside(store)), "eva@school.example", moment_now(), "Eva Eerste", administrator=True)
        page = someone.new_page()
        page.goto(app.address + path)
        yield Clicking(page)
        assert "Traceback" not in app.said(), app.said()


def test_an_empty_store_to_a_partnership_of_three_with_a_plan(first):
    page = first.page
    first.on(page.get_by_role("button"))
    first.on(page.get_by_role("link", name="Begin het eerste partnerschap"))
    first.on(page.get_by_label("Naam in het Nederlands"), "Zorgacademie Noord")
    first.on(page.get_by_role("combobox", name="Partners"))
    for name in ("ROC Noord", "Ziekenhuis Noord", "Thuiszorg Noord"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        page.get_by_text(f"{name} is nieuw, en is een").wait_for()
    page.keyboard.press("Escape")
    first.on(page.get_by_label("Begin programma"), "1-9-2026")
    first.on(page.get_by_role("button", name="Opslaan"))
    first.on(page.get_by_role("link", name="Eén mijlpaal"))
    first.on(page.get_by_role("button", name=re.compile(r"Plan \d+ mijlpalen")))

    expect(page.get_by_text(re.compile(r"\d+ mijlpalen gepland"))).to_be_visible()
    expect(page.get_by_text("3 van 7 gedaan")).to_be_visible()
    assert first.clicks <= MOST_CLICKS - 5


def test_an_organisation_that_stands_there_twice_is_merged(visitor):
    page = visitor("/update?p=HAVEN&tab=partnership&lang=en", locale="en-GB")
    page.get_by_role("combobox", name="Partners").click()
    page.keyboard.type("Dubbel BV")
    page.keyboard.press("Enter")
    page.get_by_text("Dubbel BV is new, and is a").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("HAVEN was saved.")).to_be_visible()

    page = visitor("/people?lang=en", locale="en-GB")
    picked(page, "Organisation", "Dubbel BV", last=True)
    page.get_by_text("Dubbel BV stands here twice, or by mistake").click()
    picked(page, "Merge into", "Denkbeeld College")
    expect(page.get_by_text("To Denkbeeld College: 1 partnership.")).to_be_visible()
    page.get_by_role("button", name="Merge Dubbel BV into Denkbeeld College").click()
    expect(page.get_by_text("Dubbel BV was merged into Denkbeeld College.")).to_be_visible()


def test_a_lead_leaves_and_is_signed_out_at_once(app, chrome, visitor):
    with person(chrome, locale="en-GB") as lead:
        theirs = lead.new_page()
        theirs.goto(app.sign_in_link(LEAD))
        theirs.get_by_role("button").click()
        settled(theirs)
        page = visitor("/people?lang=en", locale="en-GB")
        page.get_by_role("link", name="Vera Voorbeeld").click()
        page.get_by_text("Vera Voorbeeld leaves").click()
        expect(page.get_by_text("They sign in no more, on any device")).to_be_visible()
        page.get_by_role("button", name="Let Vera Voorbeeld go").click()
        expect(page.get_by_text("Signs in nowhere: there is no e-mail address.")).to_be_visible()
        theirs.reload()

        expect(theirs.get_by_role("heading", name="Sign in")).to_be_visible()
