"""Two leads change the same thing: both versions are shown, what was typed is kept, and the person chooses."""

from playwright.sync_api import Locator, Page, expect

from integration.i18n.words import words_in
from tests.browser.conftest import Visitor
from tests.browser.kit.grid import NOTE, cell, write
from tests.browser.kit.screen import settled

say = words_in("nl")
TABLE, FORM = "/update?p=HAVEN&show=open", "/update?p=HAVEN&tab=milestone&m="


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=say(label), exact=True).click()


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("textbox", name=say(label), exact=True)


def fill(page: Page, label: str, words: str) -> None:
    field(page, label).fill(words)
    field(page, label).press("Tab")
    settled(page)


def saves_note(page: Page, row: int, words: str) -> None:
    write(page, row, NOTE, words)
    press(page, "Save")
    expect(page.get_by_role("button", name=say("Save"), exact=True)).to_have_count(0)


def collided(visitor: Visitor, row: int) -> tuple[Page, Page]:
    """Vera and Daan both have the table open and write a note in one row; Daan saves first, then Vera presses save."""
    vera, daan = visitor(TABLE), visitor(TABLE)
    write(vera, row, NOTE, "Dit is van Vera")
    saves_note(daan, row, "Dit is van Daan")
    expect(vera.get_by_text("Iemand anders wijzigde intussen 1 van deze mijlpalen")).to_be_visible()
    expect(cell(vera, row, NOTE)).to_have_value("Dit is van Vera")
    press(vera, "Save")
    both = vera.locator(".plain tr").filter(has_text=say("Note"))
    expect(both).to_contain_text("Dit is van Vera")
    expect(both).to_contain_text("Dit is van Daan")
    return vera, daan


def test_in_the_table_both_versions_are_shown_and_mine_wins_when_i_keep_it(visitor):
    vera, daan = collided(visitor, 0)

    vera.get_by_text(say("Keep mine"), exact=True).click()
    press(vera, "Save my choice")

    expect(cell(daan, 0, NOTE)).to_have_value("Dit is van Vera")
    expect(cell(vera, 0, NOTE)).to_have_value("Dit is van Vera")


def test_in_the_table_theirs_stays_when_i_take_it(visitor):
    vera, daan = collided(visitor, 1)

    vera.get_by_text(say("Take theirs"), exact=True).click()
    settled(vera)
    press(vera, "Save my choice")

    expect(cell(vera, 1, NOTE)).to_have_value("Dit is van Daan")
    expect(cell(daan, 1, NOTE)).to_have_value("Dit is van Daan")
    expect(vera.get_by_role("button", name=say("Save"), exact=True)).to_have_count(0)


def test_an_edit_in_another_row_is_saved_together_with_the_choice(visitor):
    vera, daan = visitor(TABLE), visitor(TABLE)
    write(vera, 2, NOTE, "Botst")
    write(vera, 3, NOTE, "Botst niet")
    saves_note(daan, 2, "Was eerst")
    press(vera, "Save")
    expect(vera.get_by_role("button", name=say("Save my choice"))).to_be_visible()

    press(vera, "Save my choice")

    expect(cell(daan, 2, NOTE)).to_have_value("Botst")
    expect(cell(daan, 3, NOTE)).to_have_value("Botst niet")


def collided_form(visitor: Visitor, code: str) -> tuple[Page, Page]:
    """Vera and Daan both write a note in the form of one milestone, and Daan saves first."""
    vera, daan = visitor(FORM + code), visitor(FORM + code)
    fill(vera, "Note", "Notitie van Vera")
    fill(daan, "Note", "Notitie van Daan")
    press(daan, "Save")
    three = vera.locator(".notice tr").filter(has_text=say("Note"))
    expect(three).to_contain_text("Notitie van Vera")
    expect(three).to_contain_text("Notitie van Daan")
    expect(field(vera, "Note")).to_have_value("Notitie van Vera")
    return vera, daan


def test_in_the_form_my_changes_go_over_theirs_when_i_keep_them(visitor):
    vera, daan = collided_form(visitor, "T3")

    press(vera, "Keep my changes")
    expect(daan.locator(".notice tr").filter(has_text=say("Note"))).to_contain_text("Notitie van Vera")
    press(daan, "Show the newest")
    # While the script runs, the old form stands beside the new one.
    expect(daan.locator(".notice tr")).to_have_count(0)
    expect(field(daan, "Note")).to_have_count(1)

    expect(field(daan, "Note")).to_have_value("Notitie van Vera")
    expect(field(vera, "Note")).to_have_value("Notitie van Vera")


def test_in_the_form_their_version_appears_when_i_take_it(visitor):
    vera, daan = collided_form(visitor, "T4")

    press(vera, "Take theirs")

    expect(field(vera, "Note")).to_have_value("Notitie van Daan")
    expect(field(daan, "Note")).to_have_value("Notitie van Daan")


def test_what_the_other_changed_elsewhere_in_the_record_is_not_undone_by_keeping_mine(visitor):
    vera, daan = visitor(FORM + "T5"), visitor(FORM + "T5")
    fill(vera, "Note", "Alleen de notitie")
    fill(daan, "Title in English", "A title by Daan")
    press(daan, "Save")

    press(vera, "Keep my changes")

    expect(field(vera, "Title in English")).to_have_value("A title by Daan")
    expect(field(vera, "Note")).to_have_value("Alleen de notitie")
