"""Several servers at the door: what one counted counts at the others, and while the database is away the doors say so and go on by themselves."""

import shutil
from contextlib import ExitStack, closing

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.errors import PinLocked, PinWrong
from integration.model.record import new_id
from integration.services.access import link, pin, sign_in
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import moment_now
from integration.storage.core.database import Database
from integration.storage.shared.database import SharedDatabase
from integration.web import share
from integration.web import sign_in as sign_in_route
from integration.web.caller import door
from tests.access.identity import a_link, by
from tests.conftest import fill_with_bridge
from tests.examples import a_person, save

SEAL = Seal("only for tests")


@pytest.fixture
def two(postgres, filled, tmp_path):
    """Two servers' copies of one store with the Bridge."""
    url = postgres.make(new_id())
    with ExitStack() as kept:
        one, other = (kept.enter_context(closing(SharedDatabase(url, tmp_path / "copies" / "store.duckdb"))) for _ in range(2))
        with closing(Database(shutil.copy(filled(fill_with_bridge)[0], tmp_path / "bridge.duckdb"))) as source:
            one.take_over(source)
        other.follow()
        yield one, other


@pytest.fixture
def protected(two):
    """The secret of a link that asks for 246810, known to both."""
    token = link.make(by(two[0], OPERATOR), a_link(), "246810")[1]
    two[1].follow()
    return token


def visitor(database: Database) -> TestClient:
    opened = Host(database, Cache(), SEAL)
    return TestClient(
        Starlette(routes=[*(door(one, lambda: opened) for one in (*sign_in_route.routes(lambda: opened), *share.routes(lambda: opened)))]),
        follow_redirects=False,
    )


def test_wrong_pins_count_wherever_they_were_tried(two, protected):
    now, told = moment_now(), []
    found = link.of_token(two[0], protected, now)
    for at in range(6):
        with pytest.raises((PinWrong, PinLocked)) as refused:
            pin.try_pin(two[at % 2], found, "000000", now, "browser", "203.0.113.5")
        told.append(refused.type)

    assert told == [PinWrong] * 4 + [PinLocked] * 2


def test_mails_of_one_client_count_wherever_they_were_asked(two):
    asked = [sign_in.ask_by_mail(two[at % 2], SEAL, "", "en", moment_now(), "/", "203.0.113.90") for at in range(sign_in.MAILS_PER_CLIENT + 2)]

    assert [one is not None for one in asked] == [True] * sign_in.MAILS_PER_CLIENT + [False] * 2


def test_a_ticket_that_was_used_at_one_server_opens_nothing_at_the_other(two):
    [vera] = save(two[0], a_person(id=new_id(), email="vera@test.example"))
    path = sign_in.link_for(SEAL, vera, moment_now())
    two[1].follow()

    assert [visitor(one).post(path).status_code for one in two] == [303, 404]


def test_doors_say_that_the_database_is_away_keep_what_was_typed_and_go_on(postgres, two, protected):
    [vera] = save(two[0], a_person(id=new_id(), email="vera@test.example"))
    door_of, path = visitor(two[0]), sign_in.link_for(SEAL, vera, moment_now())
    postgres.stop()
    try:
        refused = [door_of.post(path), door_of.post(f"/s/{protected}", data={"pin": '246810"', "browser": "mine"})]
    finally:
        postgres.start()

    assert [(one.status_code, one.headers["retry-after"]) for one in refused] == [(503, "3")] * 2
    assert 'name="pin" value="246810&quot;"' in refused[1].text and "submit()" in refused[0].text
    assert door_of.post(path).status_code == 303
    assert door_of.post(f"/s/{protected}", data={"pin": "246810", "browser": "mine"}).status_code == 303
