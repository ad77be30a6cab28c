"""The archive: a partnership that was put away is in no list or figure, is kept as it was then, and comes back whole."""

from datetime import timedelta

import pytest

from integration.errors import EditConflict, NotAllowed, NotShared, PartnershipArchived, ThingNotFound
from integration.model.record import new_id
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit, moment_now, visit
from integration.services.exchange import everything
from integration.services.plan import timeline
from integration.services.portfolio import archive, partnership, portfolio
from integration.services.register import register
from tests.access.identity import a_member, a_session, by
from tests.examples import BRIDGE, a_milestone, a_partnership, save


@pytest.fixture
def bridge(bridge):
    save(bridge, a_milestone(), recorded_at=moment_now() - timedelta(days=1))
    return bridge


def now(database, as_of=None) -> Visit:
    return visit(database, Cache(), "en", as_of=as_of)


def put_away(database):
    archive.archive(now(database), partnership.find(now(database), "BRUG"))
    return archive.read(now(database))[0]


def test_an_archived_partnership_is_in_no_list_or_figure(bridge):
    put_away(bridge)
    someone = now(bridge)

    assert portfolio.read(someone).partnerships.empty and timeline.read(someone).empty
    assert register.all_facts(someone).risks.empty
    assert [one.partnership.code for one in archive.read(someone)] == ["BRUG"]
    assert not [name for name, table in everything.everything(someone).items() if table.rows and name != "columns"]


def test_it_is_told_to_who_may_read_it_and_shown_as_it_was_at_its_last_moment(bridge):
    kept = put_away(bridge)
    with pytest.raises(PartnershipArchived) as refusal:
        partnership.read(now(bridge), "BRUG")

    then = now(bridge, kept.last_seen)
    assert refusal.value.details["moment"] == kept.last_seen.isoformat()
    assert [one.code for one in partnership.read(then, "BRUG").milestones] == ["T1"]


def test_it_comes_back_whole_and_under_another_code_where_its_own_was_taken(bridge):
    kept, counter = put_away(bridge), bridge.counter
    save(bridge, a_partnership(id=new_id(), code="BRUG"))
    back = archive.put_back(now(bridge), kept.partnership.id)

    assert (back.id, back.code, back.version) == (BRIDGE, "BRUG-2", 3)
    assert archive.read(now(bridge)) == [] and bridge.counter == counter + 2
    assert len(partnership.read(now(bridge), "BRUG-2").milestones) == 1
    with pytest.raises(ThingNotFound):
        archive.put_back(now(bridge), BRIDGE)


def test_only_administrators_archive_and_only_who_could_read_it_sees_it(bridge):
    lead, other = a_member(bridge, "lead", "l@school.example", BRIDGE), a_member(bridge, "lead", "o@school.example", new_id())
    own = partnership.find(now(bridge), "BRUG")
    with pytest.raises(NotAllowed):
        archive.archive(by(bridge, a_session(lead), "update"), own)
    archive.archive(now(bridge), own)

    assert [len(archive.read(by(bridge, a_session(one), "portfolio"))) for one in (lead, other)] == [1, 0]
    with pytest.raises(NotShared):
        partnership.find(by(bridge, a_session(other), "partnership"), "BRUG")
    with pytest.raises(EditConflict):
        archive.archive(now(bridge), own)
