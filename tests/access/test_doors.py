"""What must stay shut: ended sessions and spent links after thinning, links from before, forms of other sites, and floods of mail."""

import threading
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.errors import SignInRefused
from integration.services.access import audit, link, sign_in
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import moment_now
from integration.storage.core import event
from integration.web import share
from integration.web import sign_in as routes
from tests.access.identity import a_link, a_member, a_session, by
from tests.access.mailing import mail_host
from tests.examples import BRIDGE, save

SEAL = Seal("secret")
ELSEWHERE = ({"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}, {"origin": "null"})


@pytest.fixture
def vera(bridge):
    """A lead who signs in."""
    return a_member(bridge, "lead", "vera@test.example", BRIDGE)


@pytest.fixture
def client(bridge):
    opened = Host(bridge, Cache(), SEAL)
    return TestClient(Starlette(routes=[*routes.routes(lambda: opened), *share.routes(lambda: opened)]), follow_redirects=False)


def token_of(path):
    return path.removeprefix("/signin/")


def refused(database, token):
    with pytest.raises(SignInRefused):
        sign_in.whom(database, SEAL, token, moment_now())
    with pytest.raises(SignInRefused):
        sign_in.enter(database, SEAL, token, moment_now())
    return True


def test_thinning_revives_no_session_and_no_spent_link(bridge, vera, monkeypatch):
    monkeypatch.setenv("INTEGRATION_AUDIT_DAYS", "1")
    session, token = a_session(vera), token_of(sign_in.link_for(SEAL, vera, moment_now(), life=timedelta(days=6)))
    sign_in.enter(bridge, SEAL, token, moment_now())
    sign_in.sign_out(bridge, session, moment_now())
    event.note(bridge, moment_now(), "", "export", "old")
    assert audit.thin(replace(by(bridge, OPERATOR), now=moment_now() + timedelta(days=3))) == 1

    assert by(bridge, session, "portfolio").identity.grants == ()
    assert refused(bridge, token)


def test_what_keeps_a_door_shut_is_thinned_once_nothing_can_come_through(bridge, vera, monkeypatch):
    monkeypatch.setenv("INTEGRATION_AUDIT_DAYS", "1")
    long_ago = moment_now() - timedelta(days=15)
    sign_in.sign_out(bridge, a_session(vera, long_ago), long_ago)

    assert audit.thin(by(bridge, OPERATOR)) == 1


def test_signing_out_everywhere_ends_sign_in_links_from_before_and_none_from_after(bridge, vera):
    before = [token_of(one) for one in (sign_in.link_for(SEAL, vera, moment_now()), sign_in.operator_link(SEAL, vera.email, moment_now()))]
    sign_in.sign_out_everywhere(by(bridge, OPERATOR), vera)

    assert all(refused(bridge, one) for one in before)
    assert sign_in.enter(bridge, SEAL, token_of(sign_in.link_for(SEAL, vera, moment_now())), moment_now())[0].id == vera.id


def test_another_address_ends_sign_in_links_to_the_one_before(bridge, vera):
    before = token_of(sign_in.link_for(SEAL, vera, moment_now()))
    [moved] = save(bridge, replace(vera, email="elsewhere@test.example"))

    assert refused(bridge, before)
    assert sign_in.whom(bridge, SEAL, token_of(sign_in.link_for(SEAL, moved, moment_now())), moment_now()) == vera.name


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_a_form_of_another_site_opens_no_link_and_signs_nobody_in(client, bridge, vera, headers):
    _, shared = link.make(by(bridge, OPERATOR), a_link())
    paths = (sign_in.link_for(SEAL, vera, moment_now()), f"/s/{shared}")
    crossed = [client.post(path, headers=headers) for path in paths]
    own = [client.post(path, headers={"sec-fetch-site": "same-origin"}) for path in paths]

    assert [(one.status_code, one.headers.get("set-cookie")) for one in crossed] == [(403, None)] * 2
    assert [one.status_code for one in own] == [303, 303]


def test_the_small_pages_let_a_browser_say_where_their_form_comes_from(client, bridge, vera):
    assert '<meta name="referrer" content="strict-origin">' in client.get(sign_in.link_for(SEAL, vera, moment_now())).text


def test_a_flood_of_one_stranger_stops_mail_for_nobody_else(bridge, vera, monkeypatch):
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        asked = [sign_in.ask_by_mail(bridge, SEAL, f"{at}@elders.example", "en", moment_now(), "/", "203.0.113.77") for at in range(200)]
        sign_in.ask_by_mail(bridge, SEAL, vera.email, "en", moment_now(), "/", "203.0.113.78")
        assert inbox.arrived.wait(30)

    assert sum(one is not None for one in asked) == sign_in.MAILS_PER_CLIENT
    assert inbox.recipients == [[vera.email]]


def test_one_address_gets_five_mails_an_hour_whoever_asks(bridge, vera, monkeypatch):
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        for _ in range(9):
            sign_in.mail_link(bridge, SEAL, " VERA@test.example ", "en", moment_now(), "/")
        assert len(inbox.mails) == sign_in.MAILS_PER_ADDRESS
        sign_in.mail_link(bridge, SEAL, vera.email, "en", moment_now() + timedelta(minutes=61), "/")

    assert len(inbox.mails) == sign_in.MAILS_PER_ADDRESS + 1


def test_asking_waits_for_nothing_whether_the_address_is_known_or_not(bridge, vera, monkeypatch):
    monkeypatch.setenv("INTEGRATION_SMTP_URL", "smtp://127.0.0.1:1?from=ineen@example.org")
    held, free = threading.Event(), threading.Event()

    def hold():
        with bridge.writing("test", "held", ""):
            held.set()
            free.wait(60)

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait(60)
    # Whoever writes to the store now waits; asking does not.
    asked = [sign_in.ask_by_mail(bridge, SEAL, email, "en", moment_now(), "/", "203.0.113.79") for email in (vera.email, "nobody@elders.example", "")]
    waited = not holding.is_alive()
    free.set()
    holding.join()

    assert all(isinstance(one, Future) for one in asked) and not waited
