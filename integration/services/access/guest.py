"""What a guest is told of the links they hold: who shared what until when, and why one opens nothing any more."""

from dataclasses import dataclass
from datetime import datetime

from integration.model.access.share_link import ShareLink
from integration.model.partnership import Partnership
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.storage.access import links_by_id, person_by_id
from integration.storage.core.cursor import unshown
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


@dataclass(frozen=True, slots=True)
class Shared:
    """A link that this browser opened, who made it, and the names of what it is about, by id."""

    link: ShareLink
    maker: str
    names: dict[str, Text]


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a link opens nothing now: `ended` by somebody (`who`, "" for nobody known) or by its last day, `paused`, or given a `new` address."""

    why: str
    who: str
    moment: datetime | None


def shared_here(visit: Visit) -> Shared | None:
    """The link behind this page, for whoever has nothing but links; of several it cannot be said which one shows what."""
    if len(visit.grants) != 1:
        return None
    [chosen] = visit.grants
    # Which links there are decides who may see the page; it is not what the page shows.
    with unshown(), visit.reading() as cursor:
        link = links_by_id(cursor, [chosen.link]).get(chosen.link)
        return Shared(link, _name(cursor, link.made_by), _names(cursor, link)) if link else None


def closed_here(visit: Visit) -> Closed | None:
    """Of the links that this browser opened, why the newest one to this page opens nothing now; strangers hold none and learn nothing."""
    held = {one.id: one for one in visit.credentials.links}
    if not held:
        return None
    with unshown(), visit.reading() as cursor:
        known = links_by_id(cursor, [*held])
        link = next((known[one] for one in reversed(held) if one in known and visit.page in known[one].pages), None)
        if link is None:
            return None
        if link.state == "revoked":
            return Closed("ended", _name(cursor, link.recorded_by), link.recorded_at)
        if link.expires_at <= visit.now:
            return Closed("ended", "", link.expires_at)
        if link.state == "paused":
            return Closed("paused", _name(cursor, link.made_by), None)
        mine = held[link.id]
        moved = (mine.token_hash, mine.pin_hash) != (link.token_hash, link.pin_hash)
        return Closed("new", _name(cursor, link.made_by), None) if moved else None


def _name(cursor: Cursor, person_id: str) -> str:
    person = person_by_id(cursor, person_id) if person_id else None
    return person.name if person and not person.erased else ""


def _names(cursor: Cursor, link: ShareLink) -> dict[str, Text]:
    # Of more than one a count is told.
    if len(link.partnerships) != 1:
        return {}
    return {one.id: one.name for one in latest(cursor, Partnership, None, "CAST(id AS VARCHAR) = ?", [link.partnerships[0]])}
