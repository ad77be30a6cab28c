"""The browser's own habits: a step back is one click, a lost connection is told in the reader's words, and nothing is told in another language."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from integration.model.plan.milestone import Milestone
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.ui.shell.built_in_words import built_in_words
from tests.browser.kit.blocking import without_websockets
from tests.browser.kit.running import ADMINISTRATOR, Running
from tests.browser.kit.screen import opened, person, picked, settled, signed_in
from tests.examples import save

say = words_in("nl")
ENGLISH = {english for english, dutch in built_in_words(say).items() if english != dutch}
# What Streamlit's own parts say, to eyes and to screen readers; words in Markdown, options and tables are ours or were typed.
SAID = """() => {
  const option = "[role=option][data-key]:not([data-key=__select_all__])";
  const said = [], typed = `script, style, noscript, input, textarea, .told, [data-testid=stMarkdownContainer], ${option}`;
  const names = ["aria-label", "placeholder", "title", "aria-description", "aria-valuetext"];
  for (const one of document.querySelectorAll("body *")) for (const name of names) if (one.getAttribute(name)) said.push(one.getAttribute(name));
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) if (!words.currentNode.parentElement.closest(typed)) said.push(words.currentNode.data.trim());
  return said;
}"""


def test_each_act_is_one_step_back_and_one_forward(visitor):
    page, been = visitor("/?q=zorg&page=2"), []
    for act in acts(page):
        been.append(page.url)
        act()
        expect(page).not_to_have_url(been[-1])
        settled(page)
    last = page.url
    for address in reversed(been):
        page.go_back()
        expect(page).to_have_url(address)
        settled(page)
    expect(page.get_by_label(say("Search"))).to_have_value("zorg")
    for address in [*been[1:], last]:
        page.go_forward()
        expect(page).to_have_url(address)
        settled(page)
    page.reload()
    settled(page)
    expect(page).to_have_url(last)


def acts(page: Page) -> list[Callable[[], None]]:
    """What somebody does one after the other: a choice that also takes the page number away, links with choices, the menu."""
    return [
        lambda: picked(page, say("Order"), say("Name")),
        lambda: page.locator(".heat a.name").first.click(),
        lambda: page.get_by_role("navigation", name=say("This partnership")).get_by_role("link", name=say("Plan")).click(),
        lambda: page.get_by_role("navigation", name="Ineen").get_by_role("link", name=say("Calendar")).click(),
    ]


@pytest.mark.parametrize(("locale", "words"), [("nl-NL", "Wat je hebt getypt, blijft bewaard"), ("en-GB", "What you typed is kept")])
def test_a_lost_connection_is_told_in_the_readers_words_and_what_was_typed_is_kept(chrome, demo_copy, locale, words):
    with Running(demo_copy) as first, person(chrome, locale=locale) as by:
        page = opened(signed_in(by, first.sign_in_link(ADMINISTRATOR)), f"{first.address}/update?p=HAVEN&tab=check-in")
        page.get_by_role("textbox").last.fill("Nog niet bewaard")
        first.kill()
        expect(page.locator("#ineen-lost")).to_be_visible()
        assert page.locator("#ineen-lost").inner_text().count("\n") == 0
        expect(page.locator("#ineen-lost")).to_contain_text(words)
        expect(page.get_by_text("Streamlit")).to_have_count(0)

        with Running(demo_copy, port=first.port):
            expect(page.locator("#ineen-lost")).to_be_hidden(timeout=60_000)
            settled(page)
            expect(page.get_by_role("textbox").last).to_have_value("Nog niet bewaard")


def test_what_is_typed_after_a_save_outlives_the_server_and_meets_what_others_saved_meanwhile(chrome, demo_copy):
    with Running(demo_copy) as first, person(chrome) as by:
        page = opened(signed_in(by, first.sign_in_link(ADMINISTRATOR)), f"{first.address}/update?p=GROEN&tab=milestone&m=T3")
        note = page.get_by_role("textbox", name=say("Note"), exact=True)
        note.fill("Eerst bewaard")
        note.press("Tab")
        settled(page)
        page.get_by_role("button", name=say("Save"), exact=True).click()
        expect(page.get_by_text(say("{code} was saved.", code="T3"))).to_be_visible()
        settled(page)
        note.fill("Half getypt")
        first.kill()
        weighs_more(demo_copy, "Eerst bewaard", 7)

        with Running(demo_copy, port=first.port):
            expect(page.locator("#ineen-lost")).to_be_hidden(timeout=60_000)
            expect(page.locator(".notice tr").filter(has_text="7")).to_be_visible(timeout=60_000)
            expect(note).to_have_value("Half getypt")


def weighs_more(store: Path, noted: str, weight: float) -> None:
    """Somebody else changes the milestone with this note."""
    with closing(Database(store)) as database:
        with database.reading() as cursor:
            [seen] = [one for one in latest(cursor, Milestone) if one.note.nl == noted]
        save(database, replace(seen, weight=weight))


def test_a_page_that_was_open_before_a_restart_still_gives_its_files(chrome, demo_copy):
    with Running(demo_copy) as first, person(chrome) as by:
        page = opened(signed_in(by, first.sign_in_link(ADMINISTRATOR)), f"{first.address}/timeline?p=GROEN&show=trend")
        first.kill()
        with Running(demo_copy, port=first.port):
            expect(page.locator("#ineen-lost")).to_be_hidden(timeout=60_000)
            settled(page)
            with page.expect_download() as waiting:
                page.get_by_role("button", name=say("Download as CSV")).click()

    assert waiting.value.suggested_filename.endswith(".csv")


def test_where_websockets_are_blocked_both_languages_say_so_and_whom_to_ask(app, chrome):
    with without_websockets(app.port) as address, person(chrome) as by:
        page = by.new_page()
        page.goto(address)

        told = page.get_by_role("alert").filter(has_text="WebSockets")
        expect(told).to_be_visible()
        expect(told).to_contain_text("vraag de beheerder van Ineen in je organisatie")
        expect(told).to_contain_text("ask the administrator of Ineen in your organisation")


@pytest.mark.parametrize("path", ["/", "/update?p=HAVEN", "/update?p=HAVEN&tab=milestone&m=T3", "/links?share=%2Fpartnership%3Fp%3DHAVEN"])
def test_no_part_of_streamlit_speaks_english_in_a_dutch_page(visitor, path):
    page = visitor(path)
    for fold in page.locator("[data-testid=stExpander] summary").all():
        fold.click()
    if "tab=milestone" in path:
        page.get_by_role("button", name=say("Choose a date")).last.click()
        expect(page.get_by_role("grid")).to_be_visible()
        page.keyboard.press("Escape")
        page.get_by_role("combobox", name=say("Serves")).press("ArrowDown")
        expect(page.get_by_role("option", name=say("Select all"))).to_be_visible()

    expect(page.get_by_text("jjjj").first).to_be_attached()
    said = page.evaluate(SAID)
    assert {one for one in said if one in ENGLISH or any(one.startswith(begins) for begins in ENGLISH if begins[-1] in ":,")} == set()


def test_another_language_brings_streamlits_words_along(visitor):
    page = visitor("/")
    expect(page.get_by_role("button", name=say("Choose a date")).first).to_be_attached()
    page.get_by_role("link", name="English").click()

    expect(page.get_by_role("button", name="Choose date").first).to_be_attached()
    expect(page.get_by_text("yyyy").first).to_be_attached()
