"""Belonging: a write about one partnership puts nothing into another, and no record ever moves to another."""

from collections.abc import Sequence

from integration.errors import NotShared
from integration.model.kinds import KIND_OF, PARENTS, RecordKind
from integration.model.record import Record
from integration.storage.core.database import Cursor, Writing


def refuse_others(writing: Writing, records: Sequence[Record]) -> None:
    """Raise NotShared where a record of one kind is, was, or hangs on something of another partnership than this write is about."""
    if not records:
        return
    kind = KIND_OF[type(records[0])]
    if kind.about and writing.within is not None and not {getattr(one, kind.about) for one in records} <= writing.within:
        raise NotShared
    if kind.about == "partnership_id":
        before = _owners(writing.cursor, kind, [one.id for one in records if one.version])
        if any(before.get(one.id, one.partnership_id) != one.partnership_id for one in records):  # type: ignore[attr-defined]
            raise NotShared
    if writing.within is not None:
        for field, parent in PARENTS.items():
            named = sorted({getattr(one, field, "") for one in records} - {""})
            found = _owners(writing.cursor, KIND_OF[parent], named)
            if not {found.get(one) for one in named} <= writing.within:
                raise NotShared


def _owners(cursor: Cursor, kind: RecordKind, ids: Sequence[str]) -> dict[str, str]:
    """The partnership of each of these records, by id; those that are not stored are left out."""
    if not ids:
        return {}
    marks = ", ".join("CAST(? AS UUID)" for _ in ids)
    query = f"SELECT DISTINCT CAST(id AS VARCHAR), CAST({kind.about} AS VARCHAR) FROM {kind.table} WHERE id IN ({marks})"
    return dict(cursor.execute(query, list(ids)).fetchall())
