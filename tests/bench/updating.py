"""What a lead waits for in the week: from a step to what it changes, and from Save to saved, beside an empty app's round trip."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect

from integration import ROOT
from tests.bench.rows import Row
from tests.browser.kit.running import Running
from tests.browser.kit.screen import SETTLED, browser, opened, person, signed_in

STEPS, SAVE, CHANGES, SAID = ".sheet tbody tr:first-child .steps button", ".st-key-save-plan button", ".st-key-will-change", ".notice.done"


def updating_rows(store: Path, partnerships: int, code: str, limit: float, rounds: int = 9) -> Iterator[Row]:
    """A milestone's step at a phone's width, and the save of it, with one page of the partnership open."""
    with (
        Running(store) as ours,
        Running(store, script=str(ROOT / "tests" / "bench" / "empty.py")) as empty,
        browser() as shown,
        person(shown) as stranger,
        person(shown, width=390) as lead,
    ):
        page = stranger.new_page()
        page.goto(empty.address)
        floor = statistics.median(_took(partial(_pressed, page, turn)) for turn in range(1, rounds + 1))
        yield Row("round trip of a press, empty Streamlit app", floor, None)
        week = opened(signed_in(lead, ours.sign_in_link()), f"{ours.address}/update?p={code}&show=open")
        typed, saved = [], []
        for turn in range(rounds + 1):
            typed.append(_took(partial(_stepped, week, turn)))
            week.wait_for_selector(SETTLED)
            saved.append(_took(partial(_saved, week)))
            # The page is read anew after a save; what is typed next waits for that.
            week.wait_for_timeout(1_500)
        yield Row(f"a step → what changes, {partnerships:,} partnerships", statistics.median(typed[1:]), limit)
        yield Row(f"Save → saved, {partnerships:,} partnerships", statistics.median(saved[1:]), limit)


def _took(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _pressed(page: Page, turn: int) -> None:
    page.get_by_role("button", name="Press").click()
    expect(page.get_by_text(f"Pressed {turn}", exact=True)).to_be_visible()


def _stepped(page: Page, turn: int) -> None:
    # Two steps that are never the stored one in turn, so that every press changes something.
    page.locator(STEPS).nth(1 + turn % 2).click()
    page.locator(CHANGES).wait_for()


def _saved(page: Page) -> None:
    page.locator(SAVE).click()
    page.locator(CHANGES).wait_for(state="detached")
    page.locator(SAID).wait_for()
