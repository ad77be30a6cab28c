"""The archive: partnerships that were put away, out of every list and figure, kept as they were then, and put back whole."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from integration.errors import ThingNotFound
from integration.model.partnership import Partnership, suggested_code
from integration.services.core.visit import Visit
from integration.storage.core.database import Cursor
from integration.storage.core.records import append
from integration.storage.organisation import people
from integration.storage.partnership import archived_partnerships, codes_in_use


@dataclass(frozen=True, slots=True)
class Archived:
    """A partnership in the archive: when it was put there and by whom, and the last moment at which it stood in every list."""

    partnership: Partnership
    moment: datetime
    name: str

    @property
    def last_seen(self) -> datetime:
        """The moment at which its pages show it as it was."""
        return self.moment - timedelta(microseconds=1)


def read(visit: Visit) -> list[Archived]:
    """The archived partnerships that this person may read, the newest first; a past day has none of its own."""
    if visit.as_of is not None:
        return []

    def stored() -> list[Archived]:
        with visit.reading() as cursor:
            known = people(cursor)
            return [Archived(one, when, known[one.recorded_by].name if one.recorded_by in known else "") for one, when in archived_partnerships(cursor)]

    return [one for one in visit.remember_read("archive", stored) if visit.may("read history", one.partnership.id)]


def archive(visit: Visit, partnership: Partnership) -> None:
    """Put a partnership away; its pages show it as it was, and links to it open nothing."""
    with visit.change("manage partnerships", f"{partnership.code} → archive", partnership.id) as writing:
        append(writing, [replace(partnership, removed=True)])


def put_back(visit: Visit, partnership_id: str) -> Partnership:
    """Put a partnership back in every list; under a code of its own where another took its code meanwhile. Raises ThingNotFound."""
    with visit.change("manage partnerships", f"{partnership_id} ← archive", partnership_id) as writing:
        found = _archived(writing.cursor, partnership_id)
        taken = codes_in_use(writing.cursor)
        code = suggested_code(found.code, taken) if found.code in taken else found.code
        return append(writing, [replace(found, code=code, removed=False)])[0]


def _archived(cursor: Cursor, partnership_id: str) -> Partnership:
    for one, _ in archived_partnerships(cursor):
        if one.id == partnership_id:
            return one
    raise ThingNotFound(value=partnership_id[:40])
