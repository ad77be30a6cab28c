"""The papers of steering committees: which meetings there are to read of, what was decided in them, and which packs belong to them."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from integration.model.meeting import Meeting
from integration.model.pack import Pack
from integration.services.core.visit import Visit
from integration.services.pack import pack
from integration.services.portfolio import place
from integration.storage.meeting import all_meetings
from integration.storage.pack import all_packs
from integration.storage.register import decided_in


@dataclass(frozen=True, slots=True)
class Papers:
    """Meetings (oldest first), how many decisions each took, and packs, newest first: what this reader may read of these."""

    meetings: tuple[Meeting, ...]
    decided: Counter[str]
    packs: tuple[Pack, ...]


def read(visit: Visit, about: Collection[str], selections: bool) -> Papers:
    """The papers of these partnerships (by id), and of selections where they are wanted."""

    def stored() -> tuple[list[Meeting], Counter[str], list[Pack]]:
        with visit.reading() as cursor:
            return all_meetings(cursor, visit.as_of), decided_in(cursor, visit.as_of), all_packs(cursor, visit.as_of)[::-1]

    meetings, decided, packs = visit.remember_read("papers", stored)
    open_meetings = {*place.opened_by(visit, "meeting", about)}
    own = tuple(one for one in packs if (one.partnership_id in about if one.partnership_id else selections) and pack.readable(visit, one))
    return Papers(tuple(one for one in meetings if one.partnership_id in open_meetings), decided, own)
