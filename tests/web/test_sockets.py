"""Sockets of strangers: 300 idle ones keep nobody out, silent ones are closed, and what is no message leaves no trace."""

import resource
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from integration.access.seal import Seal
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import SESSION, session_cookie
from integration.web import sockets
from tests.access.identity import a_member
from tests.access.wire import Wire
from tests.browser.kit.running import Running
from tests.examples import BRIDGE

SEAL = Seal("secret")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    with Running(tmp_path_factory.mktemp("sockets") / "store.duckdb", INTEGRATION_DEMO="0") as running:
        yield running


def open_files(app: Running) -> int:
    return len([*Path(f"/proc/{app.process.pid}/fd").iterdir()])


def idle(app: Running):
    return connect(f"{app.address.replace('http', 'ws', 1)}/_stcore/stream", legacy=True, subprotocols=[Subprotocol("streamlit")], close_timeout=0.1)


def test_the_server_may_open_as_many_files_as_its_machine_allows(app):
    soft, hard = resource.prlimit(app.process.pid, resource.RLIMIT_NOFILE)

    assert soft == min(hard, sockets.WANTED_FILES) or hard == resource.RLIM_INFINITY


def test_three_hundred_idle_strangers_under_a_limit_of_1024_files_keep_no_page_from_answering(app):
    resource.prlimit(app.process.pid, resource.RLIMIT_NOFILE, (1024, 1024))
    with ExitStack() as held:
        for _ in range(300):
            held.enter_context(idle(app))
        with Wire(app.address, {}) as tab:
            assert "<h1>Sign in</h1>" in tab.open("portfolio").markup
        assert [httpx.get(app.address + path).status_code for path in ("/", "/healthz", "/s/x")] == [200, 200, 404]
        assert open_files(app) < 1000

    assert "Traceback" not in app.said()


@pytest.mark.parametrize("sent", ["words", b"\xff\xff\xff\xff"])
def test_what_is_no_message_ends_the_talk_and_leaves_no_trace(app, sent):
    with idle(app) as socket:
        socket.send(sent)
        with pytest.raises(Exception, match=r"1003|1002|received"):
            while True:
                socket.recv(timeout=10)

    assert "Traceback" not in app.said()


@pytest.mark.parametrize(("files", "most"), [(256, 20), (1024, 64), (4096, 679), (65_536, 2_000)])
def test_strangers_get_a_share_of_what_may_be_open(files, most):
    assert sockets.most_strangers(files) == most


async def echo(websocket: WebSocket) -> None:
    await websocket.accept()
    try:
        while True:
            await websocket.send_bytes(await websocket.receive_bytes())
    except WebSocketDisconnect:
        return


def client(database, cookies=None) -> TestClient:
    opened = Host(database, Cache(), SEAL)
    app = Starlette(routes=[WebSocketRoute("/", echo)])
    return TestClient(sockets.Sockets(app, lambda: opened, lambda _: True, lambda told: told), cookies=cookies)


def test_a_stranger_who_says_nothing_is_closed_and_one_who_speaks_may_think(bridge, monkeypatch):
    monkeypatch.setattr(sockets, "FIRST_WORD", 0.3)
    with ThreadPoolExecutor(1) as waiting, client(bridge).websocket_connect("/") as silent, pytest.raises(WebSocketDisconnect) as closed:
        waiting.submit(silent.receive_bytes).result(timeout=30)
    with client(bridge).websocket_connect("/") as speaking:
        for word in (b"one", b"two"):
            speaking.send_bytes(word)
            assert speaking.receive_bytes() == word

    assert closed.value.code == sockets.TRY_AGAIN_LATER


def test_the_idlest_stranger_makes_place_for_the_newest_and_never_a_reader(bridge, monkeypatch):
    monkeypatch.setattr(sockets, "MOST_PER_NETWORK", 2)
    # So that no silence closes it instead.
    monkeypatch.setattr(sockets, "FIRST_WORD", None)
    vera = a_member(bridge, "lead", "vera@test.example", BRIDGE)
    strangers = client(bridge)
    with ThreadPoolExecutor(1) as waiting, ExitStack() as held:
        reader, first, second = (held.enter_context(strangers.websocket_connect("/", headers=headers)) for headers in (
            {"cookie": f"{SESSION}={session_cookie(SEAL, vera)}"}, {}, {}
        ))  # fmt: skip
        first.send_bytes(b"still here")
        assert first.receive_bytes() == b"still here"
        held.enter_context(strangers.websocket_connect("/"))
        with pytest.raises(WebSocketDisconnect):
            waiting.submit(second.receive_bytes).result(timeout=30)
        for one in (reader, first):
            one.send_bytes(b"x")
            assert one.receive_bytes() == b"x"
