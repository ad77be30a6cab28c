"""Over real HTTP: the headers of every route, limits, what leaves in a referrer or a log, and no page that breaks its own policy."""

import base64
import http.client
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest
from playwright.sync_api import Page

from integration import ROOT
from tests.browser.kit.running import Running
from tests.browser.kit.screen import person, settled

TOKEN = "x" * 43
APP_ROUTES = (
    "/",
    "/timeline?p=HAVEN",
    "/no-such-page",
    "/healthz",
    "/changes",
    "/_stcore/health",
    "/auth/login",
    "/oauth2callback",
    "/media/x.csv",
    "/static/x",
)
SMALL_PAGES = (f"/s/{TOKEN}", f"/s/{TOKEN}.png", f"/signin/{TOKEN}", f"/calendar/{TOKEN}.ics")


def policy(reply: httpx.Response) -> dict[str, list[str]]:
    rules = (rule.split() for rule in reply.headers["content-security-policy"].split(";"))
    return {name: values for name, *values in rules}


@pytest.mark.parametrize("path", [*APP_ROUTES, *SMALL_PAGES])
def test_every_answer_says_what_may_be_loaded_framed_and_told(app, path):
    reply = httpx.get(app.address + path)

    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["x-frame-options"] == "SAMEORIGIN"
    assert reply.headers["referrer-policy"] == ("no-referrer" if path in SMALL_PAGES else "same-origin")
    assert policy(reply)["frame-ancestors"] == ["'self'"]
    assert policy(reply)["object-src"] == ["'none'"] if path in APP_ROUTES else policy(reply)["default-src"] == ["'none'"]


def test_no_script_of_a_page_may_be_written_in_by_somebody(app):
    allowed = policy(httpx.get(app.address))["script-src"]

    assert "'unsafe-inline'" not in allowed and not [one for one in allowed if "://" in one or one in ("*", "https:", "http:")]
    assert "'unsafe-inline'" not in policy(httpx.get(f"{app.address}/s/{TOKEN}"))["script-src"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_no_route_of_ours_takes_another_method(app, method):
    assert {httpx.request(method, app.address + path).status_code for path in (*SMALL_PAGES, "/signout", "/changes", "/healthz")} == {405}


@pytest.mark.parametrize("path", [f"/s/{TOKEN}", f"/signin/{TOKEN}", "/signout"])
def test_a_large_form_is_refused(app, path):
    assert httpx.post(app.address + path, content=b"x" * 100_001).status_code == 413


def test_a_form_that_hides_its_size_is_refused(app):
    assert httpx.post(f"{app.address}/s/{TOKEN}", content=iter([b"x"])).status_code == 413


def test_a_long_address_is_refused(app):
    assert httpx.get(f"{app.address}/s/{'x' * 9_000}").status_code == 414
    assert httpx.get(f"{app.address}/?q={'x' * 9_000}").status_code == 414


def test_signing_out_from_another_site_does_nothing(app):
    refused = httpx.post(f"{app.address}/signout", headers={"Origin": "https://elders.example"})

    assert (refused.status_code, refused.headers.get("set-cookie")) == (403, None)


def test_a_websocket_of_another_site_is_refused(app):
    where = urlsplit(app.address)
    asked = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(b"sixteen bytes!!!").decode(),
    }
    found = {}
    for origin in (app.address, "https://elders.example", "null"):
        connection = http.client.HTTPConnection(where.netloc, timeout=10)
        connection.request("GET", "/_stcore/stream", headers={**asked, "Origin": origin})
        found[origin] = connection.getresponse().status
        connection.close()

    assert found == {app.address: 101, "https://elders.example": 403, "null": 403}


def test_forged_requests_are_guarded_against_by_the_config():
    config = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")

    assert "enableXsrfProtection = true" in config and "enableCORS = true" in config


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_no_file_is_taken_in(app, visitor, method):
    page = visitor("/")
    asked = "async (method) => (await fetch('/_stcore/upload_file/x/y', { method, body: new FormData(), headers: { 'X-Xsrftoken': 'x' } })).status"

    assert page.evaluate(asked, method) == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_page_and_a_page_in_use_break_no_policy(app, windows, scheme):
    page = windows(scheme=scheme, locale="en-GB").new_page()
    broken: list[str] = []
    page.on("console", lambda said: broken.append(said.text) if "Content Security Policy" in said.text else None)
    for path in ("/s/x", "/signin/x"):
        page.goto(app.address + path)
        page.wait_for_selector("h1")
    _used(page, app.address)
    page.close()
    assert broken == []


def _used(page: Page, address: str) -> None:
    page.goto(f"{address}/update?p=HAVEN")
    page.locator(".sheet .entry input").first.fill("75%")
    page.goto(f"{address}/timeline?p=HAVEN&lang=en")
    page.locator("summary", has_text="Explore: point, zoom in").click()
    page.locator(".js-plotly-plot .main-svg").first.hover()
    page.goto(f"{address}/links?share=%2Fpartnership%3Fp%3DHAVEN&lang=en")
    page.get_by_role("button", name="Make the link").click()
    page.get_by_text("QR code, calendar, in an intranet page").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="QR code as PNG").click()
    assert file.value.suggested_filename == "ineen-link.png"


def test_no_secret_leaves_in_a_referrer_or_a_log(app, chrome, visitor):
    sign_in = app.sign_in_link()
    links = visitor("/links?share=%2Fpartnership%3Fp%3DHAVEN&lang=en", locale="en-GB")
    links.get_by_role("button", name="Make the link").click()
    share = links.get_by_test_id("stCode").first.inner_text().strip()
    told: list[str] = []
    for address in (sign_in, share):
        with person(chrome) as someone:
            page = someone.new_page()
            page.on("request", lambda request: told.append(request.headers.get("referer", "")))
            page.goto(address)
            if page.url == sign_in:
                page.get_by_role("button").click()
            settled(page)
            httpx.get(f"{address}tampered")
    secrets = [one.rpartition("/")[2] for one in (sign_in, share)]

    assert any(told)
    assert [one for one in secrets if one in " ".join(told) or one in app.said()] == []


def test_only_the_named_host_is_answered_and_only_the_named_intranet_may_frame(tmp_path):
    ours, intranet = "https://ineen.example.org", "https://intranet.example.org"
    with Running(tmp_path / "store.duckdb", INTEGRATION_DEMO="0", INTEGRATION_ADDRESS=ours, INTEGRATION_FRAMES=intranet) as app:
        hosts = ("ineen.example.org", "ineen.example.org:443", "elders.example", "")
        found = [httpx.get(f"{app.address}/healthz", headers={"Host": host}).status_code for host in hosts]
        reply = httpx.get(app.address)

    assert found == [200, 200, 421, 421]
    assert policy(reply)["frame-ancestors"] == ["'self'", "https://intranet.example.org"]
    assert "x-frame-options" not in reply.headers and reply.headers["strict-transport-security"]
    assert policy(reply)["connect-src"][-2:] == ["ws://ineen.example.org", "wss://ineen.example.org"]
