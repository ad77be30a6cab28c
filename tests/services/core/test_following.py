"""Following: every kind of record is told to the pages that show it and to no other, and to who may see it."""

from datetime import timedelta
from typing import Any

import pytest

from integration.access.seal import Seal
from integration.model.access.grant import Grant
from integration.model.access.membership import Membership
from integration.model.digest import DigestMail, MailChoice, Reminder
from integration.model.kinds import KIND_OF, RECORD_KINDS
from integration.model.pack import HouseStyle, PackContent
from integration.model.threshold import Thresholds
from integration.services.core.following import FOLLOWED, Follower, Shown, reader_of, unsealed
from integration.services.core.identity import NOBODY, Identity
from integration.storage.core.event import end_session
from integration.storage.core.records import append
from tests.access.identity import a_link, a_member, a_session, by
from tests.conftest import fill_with_bridge
from tests.every_kind import NAMES, one_of_each
from tests.examples import BRIDGE, NOON, SCHOOL, VERA, a_milestone, a_partnership, a_person, an_organisation, save
from tests.services.mirror.rounds import answers, begun

OTHER = "00000000-0000-7000-8000-000000000021"
EVERYTHING = Identity(NOBODY, (Grant(role="administrator"),))
EVERYBODYS: dict[str, Any] = {
    "Organisation": an_organisation(version=1),
    "Person": a_person(version=1),
    "Thresholds": Thresholds(),
    "PackContent": PackContent(content="{}"),
    "HouseStyle": HouseStyle(),
    "DigestMail": DigestMail(person_id=VERA, week="2026-W48", state="sent"),
    "MailChoice": MailChoice(person_id=VERA),
    "Reminder": Reminder(person_id=VERA, thing_id=BRIDGE, due_on=NOON.date(), state="sent"),
    "ShareLink": a_link(),
}


def follower(database, tables: set[str], about: str = "", identity: Identity = EVERYTHING, reader: str = "") -> Follower:
    """A page that was made just now."""
    return Follower(database, lambda: identity, Shown(frozenset(tables), about, ""), database.counter, reader or reader_of(identity))


def who_sees(*partnerships: str) -> Identity:
    return Identity(NOBODY, (Grant(role="steering", partnerships=frozenset(partnerships)),))


def of_each(database, table: str) -> dict[str, Follower]:
    """A page about this partnership, about another, about none of them; of other tables; and of readers who see one of the two."""
    others = FOLLOWED - {table, "change"}
    return {
        "its page": follower(database, {table}, BRIDGE),
        "another's page": follower(database, {table}, OTHER),
        "all of them": follower(database, {table}),
        "other tables": follower(database, {*others}, BRIDGE),
        "the log": follower(database, {"change"}),
        "its member": follower(database, {table}, "", who_sees(BRIDGE)),
        "another's member": follower(database, {table}, "", who_sees(OTHER)),
    }


def told(pages: dict[str, Follower]) -> set[str]:
    return {name for name, page in pages.items() if page.has_news}


def fill_with_one_of_each(database):
    fill_with_bridge(database)
    return {type(one).__name__: one for one in save(database, *one_of_each().values())}


@pytest.mark.parametrize("name", NAMES)
def test_what_belongs_to_a_partnership_is_told_to_who_shows_it(filled, opened_copy, name):
    path, stored = filled(fill_with_one_of_each)
    bridge, record = opened_copy(path), stored[name]
    pages = of_each(bridge, KIND_OF[type(record)].table)
    with bridge.writing("test", name, "", within=frozenset({BRIDGE})) as writing:
        append(writing, [record])

    assert told(pages) == {"its page", "all of them", "the log", "its member"}


def test_a_partnership_itself_is_told_to_who_shows_it(bridge):
    pages = of_each(bridge, "partnership")
    save(bridge, a_partnership(version=1))

    assert told(pages) == {"its page", "all of them", "the log", "its member"}


@pytest.mark.parametrize("name", EVERYBODYS)
def test_what_belongs_to_nobody_is_told_to_everybody_who_shows_it(bridge, name):
    pages = of_each(bridge, KIND_OF[type(EVERYBODYS[name])].table)
    save(bridge, EVERYBODYS[name])

    assert told(pages) == {"its page", "another's page", "all of them", "the log", "its member", "another's member"}


def test_every_kind_of_record_is_tried():
    assert {kind.record.__name__ for kind in RECORD_KINDS} == {*NAMES, *EVERYBODYS, "Partnership"}


def test_an_answer_to_a_round_is_told_to_nobody(bridge):
    _, tokens = begun(bridge)
    page, shown = follower(bridge, {*FOLLOWED}, BRIDGE), bridge.counter
    answers(bridge, tokens[SCHOOL], 4, "me")

    assert (page.has_news, bridge.counter) == (False, shown)


def test_a_reader_whose_grants_change_is_told_and_another_is_not(bridge):
    vera = a_member(bridge, "lead", "vera@test.example", BRIDGE)
    ours = Follower(
        bridge, lambda: by(bridge, a_session(vera)).identity, Shown(frozenset(), "", ""), bridge.counter, reader_of(by(bridge, a_session(vera)).identity)
    )
    save(bridge, a_milestone())
    assert not (ours.unsure or ours.has_news)
    save(bridge, Membership(person_id=vera.id, partnership_id=OTHER, role="steering"))
    assert ours.unsure
    ours.look_who()

    assert (ours.has_news, ours.unsure) == (True, False)


def test_a_session_that_ended_leaves_its_page_without_grants(bridge):
    vera = a_member(bridge, "lead", "vera@test.example", BRIDGE)
    ours = Follower(bridge, lambda: by(bridge, a_session(vera)).identity, Shown(frozenset(), "", ""), bridge.counter, "")
    end_session(bridge, NOON, vera.id, "one")
    assert ours.unsure
    ours.look_who()

    assert ours.grants == ()


def test_a_link_that_ended_makes_its_page_unsure(bridge):
    ended = Identity(NOBODY, (Grant(role="guest", until=NOON - timedelta(days=9)),))

    assert (follower(bridge, set(), "", ended).ends, follower(bridge, set(), "", ended).unsure) == (NOON - timedelta(days=9), True)


def test_who_reads_is_called_the_same_in_every_process(bridge):
    grants = [Grant(role="lead", partnerships=frozenset(order), hides=frozenset(order[::-1])) for order in (("a", "b", "c"), ("c", "b", "a"))]

    assert reader_of(Identity(NOBODY, (grants[0], Grant(role="guest")))) == reader_of(Identity(NOBODY, (Grant(role="guest"), grants[1])))
    assert reader_of(Identity(NOBODY, (grants[0],))) != reader_of(Identity(NOBODY, ())) != reader_of(Identity(a_person(), ()))


def test_what_a_page_shows_comes_back_from_its_browser_and_from_nobody_else():
    shown, seal = Shown(frozenset({"risk", "issue"}), BRIDGE, "vera"), Seal("ours")

    assert unsealed(seal, shown.sealed(seal)) == shown
    assert [unsealed(seal, text) for text in ("", "x", shown.sealed(Seal("another")), shown.sealed(seal)[:-1])] == [None] * 4
