"""What was typed in any form and not saved is offered again."""

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import settled

say = words_in("nl")
FORM = "/update?p=HAVEN&tab=milestone&m=T3"


def note(page: Page):
    return page.get_by_role("textbox", name=say("Note"), exact=True)


def offer(page: Page):
    return page.locator(".ineen-drafts")


def typed(page: Page, words: str) -> None:
    # Its place is there once typing is listened to.
    expect(offer(page)).to_be_attached()
    note(page).click()
    page.keyboard.type(words)


def test_what_was_typed_before_a_reload_is_put_back_and_after_saving_offered_no_more(visitor):
    page = visitor(FORM)
    typed(page, "Nog niet bewaard")
    page.reload()
    settled(page)

    offer(page).get_by_role("button", name=say("Put back")).click()
    expect(note(page)).to_have_value("Nog niet bewaard")
    settled(page)
    page.get_by_role("button", name=say("Save"), exact=True).click()
    expect(page.locator(".notice.done")).to_be_visible()
    settled(page)
    page.reload()
    settled(page)

    expect(note(page)).to_have_value("Nog niet bewaard")
    expect(offer(page)).to_be_hidden()
