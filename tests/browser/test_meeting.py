"""A meeting with real keys: prepared, led by a chair with two others following, taken over, and closed."""

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import settled

say, english = words_in("nl"), words_in("en")


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


def held(page: Page) -> None:
    """The first item noted on with keys, and decided by one press on its first option."""
    page.keyboard.press("ArrowRight")
    expect(page.locator(".ineen .screen .origin")).to_have_text(say("To decide"))
    settled(page)
    typed(page, "n", "Beide besturen zijn het eens.", "Escape")
    page.locator(".st-key-room-options button").first.click()
    expect(page.get_by_text(say("Decided and agreed so far"))).to_be_visible()


def title_of(page: Page) -> str:
    return str(page.locator(".ineen .screen h1").inner_text())


def test_a_chair_leads_others_through_a_meeting_on_their_own_laptop_and_phone(visitor):
    chair = visitor("/meeting?p=BOUW-OOST&lang=nl")
    started(chair)
    expect(chair.get_by_test_id("stSidebar")).to_be_hidden()
    laptop, phone = visitor("/meeting?p=BOUW-OOST&lang=en", locale="en-GB"), visitor("/meeting?p=BOUW-OOST&lang=nl", width=390)
    on_screen(laptop, english("Welcome"))
    held(chair)
    for page in (laptop, phone):
        expect(page.get_by_text("Beide besturen zijn het eens.").first).to_be_visible()
        expect(page.get_by_text("✓").first).to_be_visible()
    assert title_of(phone) == title_of(chair)

    looked_around(laptop, chair, phone)
    taken_over(laptop, chair)
    closed_for_all(laptop, chair, phone)


def looked_around(laptop: Page, chair: Page, phone: Page) -> None:
    """The laptop looks at the end, is left there while the others go on, and comes back."""
    laptop.get_by_role("link", name=english("Closing")).click()
    on_screen(laptop, english("Closing the meeting"))
    before = title_of(phone)
    chair.keyboard.press("ArrowRight")
    expect(phone.locator(".ineen .screen h1")).not_to_have_text(before)
    on_screen(laptop, english("Closing the meeting"))
    laptop.get_by_role("button", name=english("Back to the chair")).click()
    expect(laptop.get_by_text(english("the chair is here"))).to_be_visible()


def taken_over(laptop: Page, chair: Page) -> None:
    """The laptop takes the chair, and the first chair follows from then on."""
    laptop.get_by_role("button", name=english("Take the chair")).click()
    expect(laptop.get_by_text(english("You lead: who follows sees what you see."))).to_be_visible()
    expect(chair.get_by_text(say("You lead this meeting from another window."))).to_be_visible()
    settled(laptop)
    laptop.get_by_role("button", name=english("Closing"), exact=True).click()
    on_screen(chair, say("Closing the meeting"))


def closed_for_all(laptop: Page, *followers: Page) -> None:
    """The chair closes, and everybody reads the same minutes without doing anything."""
    on_screen(laptop, english("Closing the meeting"))
    laptop.get_by_role("button", name=english("Close the meeting")).click()
    for page in (laptop, *followers):
        for words in ("Beide besturen zijn het eens.", "Rondvraag"):
            expect(page.locator(".ineen .minutes")).to_contain_text(words)
    expect(followers[0].get_by_test_id("stSidebar")).to_be_visible()


def test_a_long_name_keeps_the_room_readable_on_a_phone(visitor):
    page = visitor("/meeting?p=ZON-INSTALLATIE", width=390)
    page.get_by_role("button", name=say("Prepare the meeting")).click()
    page.get_by_role("button", name=say("Start the meeting")).click()
    page.get_by_role("button", name=say("Yes, start it today")).click()
    on_screen(page, say("Welcome"))

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
