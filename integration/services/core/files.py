"""Files that pages offer: each at an address of ours that opens for whom it was offered to alone, and made only when it is asked for."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from integration.errors import FileNotKept, NotShared
from integration.model.access.grant import Grant
from integration.services.core.identity import Credentials
from integration.services.core.visit import Visit, visit

if TYPE_CHECKING:
    from integration.services.core.host import Host

PURPOSE, MOST_OFFERED = "file", 4_000


@dataclass(frozen=True, slots=True)
class Offer:
    """One file of one page: what it is called, what it is to a browser, and how its bytes are made.

    `noted` is what the audit calls it (empty where its maker notes it itself). `again` is what the bytes can be made from when this server has
    begun anew: the name of a maker and what it is given.
    """

    visit: Visit
    name: str
    kind: str
    make: Callable[[], bytes | str]
    noted: str = ""
    again: tuple[str, ...] = ()

    @property
    def owner(self) -> tuple[str, tuple[str, ...]]:
        """The person it is for, or else the links that open its page."""
        person = self.visit.person.id
        return person, () if person else tuple(sorted(one.link for one in self.visit.grants))


Maker = Callable[[Visit, tuple[str, ...]], bytes]


class Offers:
    """The newest files that pages offered, by a name that stays the same while page, reader and file do: a page that runs again offers it again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Offer, tuple[Grant, ...]]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, name: str, offer: Offer) -> None:
        """Keep one, and let go of the oldest."""
        with self._lock:
            self._kept[name] = (offer, offer.visit.grants)
            self._kept.move_to_end(name)
            while len(self._kept) > MOST_OFFERED:
                self._kept.popitem(last=False)

    def found(self, name: str) -> tuple[Offer, tuple[Grant, ...]] | None:
        """What is kept under a name, with the grants it was offered under."""
        with self._lock:
            return self._kept.get(name)


def address_of(opened: "Host", offer: Offer, where: str) -> str:
    """The path of a file on a page; `where` tells the page's choices apart."""
    visit, (person, links) = offer.visit, offer.owner
    as_of = visit.as_of.isoformat() if visit.as_of else ""
    told = [person, [*links], visit.page, visit.language, as_of, offer.name, offer.kind, [*offer.again]]
    key = hashlib.sha256(repr((told, where)).encode()).hexdigest()[:32]
    opened.offers.keep(key, offer)
    return f"/file/{opened.seal.mark(PURPOSE, [key, *told])}"


def fetched(opened: "Host", credentials: Credentials, address: str, makers: Mapping[str, Maker]) -> tuple[str, str, bytes]:
    """The name, kind and bytes of a file for whoever asks with these credentials; raises NotShared, FileNotKept, or what its maker raises."""
    read = opened.seal.read(PURPOSE, address)
    if not isinstance(read, list) or len(read) != 9:
        raise NotShared
    key, person, links, page, language, as_of, name, kind, again = read
    asking = visit(opened.database, opened.cache, language, None, datetime.fromisoformat(as_of) if as_of else None, credentials, page)
    if asking.person.id != person or not {*links} <= {one.link for one in asking.grants} or not asking.grants:
        raise NotShared
    if kept := opened.offers.found(key):
        return name, kind, _made(*kept)
    if not again:
        raise FileNotKept
    return name, kind, makers[again[0]](asking, tuple(again[1:]))


def _made(offer: Offer, granted: tuple[Grant, ...]) -> bytes:
    # A page that stays open may outlive what it was opened with, and so may the rows that were read for it.
    if not granted or offer.visit.grants != granted:
        raise NotShared
    if offer.noted:
        offer.visit.note("export", offer.noted)
    made = offer.make()
    return made.encode() if isinstance(made, str) else made
