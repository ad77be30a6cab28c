"""Wrong addresses: those with a secret that opens nothing, in the audit; so few of one client and of all together that nobody fills the store with them."""

from datetime import datetime, timedelta

from integration.services.core.background import later
from integration.services.core.throttle import Allowance, network_of
from integration.storage.core import event
from integration.storage.core.database import Database

LINK, SIGN_IN, ANSWER = "unknown link", "wrong sign-in link", "unknown answer link"
OF_ONE, OF_ALL, AN_HOUR = 3, 30, timedelta(hours=1)
_of_one, _of_all = Allowance(OF_ONE, AN_HOUR), Allowance(OF_ALL, AN_HOUR)


def note_wrong(database: Database, verb: str, client: str, now: datetime) -> None:
    """Write down that something was tried that opens nothing; by whom is not stored, and whoever tried waits for nothing."""
    if _of_one.takes((verb, network_of(client)), now) and _of_all.takes(verb, now):
        later(event.note, database, now, "", verb, "")
