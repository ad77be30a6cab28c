"""Signing in: a link works once, also when it is pressed twice at once; looking uses nothing up; and every session can be ended."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.errors import Invalid, SignInRefused
from integration.services.access import departure, sign_in
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR, SESSION, Credentials, credentials_in
from integration.services.core.visit import moment_now
from integration.storage.access import person_by_email
from integration.web import sign_in as routes
from integration.web.caller import local_path
from tests.access.identity import a_member, a_session, by
from tests.examples import BRIDGE, save

SEAL = Seal("secret")


@pytest.fixture
def client(bridge):
    opened = Host(bridge, Cache(), SEAL)
    return TestClient(Starlette(routes=routes.routes(lambda: opened)), follow_redirects=False)


def token_of(path: str) -> str:
    return path.removeprefix("/signin/")


def test_a_link_lets_its_person_in_once(bridge):
    vera = a_member(bridge, "lead", "v@test.example", BRIDGE)
    token = token_of(sign_in.link_for(SEAL, vera, moment_now(), "/update"))
    person, then = sign_in.enter(bridge, SEAL, token, moment_now())

    assert (person.id, then) == (vera.id, "/update")
    with pytest.raises(SignInRefused):
        sign_in.enter(bridge, SEAL, token, moment_now())


def test_pressed_many_times_at_once_it_works_once(bridge):
    token = token_of(sign_in.link_for(SEAL, a_member(bridge, "lead", "v@test.example", BRIDGE), moment_now()))

    def enter(_):
        try:
            return sign_in.enter(bridge, SEAL, token, moment_now())[0].email
        except SignInRefused:
            return None

    with ThreadPoolExecutor(8) as many:
        assert sorted(filter(None, many.map(enter, range(16)))) == ["v@test.example"]


def test_looking_uses_nothing_up_and_pressing_sets_a_cookie_that_scripts_cannot_read(client, bridge):
    path = sign_in.link_for(SEAL, a_member(bridge, "lead", "v@test.example", BRIDGE), moment_now(), "/update")
    looks = [client.get(path).status_code, client.head(path).status_code, client.get(path).status_code]
    entered = client.post(path)
    again = (client.post(path).status_code, client.get(path).status_code)

    assert (looks, again) == ([200, 200, 200], (404, 404))
    assert (entered.status_code, entered.headers["location"]) == (303, "/update")
    assert all(words in entered.headers["set-cookie"].lower() for words in ("httponly", "samesite=lax", SESSION))


@pytest.mark.parametrize(
    "then", ["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "evil", "/a\nb", "/" + "x" * 3000, "\\\\evil"]
)
def test_nobody_is_led_to_another_site_after_signing_in(client, bridge, then):
    path = sign_in.link_for(SEAL, a_member(bridge, "lead", "v@test.example", BRIDGE), moment_now())

    assert client.post(path, headers={"cookie": f"ineen_here={quote(then)}"}).headers["location"] == local_path(then) == "/"


def test_one_lands_on_the_page_one_came_for_once(client, bridge):
    vera, cookie = a_member(bridge, "lead", "v@test.example", BRIDGE), {"cookie": f"ineen_here={quote('/update?p=BRUG&tab=depth')}"}
    entered = client.post(sign_in.link_for(SEAL, vera, moment_now()), headers=cookie)
    chosen = client.post(sign_in.link_for(SEAL, vera, moment_now(), "/register"), headers=cookie)

    assert (entered.headers["location"], chosen.headers["location"]) == ("/update?p=BRUG&tab=depth", "/register")
    assert any(one.startswith("ineen_here=") and "max-age=0" in one.lower() for one in entered.headers.get_list("set-cookie"))


def test_too_old_forged_and_broken_links_let_nobody_in(bridge):
    vera = a_member(bridge, "lead", "v@test.example", BRIDGE)
    token = token_of(sign_in.link_for(SEAL, vera, moment_now()))
    tried = [
        token[:-1],
        f"{token}x",
        "",
        "x" * 9000,
        SEAL.close("session", [vera.id, "x"]),
        SEAL.close(sign_in.PURPOSE, {"odd": 1}),
        SEAL.close(sign_in.PURPOSE, []),
    ]
    tried += [
        SEAL.close(sign_in.PURPOSE, []),
        token_of(sign_in.link_for(Seal("other"), vera, moment_now())),
        token_of(sign_in.link_for(SEAL, vera, moment_now() - timedelta(days=2))),
    ]
    for one in tried:
        with pytest.raises(SignInRefused):
            sign_in.enter(bridge, SEAL, one, moment_now())


def test_a_removed_or_erased_person_does_not_get_in_and_a_session_from_before_is_over(bridge):
    a_member(bridge, "administrator", "boss@test.example")
    vera = a_member(bridge, "lead", "v@test.example", BRIDGE)
    session, token = a_session(vera), token_of(sign_in.link_for(SEAL, vera, moment_now()))
    assert set(by(bridge, session, "portfolio").seen or ()) == {BRIDGE}
    departure.leave(by(bridge, OPERATOR), vera.id)

    assert by(bridge, session, "portfolio").identity.grants == ()
    with pytest.raises(SignInRefused):
        sign_in.enter(bridge, SEAL, token, moment_now())


def test_the_first_administrator_is_made_by_pressing_and_stays_one_person(bridge):
    one, two = (token_of(sign_in.operator_link(SEAL, "First@Test.example ", moment_now(), "First", administrator=True)) for _ in range(2))
    assert sign_in.whom(bridge, SEAL, one, moment_now()) == "First"
    with bridge.reading() as cursor:
        assert person_by_email(cursor, "first@test.example") is None
    made, again = (sign_in.enter(bridge, SEAL, each, moment_now())[0] for each in (one, two))

    assert (made.id, made.administrator) == (again.id, True)
    assert by(bridge, a_session(made)).may("manage people")


def test_an_operators_link_for_somebody_unknown_lets_nobody_in_and_a_bad_address_is_refused(bridge):
    with pytest.raises(SignInRefused):
        sign_in.enter(bridge, SEAL, token_of(sign_in.operator_link(SEAL, "who@test.example", moment_now())), moment_now())
    for email in ("", "no address", "a@b@c", "a b@c.example"):
        with pytest.raises(Invalid):
            sign_in.operator_link(SEAL, email, moment_now())


def test_signing_out_everywhere_ends_sessions_from_before_and_none_from_after(bridge):
    vera, other = (a_member(bridge, "lead", email, BRIDGE) for email in ("v@test.example", "o@test.example"))
    before, theirs = a_session(vera, moment_now() - timedelta(minutes=1)), a_session(other, moment_now() - timedelta(minutes=1))
    sign_in.sign_out_everywhere(by(bridge, before, "portfolio"))

    assert by(bridge, before, "portfolio").identity.grants == ()
    assert set(by(bridge, theirs, "portfolio").seen or ()) == {BRIDGE}
    assert set(by(bridge, a_session(vera, moment_now() + timedelta(seconds=1)), "portfolio").seen or ()) == {BRIDGE}


def test_signing_out_here_ends_this_session_for_whoever_kept_its_cookie_and_no_other(client, bridge):
    vera = a_member(bridge, "lead", "v@test.example", BRIDGE)
    cookies = [client.post(sign_in.link_for(SEAL, vera, moment_now())).cookies[SESSION] for _ in range(2)]
    here, elsewhere = (credentials_in({SESSION: one}, SEAL, moment_now()) for one in cookies)
    client.cookies.clear()
    client.post("/signout", headers={"cookie": f"{SESSION}={cookies[0]}"})

    assert by(bridge, here, "portfolio").identity.grants == ()
    assert set(by(bridge, elsewhere, "portfolio").seen or ()) == {BRIDGE}


def test_another_site_signs_nobody_out(client, bridge):
    vera = a_member(bridge, "lead", "v@test.example", BRIDGE)
    cookie = client.post(sign_in.link_for(SEAL, vera, moment_now())).cookies[SESSION]
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert client.post("/signout", headers=headers).status_code == 403

    assert set(by(bridge, credentials_in({SESSION: cookie}, SEAL, moment_now()), "portfolio").seen or ()) == {BRIDGE}


def test_a_session_of_nobody_or_without_a_moment_proves_nothing(bridge):
    vera = a_member(bridge, "administrator", "v@test.example")
    for odd in (Credentials("x' OR 1=1 --", moment_now()), Credentials(vera.id, None), Credentials("", moment_now())):
        assert by(bridge, odd).identity.grants == ()
    assert credentials_in({SESSION: SEAL.close(SESSION, vera.id)}, SEAL, moment_now()).person_id == ""


def test_who_is_made_administrator_or_loses_it_notices_at_once(bridge):
    boss, vera = (a_member(bridge, role, f"{role}@test.example", BRIDGE) for role in ("administrator", "lead"))
    there = by(bridge, a_session(boss))
    assert there.may("manage people")
    save(bridge, replace(boss, administrator=False))
    assert not there.may("manage people")
    assert not by(bridge, a_session(vera)).may("manage people")
