"""A view that is open closes: when its link is ended and when somebody signs out in another tab, in real Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.access.portfolio import OWN, Filled, words_of
from tests.browser.kit.running import Running
from tests.browser.kit.screen import browser, opened, person

PATIENT = 60_000  # how soon is measured by `python -m tests.bench`


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as shown:
        yield shown


@pytest.fixture
def guest(chrome: Browser) -> Iterator[BrowserContext]:
    with person(chrome, locale="en-GB") as someone:
        yield someone


def with_cookies(chrome: Browser, app: Running, cookies: dict[str, str]) -> BrowserContext:
    someone = person(chrome, locale="en-GB")
    someone.add_cookies([{"name": name, "value": value, "url": app.address} for name, value in cookies.items()])
    return someone


def shows_own(page: Page) -> None:
    expect(page.locator("h1", has_text=words_of(OWN)["name"])).to_be_visible()


def test_a_link_that_is_ended_while_it_is_open_closes_the_view(app: Running, store: Filled, chrome: Browser, guest: BrowserContext):
    link, token = store.links["to be ended"]
    page = opened(guest, f"{app.address}/s/{token}")
    shows_own(page)
    with with_cookies(chrome, app, store.signed_in("administrator")) as administrator:
        managed = opened(administrator, f"{app.address}/links?lang=en")
        managed.locator(f".st-key-end-{link.id} button:visible").first.click()
        page.bring_to_front()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible(timeout=PATIENT)
    expect(page.get_by_text(words_of(OWN)["name"])).to_have_count(0)
    assert page.goto(f"{app.address}/s/{token}").status == 404  # type: ignore[union-attr]


def test_signing_out_in_one_tab_closes_the_other(app: Running, store: Filled, chrome: Browser):
    with with_cookies(chrome, app, store.signed_in("steering")) as someone:
        left, right = (opened(someone, f"{app.address}/partnership?p={OWN}&lang=en") for _ in range(2))
        shows_own(left)
        right.get_by_role("button", name="Sign out", exact=True).click()
        expect(right.get_by_role("heading", name="Sign in")).to_be_visible()
        # A browser lets tabs in the background rest; the other one wakes when it is looked at.
        left.bring_to_front()
        expect(left.get_by_role("heading", name="Sign in")).to_be_visible(timeout=PATIENT)
        expect(left.get_by_text(words_of(OWN)["name"])).to_have_count(0)
