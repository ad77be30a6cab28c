"""Search: every kind of reader finds what their pages show, by any of its words, and not one thing more."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from integration.errors import NotShared, SignInNeeded
from integration.model.foundation import FoundationText
from integration.model.meeting import AgendaItem
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials, Held
from integration.services.core.visit import visit
from integration.services.search.search import SHOWN, find
from integration.storage.core.database import Database
from integration.views.search.found import found_groups
from tests.access.portfolio import OTHER, OWN, Filled, fill, words_of
from tests.examples import BRIDGE, VERA, a_milestone, a_visit, save

PLAN, REGISTER = {Partnership, Milestone, CheckIn}, {Risk, Issue, Action, Decision}
# By link: what finds something of the own partnership when a part of all its words is looked for, and when its notes are.
READERS = {
    "lead": ({*PLAN, *REGISTER, FoundationText, AgendaItem}, {Milestone, CheckIn, Risk, Issue, Decision, AgendaItem}),
    "steering": ({*PLAN, *REGISTER, FoundationText, AgendaItem}, {Milestone, CheckIn, Risk, Issue, Decision, AgendaItem}),
    "portfolio": (PLAN, {Milestone, CheckIn}),
    "partnership": (PLAN, {Milestone, CheckIn}),
    "domain": ({Partnership, Milestone}, set()),
    "foundation": ({FoundationText}, set()),
    "page": ({Partnership, Milestone}, set()),
    "page-register": (REGISTER, {Risk, Issue, Decision}),
    "hidden": ({Partnership, Milestone}, set()),
    "hidden-register": (REGISTER, set()),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return fill(tmp_path_factory.mktemp("search") / "store.duckdb")


@pytest.fixture
def looking(store: Filled, copied: Callable[[Path, Path], Database], tmp_path: Path):
    """What a reader finds of these words, as the page would."""
    database = copied(store.path, tmp_path / "copy.duckdb")

    def look(role: str, typed: str, as_of=None):
        if role in store.people:
            credentials = Credentials(store.people[role].id, store.moment)
        else:
            link = store.links[role][0]
            credentials = Credentials(links=(Held(link.id, link.token_hash, link.pin_hash),))
        someone = visit(database, Cache(), "en", as_of=as_of, credentials=credentials, page="search")
        return someone.reader, find(someone, typed)

    yield look
    database.close()


@pytest.mark.parametrize("role", READERS)
def test_a_reader_finds_what_their_pages_show_and_nothing_of_others(looking, role: str):
    wide, noted = READERS[role]

    assert kinds(looking(role, "of own")) == wide
    assert kinds(looking(role, words_of(OWN)["note"])) == noted
    reader, found = looking(role, "of")
    told = str(found_groups(reader, found))
    assert not any(words in told for words in words_of(OTHER).values())
    assert not found_groups(*looking(role, words_of(OTHER)["title"]))


@pytest.mark.parametrize(("role", "finds"), [("lead", True), ("portfolio", True), ("page", False), ("hidden", False), ("hidden-register", False)])
def test_a_name_is_found_where_it_may_be_seen(looking, role: str, finds: bool):
    reader, found = looking(role, words_of(OWN)["owner"])

    assert (Milestone in {one.kind for one in found.groups}) is finds
    assert (words_of(OWN)["owner"] in str(found_groups(reader, found))) is finds


def test_a_frozen_link_finds_what_was_there_then(store: Filled, looking):
    link = store.links["frozen"][0]

    assert kinds(looking("frozen", words_of(OWN)["title"], link.as_of))
    assert not kinds(looking("frozen", words_of(OWN)["newer"], link.as_of))


@pytest.mark.parametrize("role", ["page-pack", "page-mirror", "frozen", "revoked", "expired"])
def test_who_may_see_nothing_that_is_searched_is_refused(looking, role: str):
    with pytest.raises((NotShared, SignInNeeded)):
        looking(role, words_of(OWN)["title"])


def test_who_manages_finds_people_and_everything(looking):
    _, found = looking("administrator", words_of(OTHER)["owner"])

    assert {one.kind.__name__ for one in found.groups} >= {"Person", "Milestone"}


def kinds(looked) -> set[type]:
    return {one.kind for one in looked[1].groups if one.hits}


@pytest.mark.parametrize("typed", ["rooster", "ROOSTER", "één rooster", "een  roóster", "M7", "m7", "schedule", "brug rooster", "vera", "vera rooster"])
def test_case_accents_and_language_make_no_difference(bridge, typed: str):
    one = a_milestone(code="M7", owner_id=VERA, title=Text("Eén róóster voor twee", "One schedule"))
    save(bridge, one, a_milestone(code="X1", title=Text("Iets anders", "Something else"), owner_id=""))

    found = find(a_visit(bridge), typed)
    assert [hit.record.id for group in found.groups if group.kind is Milestone for hit in group.hits] == [one.id]


@pytest.mark.parametrize(("typed", "short"), [("", True), ("a", True), (" . ", True), ("½", False), ("qz", False), ("%'\"; drop", False), ("x" * 300, False)])
def test_what_is_no_word_finds_nothing_and_breaks_nothing(bridge, typed: str, short: bool):
    found = find(a_visit(bridge), typed)

    assert found.short is short
    assert not found.groups


def test_what_was_saved_is_found_at_once_and_what_was_taken_out_is_not(bridge):
    someone, [one] = a_visit(bridge), save(bridge, Action(partnership_id=BRIDGE, title=Text("Tafels kopen")))
    assert len(find(someone, "tafels").groups) == 1

    save(bridge, replace(one, removed=True))
    assert not find(someone, "tafels").groups


def test_the_best_come_first_and_the_rest_is_counted(bridge):
    save(bridge, *(a_milestone(code=f"A{n}", title=Text(f"Plan {n}"), note=Text("lokaal")) for n in range(SHOWN + 5)))
    [saved] = save(bridge, a_milestone(code="L", title=Text("Lokaal inrichten")))

    [group] = find(a_visit(bridge), "lokaal").groups
    assert (group.total, len(group.hits), group.hits[0].record == saved) == (SHOWN + 6, SHOWN, True)
