"""What the real server closes: a view whose link is ended or whose reader signs out elsewhere, and the route of files for all but whose it is."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.access.portfolio import OTHER, OWN, Filled, words_of
from tests.access.wire import PLAIN, Wire, cookie_header
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
        expect(page.get_by_role("heading", name="This link has ended")).to_be_visible(timeout=PATIENT)
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


FILE = {"file": ("plan.csv", b"Taak;Domein;Einddatum\nDak dicht;Iets;2027-09-01", "text/csv")}
PICTURE = {"file": ("plan.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "application/octet-stream")}


def address(app: Running, cookies: dict[str, str], code: str = OWN) -> str:
    with Wire(app.address, cookies) as page:
        told = page.open("import", p=code)
        found = re.search(r'action="(/bring/[^"]+)"', told.markup)
    return found[1] if found else ""


@pytest.fixture(scope="module")
def url(app: Running, store: Filled) -> str:
    """The address that the lead's page gives, while nothing was brought yet."""
    return address(app, store.signed_in("lead"))


def sent(app: Running, url: str, cookies: dict[str, str], files: dict[str, tuple[str, bytes, str]], **headers: str) -> httpx.Response:
    return httpx.post(app.address + url, files=files, headers={**cookie_header(cookies), **headers}, **PLAIN)


def shown(app: Running, cookies: dict[str, str]) -> str:
    with Wire(app.address, cookies) as page:
        return page.open("import", p=OWN).markup


def test_a_lead_sends_a_file_and_reads_what_it_would_do(app: Running, store: Filled, url: str):
    lead = store.signed_in("lead")
    answer = sent(app, url, lead, FILE)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/import?p={OWN}")
    assert "Dak dicht" in shown(app, lead)
    assert "Dak dicht" not in shown(app, store.signed_in("administrator"))


def test_what_cannot_be_read_comes_back_as_a_sentence(app: Running, store: Filled):
    administrator = store.signed_in("administrator")

    assert sent(app, address(app, administrator), administrator, PICTURE).status_code == 303
    assert "PNG" in shown(app, administrator)


@pytest.mark.parametrize("role", ["steering", "administrator", ""])
def test_an_address_takes_a_file_of_nobody_else(app: Running, store: Filled, url: str, role: str):
    lead = store.signed_in("lead")
    other = store.signed_in(role) if role else {}

    assert sent(app, url, other, FILE).status_code == 404
    assert address(app, lead, OTHER) == ""
    assert role == "administrator" or address(app, other) == ""


def test_a_file_from_another_site_and_one_without_end_are_refused(app: Running, store: Filled, url: str):
    lead = store.signed_in("lead")

    assert sent(app, url, lead, FILE, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert sent(app, url, lead, {"file": ("plan.csv", b"x" * 10_200_000, "text/csv")}).status_code == 413
