"""Packs as stored: their heads, and their snapshots one by one."""

from datetime import datetime

from integration.model.pack import Pack, PackContent
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def packs_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Pack]:
    """The packs of one partnership (or, with "", of selections), oldest first; their snapshots are read one by one."""
    return sorted(latest(cursor, Pack, as_of, "partnership_id = ?", [partnership_id]), key=_order)


def all_packs(cursor: Cursor, as_of: datetime | None = None) -> list[Pack]:
    """Every pack, oldest first, without its snapshot."""
    return sorted(latest(cursor, Pack, as_of), key=_order)


def _order(one: Pack) -> tuple[str, str]:
    return str(one.recorded_at), one.id


def pack_by_id(cursor: Cursor, pack_id: str, as_of: datetime | None = None) -> Pack | None:
    """One pack, or None."""
    return next(iter(latest(cursor, Pack, as_of, "CAST(id AS VARCHAR) = ?", [pack_id])), None)


def corrections_of(cursor: Cursor, pack_id: str, as_of: datetime | None = None) -> list[Pack]:
    """The packs that correct this one, oldest first."""
    return latest(cursor, Pack, as_of, "corrects = ?", [pack_id])


def content_of(cursor: Cursor, pack_id: str) -> str:
    """The snapshot of a pack as it was stored."""
    [found] = latest(cursor, PackContent, None, "CAST(id AS VARCHAR) = ?", [pack_id])
    return found.content
