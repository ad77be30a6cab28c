"""A departure: roles, sessions and links of who leaves end, and what is open of theirs goes over, in one change."""

from dataclasses import replace
from typing import Any

import pytest

from integration.access.seal import Seal
from integration.errors import Invalid, LastAdministrator, SignInRefused, ThingNotFound
from integration.model.access.share_link import ShareLink
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.services.access import departure, link, people, sign_in
from integration.services.core.cache import Cache
from integration.services.core.identity import OPERATOR, identify
from integration.services.core.visit import moment_now
from integration.services.portfolio import partnership
from integration.storage.core.records import latest
from tests.access.identity import a_link, a_member, a_session, by
from tests.examples import BRIDGE, TODAY, a_milestone, save

SEAL = Seal("only for tests")


@pytest.fixture
def vera(bridge):
    """A lead by a role and by name, who owns what is open and what is done, and shares two views."""
    vera = a_member(bridge, "lead", "vera@school.example", BRIDGE)
    own = partnership.find(by(bridge, OPERATOR), "BRUG")
    partnership.save(by(bridge, OPERATOR, ""), replace(own, lead_id=vera.id))
    of: Any = {"partnership_id": BRIDGE, "owner_id": vera.id, "title": Text("Iets")}
    save(bridge, a_milestone(code="O1", owner_id=vera.id, credit=25), a_milestone(id=_id(1), code="D1", owner_id=vera.id, credit=100, done_on=TODAY))
    save(bridge, a_milestone(id=_id(2), code="C1", owner_id=vera.id, cancelled=True), Risk(**of), Risk(**of, state="closed"), Issue(**of), Action(**of))
    save(bridge, Action(**of, done_on=TODAY), Decision(partnership_id=BRIDGE, title=Text("Mag het?"), asked_of_id=vera.id))
    save(bridge, a_link(made_by=vera.id), a_link(made_by=vera.id, state="revoked"))
    return vera


def _id(number: int) -> str:
    return f"00000000-0000-7000-8000-0000000007{number:02}"


def stored(database, kind):
    with database.reading() as cursor:
        return latest(cursor, kind)


def test_a_preview_counts_what_is_open_and_stores_nothing(bridge, vera):
    counter, found = bridge.counter, departure.preview(by(bridge, OPERATOR), vera.id)

    assert [found.of(kind) for kind in (Milestone, Risk, Issue, Action, Decision)] == [1, 1, 1, 1, 1]
    assert (len(found.roles), [one.code for one in found.leads], len(found.links)) == (1, ["BRUG"], 1)
    assert bridge.counter == counter


def test_who_leaves_may_nothing_any_more_and_somebody_else_has_what_was_open(bridge, vera):
    token, heir = sign_in.link_for(SEAL, vera, moment_now()).rpartition("/")[2], a_member(bridge, "steering", "heir@school.example")
    before = bridge.counter
    departure.leave(by(bridge, OPERATOR), vera.id, heir.id)

    assert bridge.counter == before + 1
    assert identify(bridge, Cache(), a_session(vera), moment_now()).grants == ()
    with pytest.raises(SignInRefused):
        sign_in.enter(bridge, SEAL, token, moment_now())
    assert {one.owner_id for one in stored(bridge, Milestone) if one.code == "O1"} == {heir.id}
    assert {one.owner_id for one in stored(bridge, Milestone) if one.code in ("D1", "C1")} == {vera.id}
    assert {one.state for one in stored(bridge, ShareLink)} == {"revoked"}
    assert partnership.find(by(bridge, OPERATOR, ""), "BRUG").lead_id == heir.id
    assert people.read(by(bridge, OPERATOR)).of(heir.id) == (people.Reason("lead", BRIDGE, named=True),)


@pytest.mark.parametrize("successor", ["unknown", "self"])
def test_nobody_hands_over_to_who_is_not_there_or_leaves(bridge, vera, successor):
    with pytest.raises(Invalid):
        departure.leave(by(bridge, OPERATOR), vera.id, vera.id if successor == "self" else "00000000-0000-7000-8000-000000000099")
    assert identify(bridge, Cache(), a_session(vera), moment_now()).grants


def test_the_last_administrator_stays_and_who_is_unknown_is_said(bridge):
    boss = a_member(bridge, "administrator", "boss@school.example")
    with pytest.raises(LastAdministrator):
        departure.leave(by(bridge, OPERATOR), boss.id)
    with pytest.raises(ThingNotFound):
        departure.preview(by(bridge, OPERATOR), "nobody")


def test_a_link_whose_maker_lost_the_role_is_told_to_who_manages_people(bridge):
    ann = a_member(bridge, "steering", "ann@school.example", BRIDGE)
    save(bridge, a_link(made_by=ann.id))
    assert link.orphans(by(bridge, OPERATOR)) == frozenset()
    people.set_roles(by(bridge, OPERATOR), ann.id, "steering", [])

    assert [one.orphan for one in link.managed(by(bridge, OPERATOR))] == [True]
    assert len(link.orphans(by(bridge, OPERATOR))) == 1


def test_taking_the_lead_away_in_one_place_takes_it_away_in_the_partnership_too(bridge, vera):
    assert {one.named for one in people.read(by(bridge, OPERATOR)).of(vera.id)} == {True, False}
    people.set_roles(by(bridge, OPERATOR), vera.id, "lead", [])

    assert people.read(by(bridge, OPERATOR)).of(vera.id) == ()
    assert partnership.find(by(bridge, OPERATOR, ""), "BRUG").lead_id == ""
