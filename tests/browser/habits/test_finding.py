"""Finding: from any page by one key and a few words to a thing, which has the focus then."""

from playwright.sync_api import Page, expect

from tests.browser.kit.running import LEAD


def found_by_key(page: Page, typed: str, code: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(".st-key-searching input")).to_be_focused()
    page.keyboard.type(typed)
    page.locator("[data-testid=stMain] a", has_text=code).first.click()
    expect(page.locator(f"[data-at='milestone.{code}']")).to_be_focused()


def test_one_key_leads_from_any_page_to_a_milestone_by_its_words(visitor):
    found_by_key(visitor("/portfolio", who=LEAD), "Gezamenlijke planning", "B5")
