"""Offers: the files that pages offer, and how each is made once somebody asks for it."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from integration.model.access.grant import Grant
from integration.services.core.visit import Visit

MOST_OFFERED = 4_000


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

    def get(self, name: str) -> tuple[Offer, tuple[Grant, ...]] | None:
        """What is kept under a name, with the grants it was offered under."""
        with self._lock:
            return self._kept.get(name)
