"""Uniqueness: what is one of its kind by nature is stored once; who writes it second is told what the first wrote."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from integration.errors import EditConflict
from integration.model.kinds import KIND_OF, RECORD_KINDS, RecordKind
from integration.model.record import Record
from integration.storage.core.database import Cursor
from integration.storage.core.rows import newest, record_of, selected

R = TypeVar("R", bound=Record)


def placed(cursor: Cursor, records: Sequence[R]) -> list[R]:
    """The records under the ids they are stored by: a new one by its natural key, one that was taken out before by its own.

    Raises EditConflict with what stands there already.
    """
    if not records or not KIND_OF[type(records[0])].unique:
        return [*records]
    kind = KIND_OF[type(records[0])]
    keys = [None if one.removed else kind.key_of(one) for one in records]
    given = [key for key in keys if key]
    if len({*given}) < len(given):
        raise EditConflict
    stored = _stored(cursor, kind, given)
    return [_placed(cursor, kind, one, key, stored.get(key)) if key else one for one, key in zip(records, keys, strict=True)]


def _placed(cursor: Cursor, kind: RecordKind, wanted: R, key: tuple[str, ...], there: Record | None) -> R:
    if there is not None and not there.removed and there.id != wanted.id:
        raise EditConflict(there)
    if wanted.version:
        return wanted
    if there is not None:
        if not there.removed:
            raise EditConflict(there)
        return replace(wanted, id=there.id, version=there.version)
    return replace(wanted, id=_free_id(cursor, kind, key))


def _free_id(cursor: Cursor, kind: RecordKind, key: tuple[str, ...]) -> str:
    turn = 0
    while cursor.execute(f"SELECT 1 FROM {kind.table} WHERE id = CAST(? AS UUID) LIMIT 1", [kind.natural_id(key, turn)]).fetchone():
        turn += 1
    return kind.natural_id(key, turn)


def _stored(cursor: Cursor, kind: RecordKind, keys: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Record]:
    """What stands under each key, or was taken out last."""
    if not keys:
        return {}
    same = " OR ".join("(" + " AND ".join(f'CAST("{name}" AS VARCHAR) = ?' for name in kind.unique) + ")" for _ in keys)
    values = [part for key in keys for part in key]
    query = f"SELECT {selected(kind.record)} FROM {newest(kind.table, None, f'id IN (SELECT id FROM {kind.table} WHERE {same})')}"
    rows = cursor.execute(f"{query} ORDER BY r.removed DESC, r.recorded_at, r.id", values).fetchall()
    found = [record_of(kind.record, row) for row in rows]
    return {key: one for one in found if (key := kind.key_of(one))}


def twins(kind: RecordKind) -> str:
    """SQL for the ids of a record (bound twice) and of whatever was stored beside it of what there is one of."""
    same = " AND ".join(f'twin."{name}" = named."{name}"' for name in kind.unique)
    joined = f"{kind.table} AS twin JOIN {kind.table} AS named ON {same}"
    return (
        f"SELECT id FROM {kind.table} WHERE CAST(id AS VARCHAR) = ?"
        f" UNION SELECT twin.id FROM {joined} WHERE CAST(named.id AS VARCHAR) = ? AND {_filled(kind, 'named')}"
    )


def doubles(cursor: Cursor, tables: Sequence[str]) -> dict[str, int]:
    """Per named table how many things that are one of their kind by nature stand there more than once; tables without are left out."""
    counted = {kind.table: _doubles(cursor, kind) for kind in RECORD_KINDS if kind.unique and kind.table in tables}
    return {table: number for table, number in counted.items() if number}


def _doubles(cursor: Cursor, kind: RecordKind) -> int:
    columns = ", ".join(f'r."{name}"' for name in kind.unique)
    twice = f"SELECT 1 FROM {newest(kind.table)} WHERE NOT r.removed AND {_filled(kind, 'r')} GROUP BY {columns} HAVING count(*) > 1"
    row = cursor.execute(f"SELECT count(*) FROM ({twice}) AS found").fetchone()
    return int(row[0]) if row else 0


def _filled(kind: RecordKind, alias: str) -> str:
    return " AND ".join(f"coalesce(CAST({alias}.\"{name}\" AS VARCHAR), '') <> ''" for name in kind.unique)
