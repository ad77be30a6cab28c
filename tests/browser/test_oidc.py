"""Signing in through an OIDC provider: a real one of the tests' own, in a real browser."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page, expect

from tests.browser.kit.running import ADMINISTRATOR, LEAD, Running, free_port
from tests.browser.kit.screen import opened, person, settled

USERS = {
    "known": {"email": ADMINISTRATOR.upper(), "email_verified": True},
    "lead": {"email": LEAD, "email_verified": True},
    "unknown": {"email": "vreemd@elders.example", "email_verified": True},
    "unverified": {"email": ADMINISTRATOR, "email_verified": False},
    "silent": {"email": ADMINISTRATOR},
    "nameless": {},
}


def environment(provider: str, port: int) -> dict[str, str]:
    return {
        "INTEGRATION_OIDC_URL": f"{provider}/.well-known/openid-configuration",
        "INTEGRATION_OIDC_CLIENT": "ineen",
        "INTEGRATION_OIDC_SECRET": "only-for-tests",
        "INTEGRATION_OIDC_NAME": "Testland",
        "INTEGRATION_CONTACT": "Bureau Samen",
        "INTEGRATION_ADDRESS": f"http://127.0.0.1:{port}",
    }


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider at which everybody above can be chosen with one press."""
    users = [User(sub=name, claims=claims) for name, claims in USERS.items()]
    with run_server_in_thread(user_claims=users) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def app(store, provider) -> Iterator[Running]:
    port = free_port()
    with Running(store, port=port, **environment(provider, port)) as running:
        yield running
        assert "Traceback" not in running.said(), running.said()


@pytest.fixture
def stranger(app, newcomer) -> Page:
    return newcomer(f"{app.address}/timeline?p=HAVEN&show=curve&lang=en", locale="en-GB")


def choose(page: Page, who: str) -> None:
    page.get_by_role("button", name="Sign in with Testland").click()
    page.get_by_role("button", name=who, exact=True).click()


def test_a_known_person_lands_on_the_page_they_came_for(stranger):
    choose(stranger, "known")

    stranger.wait_for_url("**/timeline?*show=curve*")
    settled(stranger)
    asked = urlsplit(stranger.url).query.split("&")
    assert {"p=HAVEN", "show=curve", "lang=en"} <= set(asked)
    expect(stranger.get_by_text("Signed in as")).to_be_visible()


def test_only_our_own_session_is_kept(stranger, app):
    choose(stranger, "known")
    stranger.get_by_text("Signed in as").wait_for()

    kept = {one["name"]: one for one in stranger.context.cookies(app.address)}
    assert not [name for name in kept if name.startswith("_streamlit_user")]
    assert kept["ineen_session"]["httpOnly"] and kept["ineen_session"]["sameSite"] == "Lax"


@pytest.mark.parametrize("who", ["unknown", "unverified", "silent", "nameless"])
def test_who_is_not_known_is_told_whom_to_ask(stranger, app, who):
    choose(stranger, who)

    expect(stranger.get_by_role("heading", name="You are not known here yet")).to_be_visible()
    expect(stranger.get_by_text("Ask Bureau Samen for access.")).to_be_visible()
    assert "ineen_session" not in {one["name"] for one in stranger.context.cookies(app.address)}


def test_who_is_not_known_can_sign_in_as_somebody_else(stranger):
    choose(stranger, "unknown")
    stranger.get_by_role("button", name="Sign in as somebody else").click()
    stranger.get_by_role("button", name="Sign in with Testland").wait_for()
    choose(stranger, "lead")

    expect(stranger.get_by_text("Signed in as")).to_be_visible()


def test_signing_out_ends_it(stranger, app):
    choose(stranger, "known")
    stranger.get_by_role("button", name="Sign out", exact=True).click()
    stranger.get_by_role("button", name="Sign in with Testland").wait_for()

    stranger.goto(f"{app.address}/audit?lang=en")
    expect(stranger.get_by_role("button", name="Sign in with Testland")).to_be_visible()


def test_signing_out_everywhere_ends_it_in_every_browser(stranger, app, newcomer):
    choose(stranger, "lead")
    stranger.get_by_text("Signed in as").wait_for()
    other = newcomer(f"{app.address}/partnership?lang=en", locale="en-GB")
    choose(other, "lead")
    other.get_by_role("button", name="Sign out everywhere").click()

    for page in (other, stranger):
        expect(page.get_by_role("button", name="Sign in with Testland")).to_be_visible()


def test_saying_no_at_the_provider_is_answered_with_a_sentence(stranger):
    stranger.get_by_role("button", name="Sign in with Testland").click()
    stranger.get_by_role("button", name="Deny").click()

    expect(stranger.get_by_text("Signing in through your organisation did not work")).to_be_visible()


def test_a_provider_that_is_down_is_one_sentence_and_links_still_work(demo_copy, chrome):
    port = free_port()
    with Running(demo_copy, port=port, **environment(f"http://127.0.0.1:{free_port()}", port)) as app, person(chrome, 390, locale="nl-NL") as someone:
        page = opened(someone, f"{app.address}/timeline?p=HAVEN")
        page.get_by_role("button", name="Inloggen met Testland").click()
        expect(page.get_by_text("Inloggen via je organisatie lukte")).to_be_visible()

        page.goto(app.sign_in_link(LEAD))
        page.get_by_role("button").click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert "ineen_session" in {one["name"] for one in someone.cookies(app.address)}
