"""A meeting with real keys: prepared, held before the room, and closed; what two people see at once."""

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import settled

say = words_in("nl")


def on_screen(page: Page, words: str) -> None:
    expect(page.locator(".ineen .screen h1")).to_contain_text(words)
    settled(page)


def started(page: Page) -> None:
    """An agenda from the data with one thing of our own, and the room it is held in."""
    page.get_by_role("button", name=say("Prepare the meeting")).click()
    page.get_by_label(say("What else do you want to talk about?")).fill("Rondvraag")
    page.get_by_role("button", name=say("Add to the agenda")).click()
    expect(page.get_by_text("Rondvraag")).to_be_visible()
    page.get_by_role("button", name=say("Start the meeting")).click()
    page.get_by_role("button", name=say("Yes, start it today")).click()
    on_screen(page, say("Welcome"))


def typed(page: Page, key: str, words: str, leave: str) -> None:
    """Step into a field with its key, type, and step out of it."""
    page.keyboard.press(key)
    page.keyboard.type(words)
    page.keyboard.press(leave)
    settled(page)


def held(page: Page) -> str:
    """The first item noted on and decided with keys; returns its title."""
    page.keyboard.press("ArrowRight")
    expect(page.locator(".ineen .screen .origin")).to_have_text(say("To decide"))
    settled(page)
    title = page.locator(".ineen .screen h1").inner_text()
    typed(page, "n", "Beide besturen zijn het eens.", "Escape")
    typed(page, "b", "Wij beginnen in september", "Tab")
    page.get_by_role("button", name=say("Decide"), exact=True).click()
    expect(page.get_by_text(say("Decided and agreed so far"))).to_be_visible()
    return title


def test_a_meeting_is_prepared_held_with_the_keyboard_and_closed(visitor):
    page = visitor("/meeting?p=BOUW-OOST")
    started(page)
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    title = held(page)
    member = visitor("/meeting?p=BOUW-OOST&item=1", width=390)
    expect(member.get_by_label(say("Note"), exact=True)).to_have_value("Beide besturen zijn het eens.")
    page.keyboard.press("PageDown")
    expect(page.get_by_role("link", name=f"1 {title}")).to_contain_text("✓")
    page.get_by_role("link", name=say("Closing")).click()
    on_screen(page, say("Closing the meeting"))
    page.get_by_role("button", name=say("Close the meeting")).click()

    for words in ("Wij beginnen in september", "Beide besturen zijn het eens.", "Rondvraag"):
        expect(page.locator(".ineen .minutes")).to_contain_text(words)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=say("Minutes as Markdown")).click()
    assert "Wij beginnen in september" in waiting.value.path().read_text("utf-8")


def test_a_long_name_keeps_the_room_readable_on_a_phone(visitor):
    page = visitor("/meeting?p=ZON-INSTALLATIE", width=390)
    page.get_by_role("button", name=say("Prepare the meeting")).click()
    page.get_by_role("button", name=say("Start the meeting")).click()
    page.get_by_role("button", name=say("Yes, start it today")).click()
    on_screen(page, say("Welcome"))

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
