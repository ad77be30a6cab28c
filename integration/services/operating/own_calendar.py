"""One's own calendar: what is theirs and due, for who wants that in a calendar program instead of by mail."""

from datetime import datetime, timedelta

from integration.exchange.calendar import Entry, calendar_bytes
from integration.model.access.person import Person
from integration.model.text import Language
from integration.services.core.host import Host
from integration.services.core.visit import visit
from integration.services.operating.reminders import due
from integration.settings import public_address
from integration.views.kit.address import address

AHEAD = timedelta(days=400)


def own_calendar(opened: Host, person: Person, language: Language, now: datetime) -> bytes:
    """The days of what one person has to do, and of the check-ins that are theirs."""
    operator = visit(opened.database, opened.cache, language, now)
    say = operator.reader.say
    entries = [
        Entry(
            f"own-{one.thing_id}",
            f"{one.name or say('Check-in')} – {one.partnership.name.reading(language)}",
            one.day,
            "",
            public_address() + address(operator.reader, "update", p=one.partnership.code),
        )
        for one in due(operator, operator.today + AHEAD, person.id)
    ]
    return calendar_bytes(entries, say("Ineen: what is yours"), language, now)
