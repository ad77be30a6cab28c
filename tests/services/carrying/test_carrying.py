"""Who carries what: whose work is seen by whom, and handing it over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid, NotAllowed, SignInNeeded
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.record import new_id
from integration.model.register import Action, Decision
from integration.model.text import Text
from integration.services.carrying import carrying
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials
from integration.services.core.visit import visit
from integration.storage.core.records import append, latest
from integration.views.carrying.carrying import COMMITTEE
from tests.conftest import fill_with_bridge
from tests.examples import BRIDGE, COMPANY, NOON, SCHOOL, TODAY, VERA, a_milestone, a_partnership, save

ALONE = "018f0000-0000-7000-8000-0000000000aa"
BEN = Person(id="018f0000-0000-7000-8000-0000000000bb", name="Ben Bedacht", organisation_id=COMPANY, email="ben@school.example")


def fill(database):
    fill_with_bridge(database)
    late, soon = TODAY - timedelta(days=9), TODAY + timedelta(days=20)
    save(
        database,
        BEN,
        a_partnership(id=ALONE, code="ALLEEN"),
        a_milestone(code="T1", owner_id=VERA, due_on=late),
        a_milestone(code="T2", owner_id=VERA, due_on=soon, partner_id=SCHOOL),
        a_milestone(code="T3", owner_id=VERA, due_on=soon, cancelled=True),
        a_milestone(code="T4", due_on=soon),
        a_milestone(code="T5", owner_id=VERA, due_on=late, credit=100.0, done_on=late),
        a_milestone(code="A1", owner_id=VERA, due_on=soon, partnership_id=ALONE),
        Action(partnership_id=BRIDGE, title=Text("Bellen"), owner_id=VERA, due_on=late),
        Action(partnership_id=BRIDGE, title=Text("Gedaan"), owner_id=VERA, due_on=late, done_on=late),
        Decision(partnership_id=BRIDGE, title=Text("Huren?"), asked_of_id=SCHOOL, needed_by=soon),
        Membership(person_id=BEN.id, partnership_id=BRIDGE, role="steering"),
    )


@pytest.fixture
def stored(filled, opened_copy):
    """Two partnerships with work of Vera's."""
    return opened_copy(filled(fill)[0])


def by(database, **credentials):
    return visit(database, Cache(), "nl", NOON, **credentials)


def titles(found, person):
    return sorted(row.code or row.title_nl for row in found.things[found.things.person == person].itertuples())


def test_what_is_open_is_somebodys_or_nobodys(stored):
    found = carrying.read(by(stored))

    assert titles(found, VERA) == ["A1", "Bellen", "T1", "T2"]
    assert (titles(found, ""), titles(found, COMMITTEE)) == (["T4"], ["Huren?"])
    assert {row.code or row.title_nl: row.late for row in found.things.itertuples() if row.late} == {"T1": 9, "Bellen": 9}


def test_an_organisation_carries_what_is_its_own_and_what_its_people_do(stored):
    found = carrying.read(by(stored))
    vera = found.people[VERA]

    assert {row.code: row.organisation for row in found.things.itertuples() if row.code in ("T1", "T2")} == {"T1": vera.organisation_id, "T2": SCHOOL}
    assert {row.organisation for row in found.things.itertuples() if row.kind == "decision"} == {SCHOOL}


def test_who_steers_one_partnership_sees_that_one_and_gives_nothing_away(stored):
    someone = by(stored, credentials=Credentials(BEN.id, NOON))
    found = carrying.read(someone)

    assert {*found.things.partnership} == {BRIDGE}
    with pytest.raises(NotAllowed):
        carrying.hand_over(someone, [*found.things[found.things.person == VERA].id], VERA, BEN.id)


def test_who_is_not_signed_in_is_refused(stored):
    with pytest.raises(SignInNeeded):
        carrying.read(by(stored, credentials=Credentials()))


def test_several_are_handed_over_at_once_and_the_rest_stays(stored):
    someone = by(stored)
    found = carrying.read(someone)
    ids = [str(row.id) for row in found.things.itertuples() if row.person == VERA and row.code != "T2"]
    handed = carrying.hand_over(someone, ids, VERA, BEN.id)

    after = carrying.read(by(stored))
    assert handed == 3
    assert (titles(after, BEN.id), titles(after, VERA)) == (["A1", "Bellen", "T1"], ["T2"])


def test_what_somebody_else_took_meanwhile_stays_theirs(stored):
    someone = by(stored)
    ids = [*carrying.read(someone).things.id]
    assert carrying.hand_over(someone, ids, VERA, BEN.id) == 4

    assert carrying.hand_over(someone, ids, VERA, BEN.id) == 0


def test_nobody_and_nothing_are_refused_in_words(stored):
    someone = by(stored)
    ids = [*carrying.read(someone).things.id]
    for chosen, taker in (([], BEN.id), (ids, ""), (ids, VERA), (ids, "nobody")):
        with pytest.raises(Invalid):
            carrying.hand_over(someone, chosen, VERA, taker)

    with stored.reading() as cursor:
        assert {one.owner_id for one in latest(cursor, Action)} == {VERA}


def test_a_lead_is_named_nobody_but_who_is_around(stored):
    stranger = Person(id=new_id(), name="Vreemd Verweg")
    save(stored, stranger, Membership(person_id=BEN.id, partnership_id=BRIDGE, role="lead"))
    lead = by(stored, credentials=Credentials(BEN.id, NOON))
    found = carrying.read(lead)

    assert stranger.id not in found.people and stranger.id not in carrying.takers(lead, VERA)
    with pytest.raises(Invalid):
        carrying.hand_over(lead, [*found.things[found.things.person == VERA].id], VERA, stranger.id)


def test_who_moves_to_another_organisation_takes_their_work_along(stored):
    cache = Cache()
    before = carrying.read(visit(stored, cache, "nl", NOON))
    with visit(stored, cache, "nl", NOON).change("manage people", VERA) as writing:
        append(writing, [replace(before.people[VERA], organisation_id=COMPANY)])
    after = carrying.read(visit(stored, cache, "nl", NOON))

    assert [{row.organisation for row in found.things.itertuples() if row.code == "T1"} for found in (before, after)] == [
        {before.people[VERA].organisation_id},
        {COMPANY},
    ]
