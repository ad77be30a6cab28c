"""Mentions: the comments that name somebody, of partnerships that they and whoever asks may read."""

from collections.abc import Sequence
from datetime import datetime

from integration.model.access.person import Person
from integration.model.discussion.comment import Comment
from integration.model.partnership import Partnership
from integration.services.core.identity import grants_of
from integration.services.core.visit import Visit
from integration.storage.core.records import latest
from integration.storage.discussion.comment import mentioning, things_of
from integration.storage.organisation import people
from integration.views.discussion.comment import mention_part
from integration.views.pack.digest import DigestPart


def mentions_of(visit: Visit, person: Person, since: datetime, until: datetime) -> list[tuple[Comment, Partnership]]:
    """The comments between two moments that mention this person, the newest first, each with its partnership."""
    with visit.reading() as cursor:
        found = [one for one in mentioning(cursor, since, until, person.id) if one.recorded_by != person.id]
        if not found:
            return []
        grants = grants_of(cursor, person)
        own = {one.id: one for one in latest(cursor, Partnership)}
    told = [one for one in found if one.partnership_id in own and any(grant.gives("read history", one.partnership_id) for grant in grants)]
    return [(one, own[one.partnership_id]) for one in reversed(told) if visit.may("read history", one.partnership_id)]


def mention_parts(visit: Visit, found: Sequence[tuple[Comment, Partnership]]) -> list[DigestPart]:
    """Mentions in words, each leading to the thing it is about; of what was taken out since nothing is told."""
    if not found:
        return []
    with visit.reading() as cursor:
        things = things_of(cursor, [one for one, _ in found])
        names = {one.id: one.name for one in people(cursor).values()}
    return [mention_part(visit.reader, one, things[one.thing_id], partnership, names) for one, partnership in found if one.thing_id in things]
