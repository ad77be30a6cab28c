"""What a page says to whoever opened a link to it that opens nothing any more."""

from integration.i18n.formats import moment
from integration.services.access import guest
from integration.services.access.guest import Closed
from integration.services.core.visit import Visit


def closed_words(visit: Visit) -> tuple[str, str] | None:
    """A title and one sentence about the link that opened this page before; None where there was none."""
    found = guest.closed_here(visit)
    return (_title(visit, found), _sentence(visit, found)) if found else None


def _title(visit: Visit, found: Closed) -> str:
    say = visit.reader.say
    titles = {"ended": say("This link has ended"), "paused": say("This link is paused"), "new": say("This link has a new address")}
    return titles[found.why]


def _sentence(visit: Visit, found: Closed) -> str:
    say, who = visit.reader.say, found.who
    if found.why == "ended":
        when = moment(found.moment, visit.language) if found.moment else ""
        ended = say("{name} ended it on {moment}.", name=who, moment=when) if who else say("It ended on {moment}.", moment=when)
        return ended + " " + say("If you still need it, ask for a new one.")
    if found.why == "paused":
        return say("{name} can open it again.", name=who) if who else say("Whoever sent it can open it again.")
    return say("Ask {name} for it.", name=who) if who else say("Ask whoever sent it.")
