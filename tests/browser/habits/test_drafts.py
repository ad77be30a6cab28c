"""What was typed or picked in any form and not saved is offered again to who did it, on that computer, and to nobody else."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.running import LEAD
from tests.browser.kit.screen import opened, person, picked, settled, signed_in

say = words_in("nl")
FORM = "/update?p=HAVEN&tab=milestone&m=T3"
MINE = "Van mij alleen"
STORED = "Object.entries(localStorage).filter(([name]) => name.startsWith('ineen')).flat().join()"


@pytest.fixture
def computer(chrome):
    """A computer that several people use, each in a tab that is closed and not only laid by."""
    with person(chrome) as one:
        yield one


def come(app, computer: BrowserContext, who: str, path: str = FORM) -> Page:
    return opened(signed_in(computer, app.sign_in_link(who) if who else app.sign_in_link()), app.address + path)


def note(page: Page):
    return page.get_by_role("textbox", name=say("Note"), exact=True)


def offer(page: Page):
    return page.locator(".ineen-drafts")


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=say(words), exact=True).click()


def typed(page: Page, words: str) -> None:
    note(page).press("ControlOrMeta+a")
    page.keyboard.type(words)


def test_what_was_typed_and_picked_before_a_reload_is_put_back_and_after_saving_offered_no_more(app, computer):
    page = come(app, computer, "")
    typed(page, "Nog niet bewaard")
    picked(page, say("Gate"), say("Needs proof"))
    page.get_by_text(say("Key milestone: a gate or the law makes it indispensable")).click()
    page.reload()
    expect(offer(page)).to_be_visible()

    press(page, "Put back")
    expect(note(page)).to_have_value("Nog niet bewaard")
    expect(page.get_by_role("combobox", name=say("Gate"))).to_have_value(say("Needs proof"))
    settled(page)
    press(page, "Save")
    expect(page.locator(".notice.done")).to_be_visible()
    page.reload()

    expect(note(page)).to_have_value("Nog niet bewaard")
    settled(page)
    expect(offer(page)).to_be_hidden()


def test_on_a_shared_computer_a_draft_is_there_for_who_typed_it_alone_and_nobody_can_read_it(app, computer):
    mine = come(app, computer, "")
    typed(mine, MINE)
    mine.close()
    computer.clear_cookies()

    other = come(app, computer, LEAD)
    expect(note(other)).not_to_have_value(MINE)
    expect(offer(other)).to_be_hidden()
    assert "ineen.kept/" in other.evaluate(STORED) and MINE not in other.evaluate(STORED)
    other.close()
    computer.clear_cookies()

    again = come(app, computer, "")
    expect(offer(again)).to_be_visible()
    press(again, "Throw away")
    again.reload()
    settled(again)
    expect(offer(again)).to_be_hidden()
    assert "ineen.kept/" not in again.evaluate(STORED)


def test_two_tabs_keep_apart_and_what_is_open_elsewhere_is_not_offered_until_it_is_closed(app, computer):
    one, two = come(app, computer, ""), opened(computer, app.address + FORM)
    typed(one, "Uit de eerste")
    typed(two, "Uit de tweede")
    expect(offer(two)).to_be_hidden()

    one.close()
    expect(offer(two)).to_be_visible()
    two.close()

    third = opened(computer, app.address + FORM)
    press(third, "Put back")
    expect(note(third)).to_have_value("Uit de tweede")
    press(third, "Put back")
    expect(note(third)).to_have_value("Uit de eerste")
    expect(offer(third)).to_be_hidden()
