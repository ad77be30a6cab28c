"""Packs as stored: their heads, their snapshots one by one, and their files once these were made."""

import base64
import hashlib
from datetime import datetime
from uuid import UUID, uuid5

from integration.errors import PackDamaged
from integration.model.pack import HouseStyle, Pack, PackContent
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


def house_style(cursor: Cursor, as_of: datetime | None = None) -> HouseStyle | None:
    """The look of packs as it is set, or None while nobody set any."""
    return next(iter(latest(cursor, HouseStyle, as_of)), None)


def kept_file(cursor: Cursor, pack_id: str, ending: str, language: str) -> bytes | None:
    """The bytes of a file of a pack as it was first made, or None; raises PackDamaged where they are not those that were kept."""
    row = cursor.execute("SELECT body, digest FROM pack_file WHERE CAST(id AS VARCHAR) = ?", [_file_id(pack_id, ending, language)]).fetchone()
    if row is None:
        return None
    made = base64.b64decode(row[0])
    if hashlib.sha256(made).hexdigest() != row[1]:
        raise PackDamaged
    return made


def keep_file(cursor: Cursor, pack_id: str, ending: str, language: str, made: bytes, moment: datetime) -> bytes:
    """Keep a file of a pack; where somebody kept one before, that one stands and is returned."""
    if kept := kept_file(cursor, pack_id, ending, language):
        return kept
    [(number,)] = cursor.execute('SELECT coalesce(max("number"), 0) + 1 FROM pack_file').fetchall()
    values = [_file_id(pack_id, ending, language), pack_id, ending, language, moment, hashlib.sha256(made).hexdigest(), base64.b64encode(made).decode(), number]
    cursor.execute("INSERT INTO pack_file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    return made


def _file_id(pack_id: str, ending: str, language: str) -> str:
    return str(uuid5(UUID(pack_id), f"{ending}/{language}"))
