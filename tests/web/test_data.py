"""The data of a link as programs fetch it: what they hold is not sent again, and where nothing can be noted they are told to come back."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.services.access import link
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR
from integration.web.caller import door
from integration.web.feeds import data
from tests.access.identity import a_link, by
from tests.examples import a_milestone, save


@pytest.fixture
def program(bridge):
    """Who fetches, and the address of the milestones of a link."""
    save(bridge, a_milestone())
    _, token = link.make(by(bridge, OPERATOR), a_link())
    opened = Host(bridge, Cache(), Seal("only for tests"))
    return TestClient(Starlette(routes=[*(door(one, lambda: opened) for one in data.routes(lambda: opened))])), f"/data/{token}/milestones.json"


def test_what_a_program_holds_is_not_sent_again(program):
    asking, address = program
    first = asking.get(address)
    again = asking.get(address, headers={"if-none-match": first.headers["etag"]})

    assert (first.status_code, [one["code"] for one in first.json()]) == (200, ["T1"])
    assert (again.status_code, again.content) == (304, b"")


def test_where_nothing_can_be_noted_a_program_is_told_to_come_back(program, bridge):
    asking, address = program
    bridge.path.unlink()
    reply = asking.get(address)

    assert (reply.status_code, reply.headers["retry-after"]) == (503, "3")
