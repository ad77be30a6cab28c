"""What somebody is typing stays, whatever others save and wherever one goes meanwhile."""

import re
from contextlib import suppress

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.grid import NOTE, cell, write
from tests.browser.kit.screen import picked, settled

say = words_in("nl")
CHECK_IN, FORM = "/update?p=GROEN&tab=check-in", "/update?p=GROEN&tab=milestone&m=T3"


def field(page: Page, label: str):
    return page.get_by_role("textbox", name=say(label), exact=True)


def reports(page: Page, domain: str, done: str) -> None:
    page.get_by_role("radio", name="Groen", exact=False).click()
    settled(page)
    field(page, "Done since last time").fill(done)
    field(page, "Done since last time").press("Tab")
    settled(page)
    page.get_by_role("button", name=say("Report {domain}", domain=domain)).click()
    expect(field(page, "Done since last time")).to_have_value("")


def test_a_half_typed_text_survives_that_somebody_else_reports_the_same_domain(visitor):
    typing, other = visitor(CHECK_IN + "&domain=hrm"), visitor(CHECK_IN + "&domain=hrm")
    field(typing, "Stuck").click()
    typing.keyboard.type("Half getypt, nog niet")

    reports(other, "HRM", "Iemand anders was eerst")

    expect(typing.locator(".notice").filter(has_text="Iemand anders was eerst")).to_be_visible()
    expect(field(typing, "Stuck")).to_have_value("Half getypt, nog niet")
    expect(field(typing, "Stuck")).to_be_focused()
    typing.keyboard.type(" klaar")
    expect(field(typing, "Stuck")).to_have_value("Half getypt, nog niet klaar")


def test_the_check_in_that_opened_by_itself_stays_on_its_domain_while_others_report(visitor):
    typing, other = visitor(CHECK_IN), visitor(CHECK_IN)
    domain = typing.get_by_role("radio", checked=True).first.inner_text().removesuffix(" ✓")
    field(typing, "Stuck").click()
    typing.keyboard.type("Half getypt")

    reports(other, domain, "Iemand anders was eerst")

    typing.wait_for_timeout(2_500)  # an open page looks once a second, and here nothing must change
    expect(typing.get_by_role("button", name=say("Report {domain}", domain=domain))).to_be_visible(timeout=500)
    expect(field(typing, "Stuck")).to_have_value("Half getypt")


def test_a_half_typed_field_survives_that_somebody_else_saves_the_same_milestone(visitor):
    typing, other = visitor(FORM), visitor(FORM)
    field(typing, "Title in Dutch").click()
    typing.keyboard.press("End")
    typing.keyboard.type(" en nog wat")
    half = field(typing, "Title in Dutch").input_value()

    field(other, "Note").fill("Van een ander")
    field(other, "Note").press("Tab")
    other.get_by_role("button", name=say("Save"), exact=True).click()

    expect(typing.locator(".notice tr").filter(has_text="Van een ander")).to_be_visible()
    expect(field(typing, "Title in Dutch")).to_have_value(half)
    expect(field(typing, "Title in Dutch")).to_be_focused()


def goes_away_and_back(page: Page) -> None:
    for _ in range(5):
        # As long as a finger stays down; a press that a run of the page broke off is made again.
        page.get_by_role("link", name=say("Portfolio"), exact=True).click(delay=150)
        with suppress(AssertionError):
            expect(page.get_by_role("heading", level=1)).to_have_text(say("Portfolio"), timeout=10_000)
            break
    page.get_by_role("link", name="Groene Leergemeenschap", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Groene Leergemeenschap")
    page.get_by_role("navigation", name=say("This partnership")).get_by_role("link", name=say("Update")).click()
    expect(page.get_by_role("navigation", name=say("What to update"))).to_be_visible()
    settled(page)


def test_unsaved_edits_of_the_table_are_there_when_one_comes_back(visitor):
    page = visitor("/update?p=GROEN&show=open")
    write(page, 0, NOTE, "Nog niet bewaard")

    goes_away_and_back(page)

    expect(cell(page, 0, NOTE)).to_have_value("Nog niet bewaard")
    expect(page.get_by_role("listitem").filter(has_text="Nog niet bewaard")).to_be_visible()
    expect(page.get_by_role("button", name=say("Save"), exact=True)).to_be_visible()


def test_unsaved_text_of_forms_is_there_when_one_comes_back(visitor):
    page = visitor(CHECK_IN + "&domain=training")
    field(page, "Stuck").fill("Later verder")
    field(page, "Stuck").press("Tab")
    settled(page)

    goes_away_and_back(page)
    page.get_by_role("link", name=say("Check-in"), exact=True).click()
    expect(field(page, "Stuck")).to_be_visible()
    page.get_by_role("radio", name=say("Training")).click()

    expect(field(page, "Stuck")).to_have_value("Later verder")


def test_a_half_typed_text_is_there_when_one_leaves_by_a_link_and_comes_back(visitor):
    page = visitor(FORM.replace("m=T3", "m=T4"))
    field(page, "Note").click()
    page.keyboard.type("Niet eens het veld verlaten")

    goes_away_and_back(page)
    page.get_by_role("link", name=say("One milestone"), exact=True).click()
    picked(page, say("Milestone"), re.compile("^T4 "))

    expect(field(page, "Note")).to_have_value("Niet eens het veld verlaten")


def test_a_quick_click_on_the_menu_while_typing_arrives(visitor):
    page = visitor(FORM)
    field(page, "Note").click()
    page.keyboard.type("Nog aan het typen")

    page.get_by_role("link", name=say("Portfolio"), exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(say("Portfolio"), timeout=3_000)
