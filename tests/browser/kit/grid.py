"""The table of open milestones by keyboard: it is drawn on a canvas, and the table it keeps for screen readers tells what stands in it."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.kit.screen import settled

MILESTONE, DUE, PROGRESS, FORECAST, DONE, OWNER, NOTE = range(7)


def cell(page: Page, row: int, column: int) -> Locator:
    """What stands in a cell."""
    return page.locator(f"#glide-cell-{column}-{row}")


def write(page: Page, row: int, column: int, words: str) -> None:
    """Open a cell, type words over what is in it, and leave it with Enter."""
    editor = _opened(page, row, column)
    editor.fill(words)
    _left(page, row, column, words)


def choose(page: Page, row: int, column: int, option: str) -> None:
    """Open a cell with a list, type the option's name and take it."""
    editor = _opened(page, row, column)
    editor.press_sequentially(option)
    _left(page, row, column, option)


def set_day(page: Page, row: int, column: int, day: str) -> None:
    """Open a cell with a date and write the day, as 2027-05-31."""
    editor = _opened(page, row, column)
    editor.fill(day)
    _left(page, row, column, day)


def _opened(page: Page, row: int, column: int) -> Locator:
    # The first focus only wakes the table up; the second one moves in it.
    for at in ((0, 0), (row, column)):
        cell(page, *at).focus()
        expect(cell(page, *at)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    editor = page.locator("#portal :is(input, textarea):not([type=hidden], [aria-hidden=true])").first
    expect(editor).to_be_focused()
    return editor


def _left(page: Page, row: int, column: int, words: str) -> None:
    page.keyboard.press("Enter")
    expect(page.locator("#portal :is(input, textarea)")).to_have_count(0)
    expect(cell(page, row, column)).to_have_text(words)
    settled(page)
