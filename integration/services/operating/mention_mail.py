"""Mail about mentions: who is named in a comment is told soon, once, unless they chose otherwise."""

from collections.abc import Iterator
from datetime import timedelta

from integration.days import day_of
from integration.services.core.visit import Visit
from integration.services.discussion.mentions import mention_parts, mentions_of
from integration.services.operating.reminders import Due, begun, sent
from integration.services.pack.digest import Sending
from integration.storage.digest import wants_mail
from integration.storage.discussion.comment import mentioning
from integration.storage.organisation import people
from integration.views.pack.digest import Digest

# What was said a moment ago may be taken back; what is older than this was told, or refused for too long.
SETTLED, LOOKED_BACK = timedelta(minutes=2), timedelta(days=2)


def send_mentions(visit: Visit) -> Iterator[Sending]:
    """Mail everybody who was mentioned and not told yet; it is written down before the mail leaves, so nobody gets it twice."""
    visit.require("manage people")
    since, until = visit.now - LOOKED_BACK, visit.now - SETTLED
    with visit.reading() as cursor:
        named = {person for one in mentioning(cursor, since, until) for person in one.mentions}
        known = [one for one in people(cursor).values() if one.id in named and one.email and wants_mail(cursor, one.id, "comment")]
    for person in known:
        found = {one.id: (one, own) for one, own in mentions_of(visit, person, since, until)}
        due = [Due(person.id, one.id, day_of(one.recorded_at or visit.now), own, one.words) for one, own in found.values()]
        fresh = begun(visit, person, due)
        parts = mention_parts(visit, [found[one.thing_id] for one, _ in fresh])
        if fresh:
            say = visit.reader.say
            mail = Digest(say("You were mentioned: {name}", name=person.name), say("What was said to you; each is told once."), tuple(parts), "")
            yield sent(visit, person, fresh, "comment", mail)
