"""Following: what an open page shows, in a few words that only this server can have written, and whether that changed since."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime

from integration.access.seal import Seal
from integration.model.access.grant import Grant, seen_by
from integration.model.kinds import RECORD_KINDS
from integration.services.core.identity import Identity
from integration.storage.core.cursor import recorded
from integration.storage.core.cursor import shown as shown
from integration.storage.core.database import Database, utc_now
from integration.storage.core.news import News as News

PURPOSE = "shown"
# Records, and the log of changes itself; what else is read is written to unseen, as answers to a round are.
FOLLOWED = frozenset({*(kind.table for kind in RECORD_KINDS), "change"})
# The past changes in one way only: somebody is erased from it.
PAST = frozenset({"person"})


@dataclass(frozen=True, slots=True)
class Shown:
    """The tables that a page was read from, the partnership it is about (its id; "" for more than one), and for whom it was made."""

    tables: frozenset[str]
    about: str
    reader: str

    def sealed(self, seal: Seal) -> str:
        """The same as text, which a browser keeps and gives back."""
        return seal.mark(PURPOSE, [",".join(sorted(self.tables)), self.about, self.reader])


def unsealed(seal: Seal, text: str) -> Shown | None:
    """What was sealed, or None when it is not ours."""
    found = seal.read(PURPOSE, text)
    return Shown(frozenset(found[0].split(",")), found[1], found[2]) if found else None


def reader_of(identity: Identity) -> str:
    """Who reads and with which grants, in a few signs: others than before once a grant is given, changed or over."""
    words = repr((identity.person.id, sorted(map(_words, identity.grants))))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _words(grant: Grant) -> str:
    values = (getattr(grant, one.name) for one in fields(grant))
    return repr([sorted(value) if isinstance(value, frozenset) else value for value in values])


class Follower:
    """An open page that was made at the change `number` for `reader`, and asks whether it still is right."""

    def __init__(self, database: Database, identity: Callable[[], Identity], page: Shown, number: int, reader: str) -> None:
        self._database, self._asked, self._page, self._number, self._before = database, identity, page, number, reader
        self._rests_on: frozenset[str] = frozenset()
        self._seen: frozenset[str] | None = None
        self.look_who()

    def look_who(self) -> None:
        """Ask anew who reads, and with which grants."""
        self._touched = self._database.state.touched
        with recorded() as tables:
            identity = self._asked()
        self._rests_on = frozenset(tables)
        self.grants, self.reader, self._seen = identity.grants, reader_of(identity), seen_by(identity.grants)

    @property
    def ends(self) -> datetime | None:
        """When the first of the grants ends."""
        return min((one.until for one in self.grants if one.until), default=None)

    @property
    def unsure(self) -> bool:
        """Whether something that the grants were read from was written to since, or one of them ended."""
        touched = self._database.state.touched
        return any(touched.get(one) != self._touched.get(one) for one in self._rests_on) or (self.ends is not None and self.ends <= utc_now())

    @property
    def another(self) -> bool:
        """Whether the reader has other grants than before, or is somebody else."""
        return self.reader != self._before

    @property
    def has_news(self) -> bool:
        """Whether something that the page shows is different now, or it is not for this reader as it was."""
        about = (self._page.about,) if self._page.about else self._seen
        return self.another or self._database.news.concerns(self._number, self._page.tables, about)
