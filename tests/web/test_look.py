"""The scripts of our components: fetched once, kept for good, and found under the address that pages name."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.ui.assets import MODULES, address, modules, script
from integration.web import look


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=look.routes(modules())))


@pytest.mark.parametrize("name", MODULES)
def test_a_component_names_a_script_that_is_there_and_kept(client: TestClient, name: str):
    reply = client.get(address(name))
    assert address(name) in script(name) and reply.status_code == 200
    assert "immutable" in reply.headers["cache-control"] and reply.headers["content-type"].startswith("text/javascript")
    assert "export default " in reply.text


def test_another_text_has_another_address(monkeypatch: pytest.MonkeyPatch):
    before = address("linked")
    for kept in (modules, address):
        kept.cache_clear()
    monkeypatch.setattr("integration.ui.assets.module", lambda name: f"export default function {name}() {{}}")
    try:
        assert address("linked") != before
    finally:
        for kept in (modules, address):
            kept.cache_clear()


@pytest.mark.parametrize("asked", ["linked.js", "linked-0000000000000000.js", "..%2Fframe.css", "linked-.js"])
def test_nothing_else_is_given(client: TestClient, asked: str):
    reply = client.get(f"/look/{asked}")
    assert reply.status_code == 404 and "immutable" not in reply.headers.get("cache-control", "")
