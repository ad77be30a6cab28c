"""The table of milestones: its fields by row and column, as somebody types in them and pastes."""

from playwright.sync_api import Locator, Page

from tests.browser.kit.screen import settled

PROGRESS, FORECAST, DONE, NOTE, OWNER = "credit", "forecast_on", "done_on", "note", "owner"
PASTED = """(field, words) => {
  const data = new DataTransfer();
  data.setData("text/plain", words);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def cell(page: Page, row: int, column: str) -> Locator:
    """The field of a cell."""
    return page.locator(f".sheet:not(.grows) tbody tr:nth-child({row + 1}) [data-name={column}] .entry > :first-child")


def mark(page: Page, row: int, column: str) -> Locator:
    """What is said at a cell that was not understood."""
    return page.locator(f".sheet:not(.grows) tbody tr:nth-child({row + 1}) [data-name={column}] .field-problem")


def write(page: Page, row: int, column: str, words: str) -> None:
    """Type words over what is in a cell, and leave it."""
    cell(page, row, column).fill(words)
    cell(page, row, column).press("Tab")
    settled(page)


def paste(page: Page, row: int, column: str, words: str) -> None:
    """Paste what a spreadsheet copied, from one cell on."""
    cell(page, row, column).evaluate(PASTED, words)
    settled(page)
