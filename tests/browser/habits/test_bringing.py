"""Bringing a plan by hand: a Dutch workbook with merged domains and a hidden row is a plan in eight clicks, and the next month shows exactly its changes."""

from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import settled
from tests.exchange.read.files import HEADED, xlsx

say = words_in("nl")
MOST_CLICKS = 8
Row = list[Any]
# A banner, a domain over two rows, a hidden row, a hidden column (the second), a colour as status, and a row of averages.
PLAN: list[Row] = [
    ["Projectplan Haven 2027", None, None, None, None, None],
    [*HEADED],
    ["Opleiding", "N1", "Lesboek kiezen", date(2027, 2, 1), date(2027, 4, 2), 0.5],
    [None, "N2", "Docenten scholen", date(2027, 3, 1), date(2027, 6, 25), 0],
    ["HRM", "N3", "Vacatures open", date(2027, 1, 4), date(2027, 5, 3), 0.25],
    ["HRM", "N4", "Verborgen regel", date(2027, 1, 4), date(2027, 5, 4), 0],
    ["Huisvesting", "N5", "Lokaal huren", date(2027, 1, 4), date(2027, 8, 2), 1],
    ["Gemiddeld", None, None, None, None, 0.35],
]


def workbook(rows: list[Row], folder: Path, name: str) -> Path:
    file = folder / name
    file.write_bytes(xlsx(rows, merged=[(2, 0, 3, 0)], hidden=[5]))
    return file


class Hand:
    """Somebody who clicks, and counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, where: Locator) -> None:
        """One click, and the page that follows."""
        where.click()
        self.clicks += 1
        settled(self.page)

    def bring(self, file: Path) -> None:
        """A file is chosen (two clicks: the field, and the file in the window of the system) and read."""
        self.page.locator("input[name=file]").set_input_files(file)
        self.clicks += 2
        self.click(self.page.get_by_role("button", name=say("Read the file")))
        expect(self.page.get_by_text(file.name)).to_be_visible()

    def store(self, count: int) -> None:
        """The one button that stores."""
        self.click(self.page.get_by_role("button", name=say.plural("Store {n} milestone", "Store {n} milestones", count)))
        expect(self.page.get_by_text(say.plural("{n} milestone was stored.", "{n} milestones were stored.", count))).to_be_visible()


def test_a_dutch_workbook_is_a_plan_in_eight_clicks_and_next_month_shows_exactly_its_changes(visitor, tmp_path):
    hand = Hand(visitor("/partnership?p=HAVEN"))
    hand.click(hand.page.get_by_role("link", name=say("Update"), exact=True))
    hand.click(hand.page.get_by_role("link", name=say("Bring a plan")))
    hand.bring(workbook(PLAN, tmp_path, "plan-maart.xlsx"))
    expect(hand.page.get_by_text("Toegevoegd 4 · Weggelaten 2", exact=True)).to_be_visible()
    hand.store(4)
    first = hand.clicks
    changed = [[*row] for row in PLAN]
    changed[3][4], changed[4][5], changed[7:7] = date(2027, 7, 9), 0.5, [["HRM", "N6", "Contracten rond", None, date(2027, 9, 1), 0]]
    hand.bring(workbook(changed, tmp_path, "plan-april.xlsx"))

    assert first <= MOST_CLICKS
    expect(hand.page.get_by_text("Toegevoegd 1 · Gewijzigd 2 · Hetzelfde 2 · Weggelaten 2", exact=True)).to_be_visible()
    hand.store(3)
    assert hand.clicks <= first + 5
