"""Files: fetched by whom they were offered to, also when the server began anew, and not when what they rest on is over."""

from dataclasses import replace

import pytest

from integration.access.seal import Seal
from integration.errors import FileNotKept, NotShared
from integration.model.access.membership import Membership
from integration.services.access import download, link
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR, Credentials
from integration.services.core.offers import Offer
from integration.services.core.visit import moment_now
from tests.access.identity import a_link, a_member, a_session, by
from tests.examples import BRIDGE, save

SEAL = Seal("secret")


@pytest.fixture
def opened(bridge):
    return Host(bridge, Cache(), SEAL)


@pytest.fixture
def vera(bridge):
    """The session of a lead."""
    return a_session(a_member(bridge, "lead", "vera@test.example", BRIDGE))


def offered(opened, credentials, again=(), where="", page="partnership"):
    asking = by(opened.database, credentials, page)
    address = download.address_of(opened, Offer(asking, "x.csv", "text/csv", lambda: "made", "x", again), where)
    return address.removeprefix("/file/")


def again(asking, given):
    return f"again for {asking.person.name}: {given[0]}".encode()


def test_a_file_is_made_for_whom_it_was_offered_to(opened, vera):
    assert download.fetched(opened, vera, offered(opened, vera), {}) == ("x.csv", "text/csv", b"made")


def test_its_address_stays_the_same_while_page_and_choices_do(opened, vera):
    one, same, other, later = (offered(opened, vera), offered(opened, vera), offered(opened, vera, where="q=x"), offered(opened, vera, page="timeline"))

    assert one == same and len({one, other, later}) == 3


@pytest.mark.parametrize("change", [lambda one: one[:-1], lambda one: one + "x", lambda one: one[:0], lambda one: one * 60, lambda one: one[1:]])
def test_an_address_that_was_changed_opens_nothing(opened, vera, change):
    with pytest.raises(NotShared):
        download.fetched(opened, vera, change(offered(opened, vera)), {})


def test_somebody_else_who_may_see_the_same_gets_nothing_by_its_address(opened, vera, bridge):
    address = offered(opened, vera)
    colleague = a_session(a_member(bridge, "lead", "other@test.example", BRIDGE))
    for one in (colleague, a_session(a_member(bridge, "administrator", "boss@test.example")), OPERATOR, Credentials()):
        with pytest.raises(NotShared):
            download.fetched(opened, one, address, {})


def test_a_link_opens_its_files_beside_others_and_not_once_it_has_ended(opened, bridge):
    stored, token = link.make(by(bridge, OPERATOR), a_link())
    other, second = link.make(by(bridge, OPERATOR), a_link())
    held, more = (link.open_with(bridge, link.of_token(bridge, one, moment_now()), "", moment_now()) for one in (token, second))
    address = offered(opened, Credentials(links=(held,)))
    assert download.fetched(opened, Credentials(links=(more, held)), address, {})[2] == b"made"
    with pytest.raises(NotShared):
        download.fetched(opened, Credentials(links=(more,)), address, {})
    link.set_state(by(bridge, OPERATOR), stored.id, "paused")

    with pytest.raises(NotShared):
        download.fetched(opened, Credentials(links=(held,)), address, {})
    assert other.state == "live"


def test_who_lost_one_role_of_two_gets_nothing_that_was_read_with_both(opened, bridge):
    person = a_member(bridge, "lead", "vera@test.example", BRIDGE)
    [other] = save(bridge, Membership(person_id=person.id, partnership_id=BRIDGE, role="steering"))
    held = a_session(person)
    address = offered(opened, held)
    assert download.fetched(opened, held, address, {})[2] == b"made"
    save(bridge, replace(other, removed=True))

    with pytest.raises(NotShared):
        download.fetched(opened, held, address, {})


def test_who_has_no_role_any_more_has_nothing_made_again(opened, bridge):
    person = a_member(bridge, "lead", "vera@test.example")
    [role] = save(bridge, Membership(person_id=person.id, partnership_id=BRIDGE, role="lead"))
    held = a_session(person)
    address = offered(opened, held, again=("pack", "7"))
    save(bridge, replace(role, removed=True))
    anew = replace(opened, offers=type(opened.offers)())

    with pytest.raises(NotShared):
        download.fetched(anew, held, address, {"pack": again})


def test_when_the_server_began_anew_a_file_is_made_again_or_its_page_is_named(opened, vera):
    lost, kept = offered(opened, vera), offered(opened, vera, again=("pack", "7"), where="other")
    anew = replace(opened, offers=type(opened.offers)())

    assert download.fetched(anew, vera, kept, {"pack": again})[2] == b"again for vera@test.example: 7"
    with pytest.raises(FileNotKept):
        download.fetched(anew, vera, lost, {})
    assert offered(anew, vera) == lost and download.fetched(anew, vera, lost, {})[2] == b"made"
