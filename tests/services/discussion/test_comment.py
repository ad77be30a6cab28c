"""Comments: said by who is in the partnership, about its own things, once; read by nobody who only holds a link, as of any day, and taken back within one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid, NotAllowed, NotShared, PastIsReadOnly, ThingNotFound
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.model.discussion.comment import Comment
from integration.model.record import new_id
from integration.model.register import Decision
from integration.model.text import TEXT_LIMIT, Text
from integration.services.changes import undo
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials, Held
from integration.services.core.visit import visit
from integration.services.discussion import comment
from integration.services.pack import digest
from integration.services.portfolio import partnership
from tests.examples import BRIDGE, NOON, a_check_in, a_milestone, a_partnership, a_visit, save


@pytest.fixture
def room(bridge):
    """A milestone, a steering member, and somebody without any role."""
    [one] = save(bridge, a_milestone(code="T1"), recorded_at=NOON - timedelta(days=9))
    iris, other = save(bridge, Person(name="Iris", email="iris@brug.example"), Person(name="Otto", email="otto@elders.example"))
    save(bridge, Membership(person_id=iris.id, partnership_id=BRIDGE, role="steering"))
    return bridge, one, iris, other


def said(one, words="Klopt dit?", **more) -> Comment:
    return Comment(partnership_id=BRIDGE, **{"thing": "milestone", "thing_id": one.id, "words": words} | more)


def as_person(database, person, **more):
    return visit(database, Cache(), "en", NOON + timedelta(minutes=5), credentials=Credentials(person.id, NOON), page="partnership", **more)


def test_who_is_in_the_partnership_says_something_and_the_others_read_it(room):
    database, one, iris, _ = room
    comment.write(as_person(database, iris), partnership.find(a_visit(database), "BRUG"), said(one, "  Klopt dit?  "))

    [found] = comment.of(a_visit(database), a_partnership())
    assert (found.words, found.recorded_by, comment.counts(a_visit(database), a_partnership())) == ("Klopt dit?", iris.id, {one.id: 1})


def test_who_only_holds_a_link_or_is_in_no_partnership_reads_and_writes_nothing(room):
    database, one, _, other = room
    comment.write(a_visit(database), a_partnership(), said(one))
    link = ShareLink(kind="partnership", page="partnership", partnerships=(BRIDGE,), expires_at=NOON + timedelta(days=999), made_at=NOON)
    [link] = save(database, link)
    guest = visit(database, Cache(), "en", NOON, credentials=Credentials(links=(Held(link.id, link.token_hash),)), page="partnership")

    assert guest.may("read partnership", BRIDGE)
    assert (comment.of(guest, a_partnership()), comment.of(as_person(database, other), a_partnership())) == ([], [])
    with pytest.raises((NotAllowed, NotShared)):
        comment.write(guest, a_partnership(), said(one))


@pytest.mark.parametrize(
    ("wanted", "field"),
    [({"words": " "}, "words"), ({"words": "x" * (TEXT_LIMIT + 1)}, "words"), ({"mentions": ("OTTO",)}, "mentions"), ({"version": 1}, "words")],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_stored(room, wanted, field):
    database, one, _, other = room
    wanted = {name: (other.id,) if value == ("OTTO",) else value for name, value in wanted.items()}
    with pytest.raises(Invalid) as refused:
        comment.write(a_visit(database), a_partnership(), said(one, **wanted))

    assert [problem.field for problem in refused.value.problems] == [field]
    assert comment.of(a_visit(database), a_partnership()) == []


def test_it_is_about_a_thing_of_this_partnership_that_is_there(room):
    database, one, _, _ = room
    [theirs] = save(database, a_milestone(code="X", partnership_id=new_id()))
    [gone] = save(database, a_milestone(code="Y"))
    save(database, replace(gone, removed=True))

    for thing in (said(theirs), said(gone), said(one, thing="report"), said(one, thing_id=new_id())):
        with pytest.raises(ThingNotFound):
            comment.write(a_visit(database), a_partnership(), thing)


def test_the_past_shows_what_was_said_by_then_and_takes_nothing(room):
    database, one, _, _ = room
    save(database, said(one, "toen"), recorded_at=NOON - timedelta(days=5))
    save(database, said(one, "later"), recorded_at=NOON - timedelta(days=1))
    past = a_visit(database, as_of=NOON - timedelta(days=3))

    assert [each.words for each in comment.of(past, a_partnership())] == ["toen"]
    with pytest.raises(PastIsReadOnly):
        comment.write(past, a_partnership(), said(one))


def test_it_is_taken_back_within_a_day_and_its_history_stays(room):
    database, one, _, _ = room
    own = partnership.find(a_visit(database), "BRUG")
    comment.write(a_visit(database), own, said(one))
    [save_] = undo.own(a_visit(database), own)
    undo.take_back(a_visit(database), own, save_.save.number)

    assert comment.of(a_visit(database), own) == []


def test_a_mention_reaches_the_week_of_whom_it_names_and_of_nobody_else(room):
    database, one, iris, other = room
    save(database, said(one, "Iris, klopt dit?", mentions=(iris.id,)))
    save(database, said(one, "Otto mag dit niet lezen", mentions=(other.id,)))

    [mine] = [part for part in digest.read(a_visit(database), iris.id).parts if part.href.startswith("/partnership?p=BRUG&history=milestone.T1")]
    assert mine.groups[0].lines == ("Iris, klopt dit?",)
    assert "klopt" not in digest.read(a_visit(database), other.id).text and "Otto mag" not in digest.read(a_visit(database), other.id).text


THINGS = {
    "milestone": (a_milestone(code="T9"), "/partnership?p=BRUG&history=milestone.T9"),
    "report": (a_check_in(domain="training"), "/partnership?p=BRUG&history=report.training"),
    "decision": (Decision(partnership_id=BRIDGE, title=Text("Welke?")), "/register?p=BRUG&show=decisions&history=decisions.{id}"),
}


@pytest.mark.parametrize("thing", THINGS)
def test_a_mention_leads_to_its_thing(room, thing):
    database, _, iris, _ = room
    about, href = THINGS[thing]
    save(database, about, said(about, thing=thing, mentions=(iris.id,)))

    found = [part.href.partition("&lang")[0] for part in digest.read(a_visit(database), iris.id).parts if "–" in part.name]
    assert found == [href.format(id=about.id)]
