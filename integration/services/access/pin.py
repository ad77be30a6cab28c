"""PINs of shared links: a wrong one makes this browser wait, then this network, and after fifty the link is paused and its maker told."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta

from integration.access import mail
from integration.access.token import pin_fits
from integration.errors import PinLocked, PinWrong
from integration.i18n.words import words_in
from integration.model.access.share_link import MOST_WRONG, ShareLink, plain_pin
from integration.services.core.background import later
from integration.services.core.store import alone
from integration.services.core.throttle import Tries, board_of, network_of
from integration.services.core.visit import change_unasked
from integration.settings import public_address
from integration.storage.access import links_by_id, person_by_id
from integration.storage.core import event
from integration.storage.core.database import Database
from integration.storage.core.records import append

WRONG, FORGIVEN, PAUSED = "wrong PIN", "right PIN after a wrong one", "pause link"
# A network has more people in it than a browser, and a stranger among them must not lock out the others.
FREE_IN_A_BROWSER, FREE_IN_A_NETWORK = 5, 15
_tries = Tries(timedelta(minutes=1), timedelta(hours=1))
_trying: dict[str, threading.Lock] = {}


def try_pin(database: Database, link: ShareLink, pin: str, now: datetime, browser: str, client: str) -> None:
    """Accept the right PIN; raises PinWrong, or PinLocked for who has to wait. `browser` is what this one is called, if it has a name."""
    keys = {(link.id, "browser", browser): FREE_IN_A_BROWSER} if browser else {}
    if client:
        keys[(link.id, "client", network_of(client))] = FREE_IN_A_NETWORK
    # One try of a link at a time, of all servers: many at once would all be counted against the same number of wrong ones.
    with _trying.setdefault(link.id, threading.Lock()), alone(database, f"PIN of {link.id}"):
        _refuse_who_waits(database, keys, now)
        if pin_fits(plain_pin(pin), link.pin_hash):
            _forgive(database, link, keys, now)
            return
        event.note(database, now, "", WRONG, link.id)
        left = min((_tries.wrong(key, free, now, board_of(database)) for key, free in keys.items()), default=0)
        _pause_after_many(database, link, now)
        _refuse_who_waits(database, keys, now)
    raise PinWrong(left=left)


def _refuse_who_waits(database: Database, keys: dict[tuple[str, str, str], int], now: datetime) -> None:
    wait = max((_tries.wait(key, now, board_of(database)) for key in keys), default=timedelta(0))
    if wait:
        raise PinLocked(minutes=-(-wait // timedelta(minutes=1)))


def _forgive(database: Database, link: ShareLink, keys: dict[tuple[str, str, str], int], now: datetime) -> None:
    # Slips of rightful readers do not add up to a pause over the years.
    for _ in range(_tries.forgive(next(iter(keys), None), now, board_of(database))):
        event.note(database, now, "", FORGIVEN, link.id)


def _pause_after_many(database: Database, link: ShareLink, now: datetime) -> None:
    since = link.recorded_at or now
    with database.reading() as cursor:
        wrong = event.counted(cursor, WRONG, link.id, since) - event.counted(cursor, FORGIVEN, link.id, since)
    if wrong < MOST_WRONG:
        return
    with change_unasked(database, f"paused {link.page}") as writing:
        newest = links_by_id(writing.cursor, [link.id]).get(link.id)
        if newest is None or newest.state != "live":
            return
        append(writing, [replace(newest, state="paused")])
        maker = person_by_id(writing.cursor, link.made_by)
    event.note(database, now, "", PAUSED, link.id)
    if maker and maker.email and mail.configured():
        later(_tell, maker.email, link)


def _tell(email: str, link: ShareLink) -> None:
    say = words_in(link.language)
    text = say("A shared link of yours was paused after {n} wrong PINs, so somebody may be guessing.", n=MOST_WRONG)
    todo = say("Make a new address for it under Links, or resume it: {address}", address=f"{public_address()}/links")
    mail.send(email, say("A shared link was paused"), "\n\n".join(filter(None, (text, link.note, todo))))
