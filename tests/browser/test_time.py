"""Journeys through time: a member looks as of the last meeting, follows a change to its milestone, and comes back to now."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.grid import FORECAST, write
from tests.browser.kit.screen import settled

say = words_in("nl")
TODAY = datetime.now(UTC).date()


def test_a_member_opens_the_last_meeting_and_follows_a_change_to_its_milestone(visitor):
    page = visitor("/")
    page.locator("a[href*='since=meeting']").first.click()
    expect(page).to_have_url(re.compile(r"since=meeting"))
    first = page.locator(".since a.linked").filter(has_text="‘").first
    subject = re.search(r"‘(.+?)’", first.inner_text())
    first.click()

    drawer = page.get_by_role("region", name=say("History"), exact=True)
    expect(drawer).to_be_visible()
    assert subject
    expect(drawer.get_by_role("heading")).to_contain_text(subject[1].split(" [")[0])
    drawer.get_by_role("link", name=say("Close")).click()
    expect(drawer).to_have_count(0)


def test_a_member_opens_the_day_of_the_meeting_and_follows_what_changed_since(visitor):
    page = visitor("/partnership?p=GROEN")
    page.get_by_role("link", name=say("See how it stood on that day")).click()
    expect(page).to_have_url(re.compile(r"/partnership\?.*asof=\d{4}-\d\d-\d\d"))
    expect(page.get_by_role("status").filter(has_text=say("nothing can be changed here"))).to_be_visible()
    page.get_by_role("link", name=say("Back to now")).click()
    expect(page.get_by_role("link", name=say("See how it stood on that day"))).to_have_attribute("href", re.compile("asof="))
    expect(page.get_by_role("link", name=say("Back to now"))).to_have_count(0)
    settled(page)

    change = page.locator("a[href*='history=milestone.'][href*='since=']").filter(has_text="‘").first
    subject = re.search(r"‘(.+?)’", change.inner_text())
    change.click()

    assert subject
    expect(page.get_by_role("region", name=say("History"), exact=True).get_by_role("heading")).to_contain_text(subject[1])


def downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=say("Download as CSV")).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text("utf-8-sig")


@pytest.mark.parametrize("address", ["/timeline?p=GROEN", "/timeline?p=GROEN&show=trend", "/timeline?p=GROEN&show=curve", "/?", "/domain?d=housing"])
def test_a_download_of_a_past_day_holds_that_day(visitor, address):
    day = TODAY - timedelta(days=120)
    name, then = downloaded(visitor(f"{address}&asof={day}"))
    _, now = downloaded(visitor(address))

    assert name.endswith(f"-{day}.csv")
    assert then != now
    if "trend" in address:
        reported = {re.split("[;,]", line)[2] for line in then.splitlines()[1:]}
        assert max(reported) <= day.isoformat() or not any(one[:4].isdigit() for one in reported)


def test_a_past_day_goes_along_to_every_page_until_back_to_now(visitor):
    day = TODAY - timedelta(days=90)
    page = visitor(f"/?asof={day}")
    banner = page.get_by_role("status").filter(has_text=say("nothing can be changed here"))
    expect(banner).to_be_visible()
    page.locator(".heat a.name").first.click()
    expect(page).to_have_url(re.compile(rf"/partnership\?.*asof={day}"))
    expect(banner).to_be_visible()
    page.get_by_role("navigation", name=say("This partnership")).get_by_role("link", name=say("Plan")).click()
    expect(page).to_have_url(re.compile(rf"/timeline\?.*asof={day}"))

    page.get_by_role("link", name=say("Back to now")).click()

    expect(banner).to_have_count(0)
    expect(page).not_to_have_url(re.compile("asof="))
    expect(page).to_have_url(re.compile(r"/timeline\?.*p="))


def test_the_date_control_shows_a_past_day_in_the_address(visitor):
    page, day = visitor("/domain?d=hrm"), TODAY - timedelta(days=30)
    # Typed part by part, as the field takes it.
    field = page.get_by_test_id("stSidebar").get_by_test_id("stDateInput")
    field.locator("input, [contenteditable], [role=spinbutton]").first.click()
    page.keyboard.type(day.strftime("%d%m%Y"))
    # Past the calendar button: a day counts when one leaves the field.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    expect(page).to_have_url(re.compile(rf"asof={day}"))
    expect(page.get_by_role("status").filter(has_text=say("nothing can be changed here"))).to_be_visible()


def kept(page: Page, name: str) -> None:
    page.get_by_text(say("Keep as a scenario")).click()
    page.get_by_label(say("Name of the scenario")).fill(name)
    page.get_by_label(say("Name of the scenario")).press("Tab")
    settled(page)
    page.get_by_role("button", name=say("Keep the scenario")).click()


def test_a_lead_sees_what_moves_along_keeps_it_as_a_scenario_and_applies_it(visitor):
    lead = visitor("/update?p=MOBIEL&show=open")
    write(lead, 0, FORECAST, "1-12-2028")
    expect(lead.locator("summary").filter(has_text="Wat meeschuift")).to_be_visible()
    kept(lead, "Vergunning later")
    expect(lead.get_by_role("status").filter(has_text="Vergunning later")).to_be_visible()
    lead.get_by_role("link", name=say("Scenarios"), exact=True).click()
    expect(lead.get_by_role("heading", name="Vergunning later")).to_be_visible()

    lead.get_by_role("button", name=say("Apply"), exact=True).click()

    expect(lead.get_by_role("status").filter(has_text="1 dec 2028")).to_be_visible()


def test_your_last_visit_is_offered_when_there_was_one(visitor):
    page = visitor("/")
    expect(page.get_by_role("link", name=say("Your last visit"))).to_have_count(0)
    page.evaluate(f"localStorage.setItem('ineen.visits', JSON.stringify({{day: '{TODAY - timedelta(days=9)}'}}))")
    page.reload()
    settled(page)

    page.get_by_role("link", name=say("Your last visit")).click()

    expect(page).to_have_url(re.compile(rf"since={TODAY - timedelta(days=9)}"))
