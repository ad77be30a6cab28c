"""What holds on every page: accessible, nothing sideways on a phone, no foreign requests, no errors, typed markup is text."""

import itertools
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from tests.browser.kit.screen import laid_by, settled, still, tab

PAGES = {
    "portfolio": "/",
    "partnership": "/partnership?p=HAVEN",
    "domain": "/domain?d=hrm",
    "timeline of one": "/timeline?p=HAVEN",
    "timeline of all": "/timeline",
    "update": "/update?p=HAVEN",
    "check-in": "/update?p=HAVEN&tab=check-in",
    "depth": "/update?p=HAVEN&tab=depth",
    "milestone": "/update?p=HAVEN&tab=milestone&m=T3",
    "partnership form": "/update?p=HAVEN&tab=partnership",
    "history": "/partnership?p=GROEN&history=milestone.F2",
    "changes": "/?since=meeting",
    "past": f"/?asof={datetime.now(UTC).date() - timedelta(days=60)}",
    **{f"timeline {show}": f"/timeline?p=GROEN&show={show}" for show in ("curve", "trend", "path", "baselines")},
    "baseline form": "/update?p=GROEN&tab=baseline",
    "scenarios": "/update?p=GROEN&tab=scenarios",
    "settings": "/settings",
    **{f"foundation {show}": f"/foundation?p=TECH-WEST&show={show}" for show in ("ambition", "objectives", "gates", "line")},
    "foundation": "/foundation?p=TECH-WEST",
    "mirror": "/mirror?p=TECH-WEST",
    "packs": "/pack?p=TECH-WEST",
    "digest": "/digest",
    "carrying": "/carrying",
    "scan": "/scan",
    "search": "/search?q=rooster",
    "help": "/help",
    "import": "/import?p=HAVEN",
    "registers": "/register",
    **{f"register {show}": f"/register?p=BOUW-OOST&show={show}" for show in ("risks", "issues", "actions", "decisions")},
    "register form": "/register?p=BOUW-OOST&e=new",
    "meeting": "/meeting?p=BOUW-OOST",
    "answer": "/answer?t=x",
    "links": "/links",
    "share form": "/links?share=%2Fpartnership%3Fp%3DHAVEN",
    "people": "/people",
    "audit": "/audit",
    "nothing found": "/partnership?p=NOBODY",
}
# What Streamlit's own widgets bring along and we cannot mend from outside; each with the rule it breaks.
STREAMLITS_OWN: dict[str, tuple[str, ...]] = {}
HOSTILE = '<b>x</b><img src=x onerror="window.hacked=1"> **bold** $a$ :material/home:'


@pytest.fixture
def listened(app, windows):
    """Somebody opens a page, and hears what it says to the console and whom it asks."""
    with ExitStack() as closing:

        def listen(path: str, **wanted: Any) -> tuple[Page, list[str]]:
            page = tab(windows(**wanted))
            closing.callback(laid_by, page)
            wrong = closing.enter_context(heard(page, app.address))
            page.goto(app.address + path)
            settled(page)
            return page, wrong

        yield listen


@contextmanager
def heard(page: Page, address: str) -> Iterator[list[str]]:
    """The errors of the page, breaches of its own policy and requests of foreign hosts, from now on."""
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        line = f"{message.text} {message.location.get('url')}"
        if "Content Security Policy" in line or message.type == "error":
            wrong.append(line)

    listeners: dict[Any, Any] = {
        "console": said,
        "pageerror": lambda error: wrong.append(str(error)),
        "request": lambda request: None if request.url.startswith((address, "blob:", "data:")) else wrong.append(request.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield wrong
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def serious(page: Page) -> list[tuple[str, str]]:
    """What axe-core calls serious or critical once nothing moves any more: rule and element."""
    still(page)
    found = Axe().run(page).response["violations"]
    nodes = ((rule["id"], str(node["html"])[:200]) for rule in found if rule["impact"] in ("serious", "critical") for node in rule["nodes"])
    return [(rule, html) for rule, html in nodes if not any(own in html for own in STREAMLITS_OWN.get(rule, ()))]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_serious_and_no_page_fails_breaks_its_policy_or_asks_a_foreign_host(listened, path):
    page, wrong = listened(path)

    assert serious(page) == []
    assert wrong == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_on_a_dark_phone_neither_and_nothing_lies_sideways(listened, path):
    page, wrong = listened(path, width=390, scheme="dark")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    assert serious(page) == []
    assert wrong == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_serious_at_the_door(app, visitor, windows, width, scheme):
    assert serious(visitor("/timeline?p=HAVEN", who="", width=width, scheme=scheme)) == []

    small = tab(windows(who="", width=width, scheme=scheme))
    for path in (urlsplit(app.sign_in_link()).path, "/signin/x", "/s/x"):
        small.goto(app.address + path)
        assert Axe().run(small).response["violations"] == []
        assert small.evaluate("document.documentElement.scrollWidth <= innerWidth")
    laid_by(small)


@pytest.mark.parametrize("width", [390, 1024, 1280])
def test_a_cell_of_the_heat_map_stays_within_its_place(visitor, width):
    page = visitor("/", width=width)
    cells = page.locator(".heat a.cell")

    assert cells.count() == 48
    assert cells.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)") == []


def test_markup_in_titles_is_text_on_every_page(visitor):
    page = visitor("/update?p=HAVEN&tab=milestone&m=T3", locale="en-GB")
    for field in ("Title in Dutch", "Title in English"):
        page.get_by_label(field).fill(HOSTILE)
        page.get_by_label(field).press("Tab")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved", exact=True).wait_for()

    for path in itertools.islice(PAGES.values(), 9):
        other = visitor(path, locale="en-GB")
        assert other.evaluate("window.hacked") is None
        assert other.locator("b:text-is('x'), img[src='x']").count() == 0
    visitor("/partnership?p=HAVEN", locale="en-GB").get_by_text(HOSTILE).first.wait_for(state="attached")
