"""Behind a real nginx with https: cookies, websockets, frames on an intranet of another site, and what is written down."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.kit.proxying import NAME, Proxy
from tests.browser.kit.running import Running, free_port
from tests.browser.kit.screen import browser, settled

INTRANET = "intranet.elders.test"


@pytest.fixture(scope="module")
def intranet() -> Iterator[tuple[int, dict[str, str]]]:
    """A web server of somebody else, on another site: its port, and its pages by path."""
    pages: dict[str, str] = {}

    class Intranet(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(pages.get(self.path, "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Intranet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, pages
    server.shutdown()


@pytest.fixture(scope="module")
def proxy(store, intranet, tmp_path_factory) -> Iterator[Proxy]:
    ports = [free_port() for _ in range(3)]
    proxy = Proxy(tmp_path_factory.mktemp("nginx"), *ports)
    environment = {"INTEGRATION_ADDRESS": proxy.address, "INTEGRATION_FRAMES": f"http://{INTRANET}:{intranet[0]}"}
    with Running(store, port=ports[0], **environment) as proxy.app, proxy:
        yield proxy
        assert "Traceback" not in proxy.app.said(), proxy.app.said()


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    names = f"--host-resolver-rules=MAP {NAME} 127.0.0.1,MAP {INTRANET} 127.0.0.1"
    with browser(names) as started:
        yield started


@pytest.fixture
def member(proxy, chrome):
    """Somebody who signed in through the proxy."""
    with chrome.new_context(ignore_https_errors=True, locale="en-GB") as someone:
        page = someone.new_page()
        page.goto(proxy.app.sign_in_link().replace(proxy.app.address, proxy.address))
        page.get_by_role("button").click()
        settled(page)
        yield page


def shared(page, address: str) -> str:
    """The address of a new link to the page that is open."""
    page.goto(f"{address}/links?lang=en&share=%2Fpartnership%3Fp%3DHAVEN")
    page.get_by_role("button", name="Make the link").click()
    return page.get_by_test_id("stCode").first.inner_text().strip()


def test_pages_live_over_https_with_secure_cookies(member, proxy):
    expect(member.get_by_text("Signed in as")).to_be_visible()

    session = next(one for one in member.context.cookies(proxy.address) if one["name"] == "ineen_session")
    assert (session["secure"], session["httpOnly"], session["sameSite"]) == (True, True, "Lax")
    assert member.evaluate("async () => (await fetch('/healthz')).headers.get('strict-transport-security')") == "max-age=31536000"


def test_http_leads_to_https(proxy, chrome):
    with chrome.new_context(ignore_https_errors=True) as someone:
        page = someone.new_page()
        page.goto(f"http://{NAME}:{proxy.http_port}/timeline?p=HAVEN")

        assert page.url.startswith(f"{proxy.address}/timeline?p=HAVEN")


def test_a_shared_link_works_in_a_frame_of_another_site_and_a_session_does_not(member, proxy, intranet):
    port, pages = intranet
    link = shared(member, proxy.address)
    pages["/shared"], pages["/own"] = (f'<iframe src="{one}" width="1200" height="900"></iframe>' for one in (link, f"{proxy.address}/?lang=en"))

    member.goto(f"http://{INTRANET}:{port}/shared")
    expect(member.frame_locator("iframe").get_by_text("Shared with you until")).to_be_visible()
    kept = [one for one in member.context.cookies(proxy.address) if one["name"] == "ineen_links"]
    assert [(one["secure"], one["httpOnly"], one["sameSite"], bool(one.get("partitionKey"))) for one in kept] == [(True, True, "None", True)]

    member.goto(f"http://{INTRANET}:{port}/own")
    frame = member.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    expect(frame.get_by_text("Signed in as")).to_have_count(0)


def test_no_secret_is_written_down(member, proxy, chrome):
    link = shared(member, proxy.address)
    with chrome.new_context(ignore_https_errors=True) as guest:
        page = guest.new_page()
        page.goto(link)
        settled(page)
    guest_token, calendar = link.rpartition("/")[2], link.replace("/s/", "/calendar/") + ".ics"
    assert member.evaluate("async (address) => (await fetch(address)).text()", calendar).startswith("BEGIN:VCALENDAR")

    written = proxy.logged() + proxy.app.said()
    assert "GET /partnership" in written
    assert guest_token not in written and "share=" not in written
