"""What a screen must not do: cover a title, blank a button, zoom into a field, make a target too small to hit, push what is read aside."""

import pytest
from playwright.sync_api import expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import still

say = words_in("nl")
# What lies on top at the middle of an element, as the one that a tap would reach.
COVERED = """() => {
  const found = [...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ? [...one.shadowRoot.querySelectorAll("h1, .share-line a")] : []);
  return found.filter((one) => {
    const place = one.getBoundingClientRect();
    const [x, y] = [place.left + Math.min(place.width, 60) / 2, place.top + place.height / 2];
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
    return top !== one && !one.contains(top);
  }).map((one) => one.innerText);
}"""
MOVED = """() => new Promise((told) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) sum += one.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => told(sum)));
})"""
OPENED = "document.documentElement.dataset.opened"
FIELDS = "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [aria-hidden=true]), textarea, select, [role=spinbutton]"


@pytest.mark.parametrize("width", [641, 1024, 1280])
def test_neither_title_nor_share_lies_under_the_header_with_the_menu_closed(visitor, width):
    page = visitor("/partnership?p=HAVEN")
    page.set_viewport_size({"width": width, "height": 800})
    opener = page.get_by_test_id("stExpandSidebarButton")
    if not opener.count():
        page.get_by_test_id("stSidebar").hover()
        page.get_by_role("button", name=say("Close the menu")).click()
    expect(opener).to_be_visible()
    still(page)

    assert page.evaluate(COVERED) == []


def test_a_button_shows_its_words_but_for_the_icons_of_the_agenda(visitor):
    page = visitor("/update?p=HAVEN&tab=partnership")
    assert (
        page.locator("[class*='st-key-'] button p").evaluate_all("all => all.filter(one => one.getBoundingClientRect().width < 20).map(one => one.innerText)")
        == []
    )

    lead = visitor("/update?p=HAVEN&tab=scenarios")
    assert lead.locator("[class*='st-key-drop-'] button p").evaluate_all("all => all.every(one => one.getBoundingClientRect().width > 20)")


@pytest.mark.parametrize("path", ["/", "/update?p=HAVEN&tab=milestone&m=T3", "/update?p=HAVEN&tab=check-in", "/people"])
def test_no_field_is_zoomed_into_on_a_phone_and_small_buttons_can_be_hit(visitor, path):
    page = visitor(path, width=390)
    sizes = page.locator(FIELDS).evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => parseFloat(getComputedStyle(one).fontSize))")
    small = page.locator("[data-testid=stMain] button:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(one => one.width > 1 && (one.width < 23.5 || one.height < 23.5)).length"
    )

    assert sizes and min(sizes) >= 16
    assert small == 0


@pytest.mark.parametrize("path", ["/", "/partnership?p=HAVEN", "/timeline?p=HAVEN", "/update?p=HAVEN"])
def test_nothing_that_is_read_is_pushed_aside_while_a_page_opens(visitor, path):
    page = visitor(path)
    # A machine that is too busy to finish within the patience of a reader shows what it has; that says nothing about the page.
    for _ in range(6):
        page.wait_for_function(OPENED)
        if page.evaluate(OPENED) == "whole":
            break
        page.reload()

    assert page.evaluate(OPENED) != "whole" or page.evaluate(MOVED) < 0.1


def test_every_tab_of_a_partnership_is_seen_on_the_smallest_phone(visitor):
    page = visitor("/partnership?p=HAVEN", width=390)
    page.set_viewport_size({"width": 320, "height": 700})
    edges = page.locator(".places a").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    page.set_viewport_size({"width": 390, "height": 844})

    assert len(edges) == 6 and max(edges) <= 320


def test_the_link_of_a_milestone_lands_on_its_row(visitor):
    page = visitor("/partnership?p=HAVEN&at=milestone.T6")
    row = page.locator("tr[data-at='milestone.T6']")

    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
