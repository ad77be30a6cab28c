"""The routes of stills: from the page that a browser stands on, and with a PIN."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.services.access import link
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR
from integration.ui.still.still_page import still_page
from integration.web import still
from tests.access.identity import a_link, by


@pytest.fixture
def client(bridge) -> TestClient:
    opened = Host(bridge, Cache(), Seal("x" * 43))
    return TestClient(Starlette(routes=still.routes(lambda: opened, still_page)), follow_redirects=False)


@pytest.mark.parametrize(
    ("came", "leads"),
    [
        ("http://testserver/partnership?p=BRUG&lang=nl", "partnership?p=BRUG&lang=nl"),
        ("http://testserver/under/timeline?p=BRUG", "timeline?p=BRUG"),
        ("http://testserver/audit", "portfolio"),
        ("http://elsewhere.example/partnership?p=BRUG", "portfolio"),
        ("", "portfolio"),
    ],
)
def test_a_page_that_cannot_load_leads_to_its_own_still(client, came, leads):
    reply = client.get("/still/here", headers={"referer": came} if came else {})

    assert (reply.status_code, reply.headers["location"]) == (303, leads)


def test_a_link_opens_as_a_still_at_once_and_its_browser_holds_it(client, bridge):
    _, token = link.make(by(bridge, OPERATOR), a_link())
    reply = client.get(f"/s/{token}/still")

    assert (reply.status_code == 200 and "The Bridge" in reply.text) or "De Brug" in reply.text
    assert "De Brug" in client.get("/still/partnership?p=BRUG&lang=nl").text


def test_a_pin_is_asked_before_a_still_and_a_wrong_one_shows_nothing(client, bridge):
    _, token = link.make(by(bridge, OPERATOR), a_link(), "2468")
    asked, wrong = client.get(f"/s/{token}/still"), client.post(f"/s/{token}/still", data={"pin": "1111"})
    assert (asked.status_code, wrong.status_code) == (200, 403)
    assert not [one for one in (asked, wrong) if "De Brug" in one.text or "The Bridge" in one.text]

    right = client.post(f"/s/{token}/still", data={"pin": "2468"})
    assert right.headers["location"] == f"/s/{token}/still" and "De Brug" in client.get(right.headers["location"]).text
