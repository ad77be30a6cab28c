"""The routes beside the pages: health and the number of the newest change."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.services.access import link, sign_in, wrong_addresses
from integration.services.core import store
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import LINKS, OPERATOR, SESSION, links_cookie, session_cookie
from integration.services.core.throttle import Allowance
from integration.services.core.visit import moment_now
from integration.storage.core import event
from integration.web import changes, health, share
from integration.web import sign_in as sign_in_route
from integration.web.feeds import calendar
from integration.web.waiting import Waiting
from tests.access.identity import a_link, a_member, by
from tests.examples import BRIDGE, NOON, a_milestone, a_person, save

SEAL = Seal("only for tests")


def client(db, cookies=None) -> TestClient:
    opened = Host(db, Cache(), SEAL)
    return TestClient(Starlette(routes=[*health.routes(lambda: store.answers(db)), *changes.routes(lambda: opened, Waiting())]), cookies=cookies)


def test_health_says_where_a_store_only_reads():
    asked = TestClient(Starlette(routes=health.routes(lambda: True, lambda: True))).get("/healthz")

    assert (asked.status_code, asked.json()) == (200, {"status": "ok", "store": "reads only"})


def test_health_answers_once_a_server_that_has_just_started_is_warm():
    looks = iter([True, True, False, False])
    asked = TestClient(Starlette(routes=health.routes(lambda: True, warming=lambda: next(looks)))).get("/healthz")

    assert asked.json()["status"] == "ok" and [*looks] == []


def test_health_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(health, "PATIENCE", 0.1)
    asked = TestClient(Starlette(routes=health.routes(lambda: True, warming=lambda: True))).get("/healthz")

    assert (asked.status_code, asked.json()["status"]) == (503, "starting")


def test_health_is_200_while_the_store_answers(bridge):
    reply = client(bridge).get("/healthz")

    assert (reply.status_code, reply.headers["cache-control"]) == (200, "no-store")
    assert reply.json() == {"status": "ok", "store": "answers"}


def test_health_is_503_when_the_store_does_not_answer(bridge):
    bridge.close()
    reply = client(bridge).get("/healthz")

    assert reply.status_code == 503
    assert (reply.json()["status"], reply.json()["store"]) == ("down", "does not answer")


def test_the_number_of_changes_moves_with_each_save_and_tells_nothing_else(bridge):
    identify = client(bridge, {SESSION: session_cookie(SEAL, a_member(bridge, "lead", "vera@test.example", BRIDGE))})
    before = identify.get("/changes").json()
    save(bridge, a_milestone())
    after = identify.get("/changes").json()

    assert {*before} == {*after} == {"number"}
    assert after["number"] == before["number"] + 1


def test_strangers_are_not_told_the_number(bridge):
    forged = {SESSION: session_cookie(Seal("another secret"), a_person())}
    replies = [client(bridge, cookies).get("/changes") for cookies in (None, {SESSION: "x"}, forged)]

    assert [(reply.status_code, reply.json()) for reply in replies] == [(403, {})] * 3


def test_ended_sessions_and_ended_links_are_not_told_the_number(bridge):
    vera = a_member(bridge, "lead", "vera@test.example", BRIDGE)
    stored, token = link.make(by(bridge, OPERATOR), a_link())
    held = link.open_with(bridge, link.of_token(bridge, token, moment_now()), "", moment_now())
    guests = [client(bridge, {SESSION: session_cookie(SEAL, vera)}), client(bridge, {LINKS: links_cookie(SEAL, (held,))})]
    assert [one.get("/changes").status_code for one in guests] == [200, 200]
    sign_in.sign_out_everywhere(by(bridge, OPERATOR), vera)
    link.set_state(by(bridge, OPERATOR), stored.id, "paused")

    assert [one.get("/changes").status_code for one in guests] == [403, 403]


def test_the_routes_are_only_read(bridge):
    assert [client(bridge).post(path).status_code for path in ("/healthz", "/changes")] == [405, 405]


@pytest.mark.parametrize("address", ["/s/{}", "/s/{}.png", "/calendar/{}.ics", "/signin/{}"], ids=["link", "picture", "calendar", "sign-in"])
def test_an_address_that_opens_nothing_is_told_to_the_audit(bridge, monkeypatch, address):
    monkeypatch.setattr(wrong_addresses, "_of_one", Allowance(1, wrong_addresses.AN_HOUR))
    monkeypatch.setattr(wrong_addresses, "later", lambda task, *given: task(*given))
    opened, before = Host(bridge, Cache(), SEAL), moment_now()
    routes = [one for part in (share, calendar, sign_in_route) for one in part.routes(lambda: opened)]
    reply = TestClient(Starlette(routes=routes)).get(address.format("x" * 43))
    assert "BEGIN:VEVENT" not in reply.text
    assert reply.status_code == (200 if "calendar" in address else 404)

    verb = wrong_addresses.SIGN_IN if "signin" in address else wrong_addresses.LINK
    with bridge.reading() as cursor:
        assert event.counted(cursor, verb, "", before) == 1


def test_an_ended_link_and_one_that_never_was_give_the_same_empty_calendar(bridge):
    save(bridge, a_milestone(due_on=NOON.date()))
    stored, token = link.make(by(bridge, OPERATOR), a_link())
    feeds = TestClient(Starlette(routes=calendar.routes(lambda: Host(bridge, Cache(), SEAL))))
    open_one = feeds.get(f"/calendar/{token}.ics").text
    link.set_state(by(bridge, OPERATOR), stored.id, "revoked")
    ended, unknown = (feeds.get(f"/calendar/{one}.ics") for one in (token, "x" * 43))

    assert f"/s/{token}" in open_one.replace("\r\n ", "") and "BEGIN:VEVENT" in open_one
    assert ended.status_code == unknown.status_code == 200
    assert ended.text == unknown.text and "BEGIN:VEVENT" not in ended.text and "X-PUBLISHED-TTL:PT6H" in ended.text
