"""Comments on milestones, reports and decisions: read by who is in the partnership, never by who only holds a link."""

from dataclasses import replace

from integration.errors import Invalid, Problem, ThingNotFound
from integration.model.access.person import Person
from integration.model.discussion.comment import Comment, comment_problems
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.storage.core.records import append
from integration.storage.discussion.comment import comments_of, members_of, things_of
from integration.storage.organisation import people


def of(visit: Visit, partnership: Partnership) -> list[Comment]:
    """The comments of a partnership, oldest first; none for who may not read them."""
    if not visit.may("read history", partnership.id):
        return []

    def stored() -> list[Comment]:
        with visit.reading() as cursor:
            return comments_of(cursor, partnership.id, visit.as_of)

    return visit.remember_read("comments", stored, partnership.id)


def counts(visit: Visit, partnership: Partnership) -> dict[str, int]:
    """How many comments each thing has, by its id."""
    found: dict[str, int] = {}
    for one in of(visit, partnership):
        found[one.thing_id] = found.get(one.thing_id, 0) + 1
    return found


def members(visit: Visit, partnership: Partnership) -> dict[str, str]:
    """Whom a comment may mention: the names of who may read it, by id."""
    visit.require("read history", partnership.id)

    def stored() -> dict[str, str]:
        with visit.reading() as cursor:
            return members_of(cursor, partnership)

    return visit.remember_read("members", stored, partnership)


def names(visit: Visit) -> dict[str, str]:
    """The names of everybody, by id: who said something may be in the partnership no more."""

    def stored() -> dict[str, Person]:
        with visit.reading() as cursor:
            return people(cursor, visit.as_of)

    return {one.id: one.name for one in visit.remember_read("people", stored).values()}


def write(visit: Visit, partnership: Partnership, wanted: Comment) -> Comment:
    """Store a comment; raises Invalid with every problem, ThingNotFound where what it is about is not of this partnership or not there any more."""
    problems = comment_problems(wanted)
    if not {*wanted.mentions} <= {*members(visit, partnership)}:
        problems.append(Problem("mentions", "Choose people who may read this partnership."))
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("comment", partnership.code, partnership.id) as writing:
        thing = things_of(writing.cursor, [wanted]).get(wanted.thing_id)
        if thing is None or getattr(thing, "partnership_id", "") != partnership.id:
            raise ThingNotFound(value=wanted.thing_id[:40])
        return append(writing, [replace(wanted, words=wanted.words.strip())])[0]
