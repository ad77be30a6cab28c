"""The two journeys of the product: a steering member finds the worst domain, and a lead's update reaches an open screen."""

import re

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.grid import FORECAST, NOTE, PROGRESS, cell, write
from tests.browser.kit.running import STEERING
from tests.browser.kit.screen import picked, settled

say = words_in("nl")
LEAD = "/update?p=ZORG-NOORD&show=open"


def pick(page: Page, label: str, option: str, name: str) -> None:
    picked(page, label, option)
    page.wait_for_url(re.compile(rf"[?&]{name}="))
    settled(page)


def percents(page: Page) -> list[int]:
    return [int(words.split()[0]) for words in page.locator(".heat .cell .progress").all_inner_texts() if words[0].isdigit()]


def test_a_steering_member_finds_the_worst_domain_and_arrives_at_its_partnership(visitor):
    page = visitor("/")
    weakest = page.locator(".figure").filter(has_text=say("Most is late in")).locator(".value")
    domain = next(name for name in ("Opleiding", "Backoffice", "HRM", "Huisvesting") if name in weakest.inner_text())

    pick(page, say("Domain"), domain, "domain")
    pick(page, say("Order"), say("Furthest behind first"), "sort")
    expect(page.locator(".heat.one")).to_be_visible()
    shown, worst = percents(page), page.locator(".heat tbody tr").first
    name = worst.locator("a.name").inner_text()
    worst.locator("a.cell").click()

    expect(page).to_have_url(re.compile(r"/partnership\?p="))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".domain-rows li").filter(has=page.get_by_role("heading", name=domain)).locator("strong")).to_have_text(f"{shown[0]} %")


def test_what_needs_attention_leads_to_the_partnership(visitor):
    page = visitor("/")
    first = page.locator(".attention a").first
    name = first.locator(".name").inner_text()

    first.click()

    expect(page).to_have_url(re.compile(r"/partnership\?p="))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def save(page: Page) -> None:
    page.get_by_role("button", name=say("Save"), exact=True).click()
    expect(page.get_by_role("button", name=say("Save"), exact=True)).to_have_count(0)


def test_a_lead_updates_three_milestones_and_an_open_screen_follows(visitor):
    lead, member = visitor(LEAD), visitor("/partnership?p=ZORG-NOORD")
    member.evaluate("window.stayed = true")
    member.locator("#since-more summary").click()

    write(lead, 0, PROGRESS, say("Embedded"))
    write(lead, 1, FORECAST, "31 mei 2027")
    write(lead, 2, NOTE, "De gemeente tekent dinsdag")
    expect(lead.get_by_role("heading", name=say("This will change"))).to_be_visible()
    save(lead)

    log = member.locator(".log")
    expect(log.filter(has_text="De gemeente tekent dinsdag")).to_be_visible()
    expect(log.filter(has_text="31 mei 2027")).to_be_visible()
    expect(log.filter(has_text="naar ‘ingebed’")).to_be_visible()
    assert member.evaluate("window.stayed") is True


def test_before_saving_a_lead_reads_what_will_change_and_throwing_away_undoes_it(visitor):
    lead = visitor("/update?p=LOGIS&show=open")
    before = cell(lead, 0, NOTE).input_value()
    write(lead, 0, NOTE, "Toch maar niet")
    expect(lead.get_by_role("listitem").filter(has_text="Toch maar niet")).to_be_visible()

    lead.get_by_role("button", name=say("Throw away")).click()

    expect(lead.get_by_role("heading", name=say("This will change"))).to_have_count(0)
    expect(cell(lead, 0, NOTE)).to_have_value(before)


def test_what_was_saved_stays_readable_while_others_save(visitor):
    lead, other = visitor("/update?p=LOGIS&show=open"), visitor("/update?p=CREA&show=open")
    write(lead, 0, NOTE, "Van de projectleider")
    write(other, 0, NOTE, "Van een ander")
    save(lead)
    other.get_by_role("button", name=say("Save"), exact=True).click()
    lead.wait_for_timeout(2_500)  # an open page looks once a second, and here nothing must change

    expect(lead.get_by_role("status").filter(has_text="Van de projectleider")).to_be_visible(timeout=500)


def focused(page: Page) -> str | None:
    return page.evaluate(
        "(() => { let one = document.activeElement; while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; return one?.dataset.at; })()"
    )


def test_the_worst_domain_and_why_is_one_click_away_and_what_changed_since_none(visitor):
    page = visitor("/", who=STEERING)
    expect(page.get_by_role("heading", name=say("Since the last meeting"))).to_be_visible()
    page.locator(".heat a.cell.red").first.click()

    expect(page).to_have_url(re.compile(r"/partnership\?p=.*&at="))
    settled(page)
    row = page.locator(".domain-rows li:focus")
    expect(row).to_be_in_viewport()
    expect(row.locator(".told .late-words")).not_to_be_empty()
    assert focused(page) in page.url


def test_a_decision_that_waits_leads_to_itself_in_the_register(visitor):
    page = visitor("/", who=STEERING)
    first = page.locator(".pressing .log a").first
    words = first.inner_text()
    first.click()

    expect(page).to_have_url(re.compile(r"/register\?p=.*&at="))
    expect(page.locator(".log li:focus")).to_contain_text(words)
