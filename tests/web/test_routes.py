"""The routes beside the pages: health and the number of the newest change."""

from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration import __version__
from integration.access.seal import Seal
from integration.services import store
from integration.services.asking import SESSION, session_cookie
from integration.services.host import Host
from integration.services.memory import Memory
from integration.web import changes, health
from tests.examples import a_milestone, a_person, save

SEAL = Seal("a secret of tests")


def client(db, cookies: dict[str, str] | None = None) -> TestClient:
    host = Host(db, Memory(), SEAL)
    return TestClient(Starlette(routes=[*health.routes(lambda: store.answers(db)), *changes.routes(lambda: host)]), cookies=cookies)


def test_health_is_200_while_the_store_answers(bridge):
    reply = client(bridge).get("/healthz")

    assert (reply.status_code, reply.headers["cache-control"]) == (200, "no-store")
    assert reply.json() == {"status": "ok", "store": "answers", "version": __version__}


def test_health_is_503_when_the_store_does_not_answer(bridge):
    bridge.close()
    reply = client(bridge).get("/healthz")

    assert reply.status_code == 503
    assert (reply.json()["status"], reply.json()["store"]) == ("down", "does not answer")


def test_the_number_of_changes_moves_with_each_save_and_tells_nothing_else(bridge):
    asking = client(bridge, {SESSION: session_cookie(SEAL, a_person())})
    before = asking.get("/changes").json()
    save(bridge, a_milestone())
    after = asking.get("/changes").json()

    assert {*before} == {*after} == {"number"}
    assert after["number"] == before["number"] + 1


def test_a_stranger_is_told_no_number(bridge):
    reply = client(bridge).get("/changes")

    assert (reply.status_code, reply.json()) == (403, {})


def test_the_routes_are_only_read(bridge):
    assert [client(bridge).post(path).status_code for path in ("/healthz", "/changes")] == [405, 405]
