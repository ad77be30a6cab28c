"""One's own calendar: what is theirs and due, for who wants that in a calendar program instead of by mail."""

from datetime import datetime, timedelta

from integration.exchange.calendar import Entry, calendar_bytes
from integration.model.access.person import Person
from integration.model.text import Language
from integration.services.core.host import Host
from integration.services.core.visit import Visit, visit
from integration.services.meeting import handed_out
from integration.services.operating.reminders import due
from integration.services.portfolio import portfolio
from integration.settings import public_address
from integration.views.kit.address import address

AHEAD = timedelta(days=400)


def _invited(operator: Visit, person: Person) -> list[Entry]:
    """The meetings that come to which this person was asked."""
    say, rows, language = operator.reader.say, portfolio.read(operator).partnerships, operator.language
    asked = [one for one in handed_out.prepared(operator).values() if person.id in one.invited and one.partnership_id in rows.index]
    found = []
    for one in asked:
        name, code = rows[f"name_{language}"][one.partnership_id], rows.code[one.partnership_id]
        where = public_address() + address(operator.reader, "agenda", p=code, m=one.id)
        found.append(handed_out.entry(operator, one, say("Steering meeting {name}", name=name), "", where))
    return [one for one in found if one]


def own_calendar(opened: Host, person: Person, language: Language, now: datetime) -> bytes:
    """The days of what one person has to do, of the check-ins that are theirs, and of the meetings to which they were asked."""
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
    entries += _invited(operator, person)
    return calendar_bytes(entries, say("Ineen: what is yours"), language, now)
