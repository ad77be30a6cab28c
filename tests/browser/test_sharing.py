"""Sharing: a lead makes a link in two clicks and stops it in two without leaving the page, a guest on a phone sees that and nothing more, until it ends."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx2 as httpx
import pytest
import vobject
from playwright.sync_api import Page, expect

from integration.exchange.qr import qr_png
from tests.browser.kit.running import LEAD
from tests.browser.kit.screen import chosen_of, person, settled, still


@pytest.fixture
def guest(chrome) -> Iterator[Page]:
    """Somebody with a phone who was never here."""
    with person(chrome, 390, locale="en-GB") as someone:
        yield someone.new_page()


def shared(lead: Page, **wanted: str) -> str:
    """The address of a new link, made on the form that is open."""
    if wanted:
        lead.get_by_text("Live or frozen, until when").click()
        still(lead)
    if "pin" in wanted:
        lead.get_by_label("PIN (4 to 12 digits, or empty)").fill(wanted["pin"])
        lead.get_by_label("PIN (4 to 12 digits, or empty)").press("Tab")
    if "until" in wanted:
        lead.get_by_role("group", name="Last day").get_by_role("spinbutton").first.click()
        lead.keyboard.type(wanted["until"])
        lead.keyboard.press("Enter")
    if "moment" in wanted:
        lead.get_by_text(wanted["moment"]).click()
    settled(lead)
    lead.get_by_role("button", name="Make the link").click()
    return lead.get_by_test_id("stCode").first.inner_text().strip()


def form(visitor) -> Page:
    lead = visitor("/partnership?p=HAVEN&lang=en", who=LEAD, locale="en-GB")
    lead.get_by_role("button", name="Share this view").click()
    lead.get_by_role("button", name="Make the link").wait_for()
    return lead


def test_two_clicks_share_a_partnership_and_a_guest_sees_that_alone(visitor, guest, app):
    lead = form(visitor)
    address = shared(lead)
    expect(lead.get_by_text("link ").first).to_be_visible()

    guest.goto(address)
    guest.wait_for_url("**/partnership?*")
    settled(guest)
    expect(guest.get_by_role("heading", name="Harbour Lab")).to_be_visible()
    # On paper too: whoever finds the sheets reads whose they are and until when.
    guest.emulate_media(media="print")
    expect(guest.get_by_text("Shared with you until")).to_be_visible()
    guest.emulate_media(media="screen")
    offered = {one.get_attribute("href") for one in guest.get_by_role("link", include_hidden=True).all()}
    assert not [one for one in offered if one and one.startswith(("/update", "/links", "/people", "/audit", "/foundation", "/mirror", "/portfolio", "/?"))]
    for wider in ("/partnership?p=TECH-WEST&lang=en", "/foundation?p=HAVEN&lang=en", "/update?p=HAVEN&lang=en", "/people?lang=en", "/?lang=en"):
        guest.goto(app.address + wider)
        expect(guest.get_by_text("This is not shared with you")).to_be_visible()


def test_a_link_that_is_ended_closes_open_pages(visitor, guest):
    lead = form(visitor)
    guest.goto(shared(lead))
    guest.get_by_text("Shared with you until").wait_for()
    expect(guest.get_by_text("shares: Partnership page and timelines of Harbour Lab")).to_be_visible()
    settled(lead)
    lead.locator("[class*='st-key-stop-'] button:visible").first.click()

    expect(guest.get_by_role("heading", name="This link has ended")).to_be_visible(timeout=5_000)
    lead.get_by_role("button", name="Undo").click()
    expect(guest.get_by_text("Shared with you until")).to_be_visible(timeout=10_000)


def test_a_chat_preview_tells_what_is_shared_and_with_a_pin_nothing(visitor):
    told, kept = (httpx.get(shared(form(visitor), **wanted)).text for wanted in ({}, {"pin": "12 34"}))

    assert 'property="og:title" content="Harbour Lab"' in told and "%" in told
    assert "Harbour" not in kept and "Haven" not in kept and "%" not in kept.partition("<style>")[0]


def test_the_picture_of_a_link_with_a_pin_is_the_same_for_every_one(visitor):
    one, other, told = (httpx.get(shared(form(visitor), **wanted) + ".png") for wanted in ({"pin": "1234"}, {"pin": "5678"}, {}))

    assert one.content == other.content != told.content
    assert told.headers["content-type"] == "image/png"


def test_a_pin_with_spaces_opens_and_a_wrong_one_is_a_sentence(visitor, guest):
    guest.goto(shared(form(visitor), pin="1234"))
    guest.get_by_label("PIN").fill("9999")
    guest.get_by_role("button").click()
    expect(guest.get_by_role("alert")).to_be_visible()
    guest.get_by_label("PIN").fill(" 12 34 ")
    guest.get_by_role("button").click()

    guest.wait_for_url("**/partnership?*")
    expect(guest.get_by_text("Shared with you until")).to_be_visible()


def test_a_link_that_ends_soon_warns_the_guest_and_its_maker(visitor, guest, app):
    lead = form(visitor)
    soon = datetime.now(UTC).date() + timedelta(days=3)
    guest.goto(shared(lead, until=f"{soon:%d%m%Y}"))

    expect(guest.get_by_text("Ask for a longer one in time")).to_be_visible()
    lead.goto(f"{app.address}/links?lang=en")
    expect(lead.get_by_text("▲ ends soon").first).to_be_visible()


def test_a_frozen_link_shows_then_and_only_then(visitor, guest):
    guest.goto(shared(form(visitor), moment="Frozen: always as it is at this moment"))
    guest.wait_for_url("**asof=*")
    guest.get_by_text("Shared with you until").wait_for()
    lead = visitor("/update?p=HAVEN&tab=milestone&m=T3&lang=en", who=LEAD, locale="en-GB")
    for field in ("Title in Dutch", "Title in English"):
        lead.get_by_label(field).fill("Written after the freeze")
        lead.get_by_label(field).press("Tab")
    lead.get_by_role("button", name="Save").click()
    lead.get_by_text("Saved", exact=True).wait_for()

    for address in (guest.url, guest.url.partition("&asof=")[0]):
        guest.goto(address)
        guest.get_by_text("Shared with you until").wait_for()
        expect(guest.get_by_text("Written after the freeze")).to_have_count(0)


@pytest.mark.parametrize(("language", "meeting"), [("nl", "Stuurgroep"), ("en", "Steering meeting")])
def test_the_calendar_is_read_by_an_independent_library(visitor, language, meeting):
    lead = form(visitor)
    lead.get_by_text("Live or frozen, until when").click()
    still(lead)
    chosen_of(lead.get_by_role("radiogroup", name="Language"), "Nederlands" if language == "nl" else "English")
    settled(lead)
    address = shared(lead)
    calendar = vobject.readOne(httpx.get(address.replace("/s/", "/calendar/") + ".ics").text)
    events = calendar.vevent_list

    assert len({one.uid.value for one in events}) == len(events) > 3
    assert all(one.dtend.value - one.dtstart.value == timedelta(days=1) for one in events)
    assert [one for one in events if one.summary.value.startswith(meeting)]


def test_the_qr_code_is_of_the_address_that_is_shown(visitor):
    lead = form(visitor)
    address = shared(lead)
    lead.get_by_text("QR code, calendar, in an intranet page").click()
    still(lead)
    with lead.expect_download() as file:
        lead.get_by_role("button", name="QR code as PNG").click()

    assert file.value.path().read_bytes() == qr_png(address)
    expect(lead.get_by_role("img", name="QR code of the link")).to_be_visible()
