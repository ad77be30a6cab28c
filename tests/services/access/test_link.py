"""Share links: made, opened, paused, given a new address, ended; and nobody shares more than they see."""

import secrets
from dataclasses import replace
from datetime import timedelta

import pytest

from integration.access.token import token_hash
from integration.errors import Invalid, LinkHasEnded, LinkNotOpen, NotShared, ThingNotFound
from integration.model.domain import DOMAINS
from integration.services.access import link
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import moment_now
from integration.services.portfolio import partnership, portfolio
from integration.storage.access import memberships_of
from integration.storage.core import event
from tests.access.identity import a_guest, a_link, a_member, a_session, by
from tests.examples import BRIDGE, a_partnership, save

OTHER = "00000000-0000-7000-8000-000000000021"


@pytest.fixture
def two(bridge):
    save(bridge, replace(a_partnership(), id=OTHER, code="ANDER"))
    return bridge


def opened(database, token, pin=""):
    return link.open_with(database, link.of_token(database, token, moment_now()), pin, moment_now())


def sees(database, *held):
    return a_guest(database, *held).seen


def test_a_link_opens_what_it_was_made_for_and_keeps_no_secret(two):
    stored, token = link.make(by(two, OPERATOR), a_link())

    assert sees(two, opened(two, token)) == {BRIDGE}
    with two.reading() as cursor:
        assert token not in str(cursor.execute("SELECT * FROM share_link").fetchall())
        assert event.opened(cursor)[stored.id][0] == 1


def test_a_paused_link_opens_again_when_resumed_and_an_ended_one_never(two):
    manager = by(two, OPERATOR)
    stored, token = link.make(manager, a_link())
    held = opened(two, token)
    link.set_state(manager, stored.id, "paused")
    assert sees(two, held) == set()
    link.set_state(manager, stored.id, "live")
    assert sees(two, held) == {BRIDGE}
    link.set_state(manager, stored.id, "revoked")
    assert link.set_state(manager, stored.id, "live").state == "revoked"
    assert sees(two, held) == set()
    with pytest.raises(LinkNotOpen):
        opened(two, token)


def test_a_new_address_ends_the_old_one_for_good_also_where_it_was_open(two):
    manager = by(two, OPERATOR)
    stored, old = link.make(manager, a_link())
    held = opened(two, old)
    _, new = link.rotate(manager, stored.id)
    link.set_state(manager, stored.id, "paused")
    link.set_state(manager, stored.id, "live")

    assert sees(two, held) == set()
    assert sees(two, opened(two, new)) == {BRIDGE}
    with pytest.raises(LinkNotOpen):
        opened(two, old)


def test_an_expired_link_opens_nothing_and_extending_opens_it_again(two):
    [stored] = save(two, a_link(expires_at=moment_now() - timedelta(seconds=1), token_hash=token_hash("t" * 43)))
    with pytest.raises(LinkNotOpen):
        opened(two, "t" * 43)
    assert link.extend(by(two, OPERATOR), stored.id).expires_at > moment_now() + timedelta(days=89)
    assert sees(two, opened(two, "t" * 43)) == {BRIDGE}


def test_nobody_shares_more_than_they_see(two):
    steering = by(two, a_session(a_member(two, "steering", "s@test.example", BRIDGE)))
    with pytest.raises(NotShared):
        link.make(steering, a_link(partnerships=(BRIDGE, OTHER)))
    with pytest.raises(NotShared):
        link.make(by(two, OPERATOR), a_link(partnerships=("00000000-0000-7000-8000-000000000099",)))
    assert link.make(steering, a_link())[0].made_by == steering.person.id


def test_who_lost_a_partnership_may_end_their_link_but_not_open_it_anew(two):
    maker = a_member(two, "steering", "s@test.example", BRIDGE, OTHER)
    own = by(two, a_session(maker))
    stored, _ = link.make(own, a_link())
    with two.reading() as cursor:
        gone = [replace(one, removed=True) for one in memberships_of(cursor, maker.id) if one.partnership_id == BRIDGE]
    save(two, *gone)
    for widening in (link.rotate, link.extend):
        with pytest.raises(NotShared):
            widening(own, stored.id)
    link.set_state(own, stored.id, "paused")
    with pytest.raises(NotShared):
        link.set_state(own, stored.id, "live")
    assert link.set_state(own, stored.id, "revoked").state == "revoked"


def test_a_link_of_somebody_else_is_not_there_for_who_may_not_manage_it(two):
    stored, _ = link.make(by(two, OPERATOR), a_link())
    steering, lead = (by(two, a_session(a_member(two, role, f"{role}@test.example", BRIDGE))) for role in ("steering", "lead"))
    with pytest.raises(ThingNotFound):
        link.set_state(steering, stored.id, "revoked")
    with pytest.raises(ThingNotFound):
        link.rotate(lead, "nonsense'; --")
    assert [one.link.id for one in link.managed(lead)] == [stored.id]
    assert link.managed(steering) == []


def test_a_link_about_nothing_is_managed_by_its_maker_and_administrators_alone(two):
    [stored] = save(two, a_link(partnerships=(), made_by="somebody"))
    _, token = link.make(by(two, OPERATOR), a_link())
    for other in (by(two, a_session(a_member(two, "lead", "l@test.example", BRIDGE))), a_guest(two, opened(two, token))):
        with pytest.raises(ThingNotFound):
            link.set_state(other, stored.id, "revoked")

    assert link.set_state(by(two, OPERATOR), stored.id, "revoked").state == "revoked"


def test_a_browser_that_holds_a_link_without_its_pin_sees_nothing(two):
    _, token = link.make(by(two, OPERATOR), a_link(), "2468")
    held = opened(two, token, "2468")

    assert sees(two, held) == {BRIDGE}
    assert sees(two, replace(held, pin_hash="")) == set()
    assert sees(two, replace(held, token_hash="")) == set()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"page": "people"}, "page"),
        ({"page": "nowhere"}, "page"),
        ({"partnerships": ()}, "partnerships"),
        ({"domain": "cooking"}, "domain"),
        ({"hides": ("names",)}, "hides"),
        ({"expires_at": moment_now() - timedelta(days=1)}, "expires_at"),
        ({"expires_at": moment_now() + timedelta(days=4000)}, "expires_at"),
        ({"note": "x" * 1000}, "note"),
    ],
)
def test_a_link_that_breaks_a_rule_is_not_made(two, wrong, field):
    before = two.counter
    with pytest.raises(Invalid) as error:
        link.make(by(two, OPERATOR), a_link(**wrong))
    assert [one.field for one in error.value.problems] == [field]
    assert two.counter == before


@pytest.mark.parametrize("pin", ["12", "1" * 13, "abcd", "12-34", "١٢٣٤"])
def test_a_pin_is_four_to_twelve_digits(two, pin):
    with pytest.raises(Invalid):
        link.make(by(two, OPERATOR), a_link(), pin)


@pytest.mark.slow
def test_random_tokens_open_nothing(two):
    for _ in range(20):
        link.make(by(two, OPERATOR), a_link())
    with two.snapshot():
        for _ in range(500):
            with pytest.raises(LinkNotOpen):
                link.of_token(two, secrets.token_urlsafe(32), moment_now())


def test_tokens_that_are_none_open_nothing_and_fail_nothing(two):
    _, token = link.make(by(two, OPERATOR), a_link())
    for tried in (
        "",
        " ",
        token[:-1],
        token[1:],
        f"{token}x",
        f"{token} ",
        token.swapcase(),
        token * 1000,
        "\ud800",
        "é" * 43,
        "\x00" * 43,
        "' OR 1=1 --",
        "%",
    ):
        with pytest.raises(LinkNotOpen):
            link.of_token(two, tried, moment_now())


def test_a_link_to_a_removed_partnership_shows_nothing(two):
    _, token = link.make(by(two, OPERATOR), a_link())
    held = opened(two, token)
    save(two, replace(a_partnership(), version=1, removed=True))
    guest = a_guest(two, held)
    assert len(portfolio.read(guest).partnerships) == 0
    with pytest.raises(NotShared):
        partnership.read(guest, "BRUG")


def test_who_ended_a_link_may_undo_that_for_seconds_and_nobody_else(two):
    manager = by(two, OPERATOR)
    stored, token = link.make(manager, a_link())
    held = opened(two, token)
    link.set_state(manager, stored.id, "paused")
    link.set_state(manager, stored.id, "revoked")
    other = by(two, a_session(a_member(two, "lead", "l@test.example", BRIDGE)))
    for late in (other, replace(by(two, OPERATOR), now=moment_now() + timedelta(minutes=1))):
        with pytest.raises(LinkHasEnded):
            link.undo_end(late, stored.id)

    assert link.undo_end(by(two, OPERATOR), stored.id).state == "paused"
    link.set_state(manager, stored.id, "live")
    assert sees(two, held) == {BRIDGE}


def test_ending_what_ended_already_is_no_new_end_that_could_be_undone(two):
    stored, _ = link.make(by(two, OPERATOR), a_link())
    link.set_state(by(two, a_session(a_member(two, "lead", "l@test.example", BRIDGE))), stored.id, "revoked")
    link.set_state(by(two, OPERATOR), stored.id, "revoked")

    with pytest.raises(LinkHasEnded):
        link.undo_end(by(two, OPERATOR), stored.id)


def test_a_view_lists_the_links_that_open_it_and_no_other(two):
    manager = by(two, OPERATOR)
    wide, _ = link.make(manager, a_link(kind="portfolio", page="portfolio", query="", partnerships=(BRIDGE, OTHER)))
    own, _ = link.make(manager, a_link())
    for other in (a_link(partnerships=(OTHER,)), a_link(kind="foundation", page="foundation"), a_link(kind="domain", page="domain", domain=DOMAINS[0])):
        link.make(manager, other)

    assert {one.link.id for one in link.sharing(by(two, OPERATOR), [a_link()])} == {own.id, wide.id}
    assert own.mark != wide.mark
