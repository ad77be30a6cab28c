"""On paper: A4 portrait without menu and buttons, as wide as the sheet, folds open, the address and the day at the foot, dark screens too."""

import base64
import re

import pytest
from playwright.sync_api import Page, expect

PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")
SHEET = re.compile(rb"/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)[\d.]*\]")
EVERYWHERE = "const roots = (root) => [root, ...[...root.querySelectorAll('*')].filter((one) => one.shadowRoot).flatMap((one) => roots(one.shadowRoot))];"
FOLDED = f"() => {{ {EVERYWHERE} return roots(document).flatMap((root) => [...root.querySelectorAll('details:not([open])')]).length; }}"
WIDE = (
    f"() => {{ {EVERYWHERE} return roots(document).flatMap((root) => [...root.querySelectorAll('h2, li, table, figure')])"
    ".filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1).length; }"
)


def printed(page: Page) -> bytes:
    """The page as *Save as PDF* makes it."""
    made = page.context.new_cdp_session(page).send("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    return base64.b64decode(made["data"])


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/partnership?p=ZORG-NOORD", 3),
        ("/partnership?p=HAVEN", 3),
        ("/register?p=BOUW-OOST", 3),
    ],
)
def test_a_page_is_a_few_sheets_of_a4_upright(visitor, path, most):
    made = printed(visitor(path))

    assert 1 <= len(PAGES.findall(made)) <= most
    assert {(int(wide), int(high)) for wide, high in SHEET.findall(made)} <= {(594, 841), (595, 842), (594, 842), (595, 841)}


@pytest.mark.parametrize("path", ["/still/partnership?p=HAVEN", "/still/timeline?p=HAVEN"])
def test_a_still_is_three_sheets_at_most(app, visitor, path):
    page = visitor("/register?p=HAVEN")
    page.goto(app.address + path)

    assert 1 <= len(PAGES.findall(printed(page))) <= 3


def test_nothing_of_the_screen_goes_along_and_everything_fits_the_sheet(visitor):
    page = visitor("/timeline?p=HAVEN", scheme="dark")
    page.set_viewport_size({"width": 703, "height": 1000})
    page.emulate_media(media="print")

    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(page.locator(".files:visible, [data-testid=stButton]:visible")).to_have_count(0)
    assert page.evaluate(WIDE) == 0
    assert page.locator("h1").first.evaluate("one => getComputedStyle(one).color") == "rgb(28, 37, 41)"
    page.emulate_media(media="screen")


def test_folds_are_open_on_paper_alone_and_the_foot_tells_the_address_and_the_day(visitor):
    page = visitor("/partnership?p=HAVEN")
    before = page.evaluate(FOLDED)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    foot = page.evaluate("[...document.querySelectorAll('head style')].at(-1).textContent")
    assert before > 2 and page.evaluate(FOLDED) < before / 2
    assert "/partnership?p=HAVEN" in foot and re.search(r"\d{1,2} \w+ 20\d\d", foot)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(FOLDED) == before
