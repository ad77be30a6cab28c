"""Pictures in a browser: drawn for the place they have, whatever the device calls itself; what they say is pointed at; each goes along as a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import settled

say = words_in("nl")
LABELLED = "[...document.querySelectorAll('*')].flatMap(one => one.shadowRoot ? [...one.shadowRoot.querySelectorAll('figure.chart > :not(.files)')] : [])"


def shown(page: Page) -> list[str]:
    """Which of a picture's drawings stands on the page."""
    found: list[str] = page.evaluate(f"{LABELLED}.filter(one => one.checkVisibility()).map(one => one.className)")
    return found


@pytest.mark.parametrize(("width", "drawing"), [(1280, "wide"), (960, "middle"), (560, "narrow")])
def test_a_picture_fits_its_container_whatever_the_device_calls_itself(visitor, width, drawing):
    for device in (1280, 390):
        page = visitor("/timeline?p=HAVEN", width=device)
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(f"{LABELLED}.some(one => one.className === '{drawing}' && one.checkVisibility())")

        assert shown(page) == [drawing]
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")


def test_on_a_phone_the_calendar_is_a_list_by_month_with_bars_as_wide_as_there_is_room(visitor):
    page = visitor("/timeline?p=HAVEN", width=390)
    track = page.locator(".months .span").first

    expect(track).to_be_visible()
    assert track.evaluate("one => one.getBoundingClientRect().width") > 330
    assert page.locator(".months h3").count() > 6


def test_a_mark_says_what_it_is_in_the_pages_letters_and_dates(visitor):
    page = visitor("/timeline?p=HAVEN")
    page.locator(".wide .picture rect[data-tip*='T2']").first.hover()
    tip = page.locator(".tip:visible")

    expect(tip).to_contain_text("T2")
    expect(tip).to_contain_text("Gepland 1 sep 2026")
    assert tip.evaluate("one => getComputedStyle(one).fontFamily") == page.locator("h1").first.evaluate("one => getComputedStyle(one).fontFamily")


def test_who_explores_opens_the_figure_whose_library_came_along_only_then(visitor):
    page = visitor("/timeline?p=HAVEN&show=curve")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.locator("summary", has_text=say("Explore: point, zoom in")).click()
    figure = page.locator(".js-plotly-plot")

    expect(figure.locator(".legendtext", has_text=say("Delivered"))).to_be_visible()
    assert any("lotly" in one for one in asked)
    assert "Source Sans" in figure.locator(".xtick text").first.evaluate("one => getComputedStyle(one).fontFamily")


@pytest.mark.parametrize(
    "path", ["/timeline?p=GROEN&show=trend", "/timeline?p=GROEN&show=curve", "/mirror?p=TECH-WEST", "/domain?d=hrm", "/register?p=BOUW-OOST"]
)
def test_every_picture_goes_along_with_its_title_and_its_day(visitor, path):
    page = visitor(path)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=say("Picture as SVG")).first.click()
    text = Path(waiting.value.path()).read_text("utf-8")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=say("Picture as PNG")).first.click()

    assert "<title>" in text and "Ineen · stand op" in text and "var(" not in text
    assert Path(waiting.value.path()).read_bytes()[:4] == b"\x89PNG" and waiting.value.suggested_filename.endswith(".png")
    settled(page)
