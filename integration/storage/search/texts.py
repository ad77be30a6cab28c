"""The words of every record of a kind, gathered for searching, and the records that were found."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from integration.model.record import Record
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import PLANS, TABLES, newest

R = TypeVar("R", bound=Record)
Words = tuple[str, ...]


def words_of(cursor: Cursor, kind: type[Record], about: str, parts: Sequence[Sequence[str]], as_of: datetime | None = None) -> list[Words]:
    """Of every record its id, the partnership it is about (in the column `about`), and the words of these groups of fields; the oldest first."""
    groups = ", ".join(f"concat_ws(' ', {', '.join(_columns(kind, names))})" if names else "''" for names in parts)
    query = f"""
        SELECT CAST(r.id AS VARCHAR), CAST(r.{about} AS VARCHAR), {groups}
        FROM {newest(TABLES[kind], as_of)} WHERE NOT r.removed ORDER BY n.born, r.id
    """
    return cursor.execute(query, [as_of] if as_of else []).fetchall()


def _columns(kind: type[Record], names: Sequence[str]) -> list[str]:
    shapes = dict(PLANS[kind])
    return [f'r."{name}{ending}"' for name in names for ending in (("_nl", "_en") if shapes[name] == "text" else ("",))]


def records_by_id(cursor: Cursor, kind: type[R], ids: Sequence[str], as_of: datetime | None = None) -> dict[str, R]:
    """The newest versions of these records, by id."""
    found = latest(cursor, kind, as_of, "id IN (SELECT unnest(CAST(? AS UUID[])))", [[*ids]]) if ids else []
    return {one.id: one for one in found}
