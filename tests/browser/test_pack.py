"""A pack in a real browser: published, downloaded, and after the data changed the same page and the same bytes."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.screen import settled, words

say = words_in("nl")


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as taken:
        page.get_by_role("button", name=name).click()
    return Path(taken.value.path()).read_bytes()


def test_a_published_pack_is_the_same_after_the_data_changed(app, visitor):
    page = visitor("/pack?p=HAVEN")
    page.get_by_role("button", name=say("Publish")).click()
    page.wait_for_url(re.compile(r"[?&]id="))
    settled(page)
    address = page.url.removeprefix(app.address)
    files = {name: downloaded(page, name) for name in ("PDF", "PowerPoint", "Excel", "JSON")}
    before = words(visitor(address))

    form = visitor("/update?p=HAVEN&tab=partnership")
    form.get_by_label(say("Name in Dutch")).fill("Een andere naam")
    form.get_by_label(say("Name in Dutch")).press("Tab")
    form.get_by_role("button", name=say("Save"), exact=True).click()
    form.get_by_text(say("Saved"), exact=True).wait_for()

    later = visitor(address)
    assert words(later) == before
    assert {name: downloaded(later, name) for name in files} == files
    expect(visitor("/partnership?p=HAVEN").get_by_role("heading", level=1)).to_have_text("Een andere naam")


def test_nothing_of_a_pack_lies_sideways_on_a_phone(visitor):
    page = visitor("/pack?p=ZORG-NOORD", width=390, locale="nl-NL")
    page.get_by_role("button", name=say("Publish")).click()
    page.wait_for_url(re.compile(r"[?&]id="))
    settled(page)

    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
