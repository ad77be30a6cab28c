"""A person at a screen: real Chromium, headless, at a laptop's or a phone's width."""

import atexit
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, TimeoutError, expect, sync_playwright

QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--process-per-site",  # the tabs of one person compile the app once
]
PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36"
BUSY = "[data-testid=stApp]:not([data-test-script-state=notRunning])"
# A page of the app that does nothing and asks nothing.
LAID_BY = "/healthz"
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"


def chromium() -> str:
    """The Chromium that .ci/chromium found, or the one on the path."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if not found:
        raise RuntimeError("The browser tests need Chromium or Chrome: run `make test`, or name one with CHROMIUM=/path/to/chromium.")
    return found


@cache
def _playwright() -> Playwright:
    """The one driver of this process: a second one beside it is refused."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started


@contextmanager
def browser(*arguments: str) -> Iterator[Browser]:
    """A browser that talks to nobody but us, started with these arguments besides."""
    started = _playwright().chromium.launch(executable_path=chromium(), args=[*QUIET, *arguments])
    yield started
    started.close()


def person(of: Browser, width: int = 1280, scheme: str = "light", locale: str = "nl-NL") -> BrowserContext:
    """A person with a browser of their own; below 600 px it is a phone."""
    phone: dict[str, Any] = {"is_mobile": True, "has_touch": True, "user_agent": PHONE} if width < 600 else {}
    return of.new_context(viewport={"width": width, "height": 844 if phone else 900}, color_scheme=scheme, locale=locale, **phone)  # type: ignore[arg-type]


def forgotten(by: BrowserContext, *addresses: str) -> BrowserContext:
    """The browser as if nobody had used it for these addresses yet, but with the parts of the page that it keeps for anybody: to fetch them takes seconds."""
    for page in by.pages:
        laid_by(page)
    by.clear_cookies()
    page = by.new_page()
    for address in addresses:
        by.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "cookies,local_storage,indexeddb,service_workers"})
    page.close()
    return by


def laid_by(page: Page) -> None:
    """A tab is as good as closed, for another to be opened in; it stays at the app, or the browser would forget what it compiled, which takes seconds."""
    if not page.url.startswith("http"):
        page.close()
        return
    page.goto(urljoin(page.url, LAID_BY))
    page.evaluate("sessionStorage.clear()")
    page.mouse.move(0, 0)


def tab(by: BrowserContext) -> Page:
    """A tab that was laid by, or a new one."""
    return next((one for one in by.pages if urlsplit(one.url).path == LAID_BY), None) or by.new_page()


def opened(by: BrowserContext, address: str) -> Page:
    """A page that has loaded and settled."""
    page = tab(by)
    page.goto(address)
    settled(page)
    return page


def signed_in(by: BrowserContext, link: str) -> BrowserContext:
    """A browser that used a sign-in link up, as its button does."""
    assert by.request.post(link, max_redirects=0).status == 303
    return by


def settled(page: Page) -> None:
    """Wait until the page's script has run and our own markup is there."""
    # What was typed or pressed a moment ago starts a run only after a while; a press during that run can be lost.
    with suppress(TimeoutError):
        page.wait_for_selector(BUSY, timeout=400)
    page.wait_for_selector(SETTLED, timeout=30_000)
    page.wait_for_selector(".ineen h1, [data-testid=stHeading] h1", timeout=30_000)


def still(page: Page) -> None:
    """Wait until nothing moves: what is clicked while a fold opens is where it was a moment ago."""
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")


def picked(page: Page, label: str, option: str | re.Pattern[str], last: bool = False) -> None:
    """An option of a list, of several with this label the last, was picked; one that a run of the page closed, or that let go of the pick, is opened again."""
    boxes, wanted = page.get_by_role("combobox", name=label), page.get_by_role("option", name=option, exact=isinstance(option, str))
    box = boxes.last if last else boxes
    for _ in range(10):
        box.press("ArrowDown")
        try:
            wanted.click(timeout=3_000)
            expect(box).to_have_attribute("aria-expanded", "false", timeout=3_000)
        except (TimeoutError, AssertionError):
            continue
        return
    raise AssertionError(f"The list {label!r} did not stay open.")


def chosen_of(group: Locator, choice: str) -> None:
    """A choice of a group of radio buttons was taken; a press that a run of the page broke off is made again."""
    for _ in range(10):
        group.get_by_text(choice, exact=True).click()
        try:
            expect(group.get_by_role("radio", name=choice, exact=True)).to_be_checked(timeout=3_000)
        except AssertionError:
            continue
        return
    raise AssertionError(f"{choice!r} did not stay chosen.")


def words(page: Page) -> list[str]:
    """Every line of text a reader sees, our own markup included; icons, which are drawn with letters, are left out."""
    return [line for line in page.evaluate(SEEN) if line]


SEEN = r"""() => {
  const lines = [];
  // The host of our own markup has no box of its own (display: contents), so it is not asked whether it shows.
  const hidden = (one) => getComputedStyle(one).display !== "contents" && !one.checkVisibility({ visibilityProperty: true });
  const icon = (one) => /Material/.test(getComputedStyle(one).fontFamily);
  const skip = (one) => ["SCRIPT", "STYLE", "NOSCRIPT", "TITLE"].includes(one.tagName) || one.matches(".sr") || hidden(one) || icon(one);
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) lines.push(node.textContent.replace(/\s+/g, " ").trim());
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (skip(node)) return;
      if (node.placeholder) lines.push(node.placeholder);
      if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return lines;
}"""
