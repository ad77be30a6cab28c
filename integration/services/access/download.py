"""Downloads: files at addresses of ours, each for whom it was offered to and for nobody else, and made when it is asked for."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime

from integration.errors import FileNotKept, NotShared
from integration.model.access.grant import Grant
from integration.services.core.host import Host
from integration.services.core.identity import Credentials
from integration.services.core.offers import Offer
from integration.services.core.visit import Visit, visit

PURPOSE = "file"
Maker = Callable[[Visit, tuple[str, ...]], bytes]


def address_of(opened: Host, offer: Offer, where: str) -> str:
    """The path of a file on a page; `where` tells the page's choices apart."""
    visit, (person, links) = offer.visit, offer.owner
    as_of = visit.as_of.isoformat() if visit.as_of else ""
    told = [person, [*links], visit.page, visit.language, as_of, offer.name, offer.kind, [*offer.again]]
    key = hashlib.sha256(repr((told, where)).encode()).hexdigest()[:32]
    opened.offers.keep(key, offer)
    return f"/file/{opened.seal.mark(PURPOSE, [key, *told])}"


def fetched(opened: Host, credentials: Credentials, address: str, makers: Mapping[str, Maker]) -> tuple[str, str, bytes]:
    """The name, kind and bytes of a file for whoever asks with these credentials; raises NotShared, FileNotKept, or what its maker raises."""
    read = opened.seal.read(PURPOSE, address)
    if not isinstance(read, list) or len(read) != 9:
        raise NotShared
    key, person, links, page, language, as_of, name, kind, again = read
    asking = visit(opened.database, opened.cache, language, None, datetime.fromisoformat(as_of) if as_of else None, credentials, page)
    if asking.person.id != person or not {*links} <= {one.link for one in asking.grants} or not asking.grants:
        raise NotShared
    if kept := opened.offers.get(key):
        return name, kind, _made(*kept)
    if not again:
        raise FileNotKept
    return name, kind, makers[again[0]](asking, tuple(again[1:]))


def is_awaited(opened: Host, address: str) -> bool:
    """Whether a file can only come from a page that has not offered it yet: one that was open before this server began, and comes back to it."""
    read = opened.seal.read(PURPOSE, address)
    return isinstance(read, list) and len(read) == 9 and not read[8] and opened.offers.get(read[0]) is None


def _made(offer: Offer, granted: tuple[Grant, ...]) -> bytes:
    # A page that stays open may outlive what it was opened with, and so may the rows that were read for it.
    if not granted or offer.visit.grants != granted:
        raise NotShared
    if offer.noted:
        offer.visit.note("export", offer.noted)
    made = offer.make()
    return made.encode() if isinstance(made, str) else made
