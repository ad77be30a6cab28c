"""The papers: by meeting, each with the packs published for it; and what the demo shows a newcomer."""

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from integration.access.seal import Seal
from integration.days import day_of
from integration.model.meeting import Meeting
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import Held
from integration.services.pack import demo_papers, pack, papers
from integration.services.portfolio import partnership, portfolio
from integration.storage.core.database import Database
from integration.views.pack.papers import committee_of, sittings
from tests.access.identity import a_guest, a_link
from tests.examples import BRIDGE, a_visit, save


def listed(visit):
    one = partnership.find(visit, "BRUG")
    found = papers.read(visit, [BRIDGE], selections=True)
    return sittings(visit.reader, found.meetings, found.decided, found.packs, {BRIDGE: committee_of(one)})


def test_a_pack_stands_with_the_meeting_it_was_published_for(bridge):
    published = pack.publish(a_visit(bridge), pack.Wanted(("BRUG",)))
    assert published.recorded_at is not None
    today = day_of(published.recorded_at)
    held: dict[str, Any] = {"partnership_id": BRIDGE, "state": "closed"}
    save(bridge, Meeting(held_on=today - timedelta(days=30), **held), Meeting(held_on=today, **held))

    newest, before = listed(a_visit(bridge))

    assert [line.pack.id for line in newest.packs] == [published.id] and before.packs == ()
    assert newest.minutes and newest.day == today


def test_without_a_meeting_to_come_a_pack_is_for_the_next_one(bridge):
    published = pack.publish(a_visit(bridge), pack.Wanted(("BRUG",)))

    [row] = listed(a_visit(bridge))

    assert [line.pack.id for line in row.packs] == [published.id] and row.minutes == ""


def test_whoever_was_sent_another_page_reads_no_papers(bridge):
    pack.publish(a_visit(bridge), pack.Wanted(("BRUG",)))
    [stored] = save(bridge, a_link(token_hash="t"))

    found = papers.read(a_guest(bridge, Held(stored.id, "t"), page="pack"), [BRIDGE], selections=True)
    assert (found.meetings, found.packs) == ((), ())


@pytest.mark.parametrize(("filled", "published"), [(True, 4), (False, 0)])
def test_a_demo_that_was_loaded_now_has_packs_of_those_who_can_sign_in(demo_file, tmp_path, filled, published):
    with closing(Database(Path(shutil.copy(demo_file, tmp_path)))) as database:
        demo_papers.publish_in_demo(Host(database, Cache(), Seal("x" * 43), filled=filled))
        found = papers.read(a_visit(database), [*portfolio.read(a_visit(database)).partnerships.index], selections=True)

    assert len(found.packs) == published
    assert len(found.meetings) > 4 and found.decided.total() > 0
