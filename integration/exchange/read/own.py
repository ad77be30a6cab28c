"""What JSON and zipped CSV hold: our own export, or the cards of a Trello board."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from integration.errors import Problem
from integration.errors.exchange import FileDamaged, FileNotPlan, FileTooLarge
from integration.exchange.read.delimited import read_delimited
from integration.exchange.read.sheet import MOST_BYTES, Book, table
from integration.i18n.typed.cell import Cell

FORMAT = "ineen plan"
OF_TRELLO = ("id", "title", "domain", "starts_on", "due_on", "status", "note")


def read_json(data: bytes) -> Book:
    """The milestones of our own export, or a Trello board; an archived card is named and left out."""
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FileDamaged from error
    if isinstance(told, dict) and told.get("format") == FORMAT:
        return Book("json", (_ours(told),))
    if isinstance(told, dict) and isinstance(told.get("cards"), list):
        return _trello(told)
    raise FileNotPlan(what="JSON")


def _ours(told: Mapping[str, Any]) -> Any:
    rows = [one for one in told.get("milestones") or () if isinstance(one, dict)]
    names = [*dict.fromkeys(name for one in rows for name in one)]
    return table(str((told.get("partnership") or {}).get("code", "")), names, [[_cell(name, one.get(name)) for name in names] for one in rows], whole=True)


def _cell(name: str, value: Any) -> Cell:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if name.endswith("_on") and isinstance(value, str) and len(value) == 10:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value if isinstance(value, str | int | float | bool | None) else json.dumps(value)


def _trello(board: Mapping[str, Any]) -> Book:
    lists = {one.get("id"): one for one in board.get("lists") or ()}
    cards = [one for one in board["cards"] if isinstance(one, dict)]
    gone = {one.get("id") for one in lists.values() if one.get("closed")}
    kept = [one for one in cards if not one.get("closed") and one.get("idList") not in gone]
    rows: list[list[Cell]] = [
        [
            str(one.get("id", "")),
            str(one.get("name", "")),
            str(lists.get(one.get("idList"), {}).get("name", "")),
            one.get("start"),
            one.get("due"),
            "done" if one.get("dueComplete") else "",
            str(one.get("desc", "")),
        ]
        for one in kept
    ]
    unread = Problem("", "{n} archived cards were not read.", n=len(cards) - len(kept))
    return Book("trello", (table(str(board.get("name", "")), OF_TRELLO, rows),), (unread,) if len(kept) < len(cards) else ())


def read_zip(data: bytes) -> Book:
    """The milestones of our own export as zipped CSV."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inner = packed.getinfo("milestones.csv")
            if inner.file_size > MOST_BYTES:
                raise FileTooLarge(limit=MOST_BYTES // 1_000_000)
            return read_delimited(packed.read(inner), "milestones")
    except (zipfile.BadZipFile, EOFError) as error:
        raise FileDamaged from error
