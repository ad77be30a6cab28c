"""A proposal as a table: each row of the source, what becomes of it, and why; and what columns and answers are called."""

from typing import Any

from integration.days import day_named
from integration.i18n.formats import NOTHING, day
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.model.domain import GROUPS
from integration.views.changes.difference import field_label
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table

TONES = {"refuse": "late", "ask": "late", "skip": "muted", "same": "muted"}


def proposal_table(reader: Reader, rows: Any) -> Table:
    """The rows that would be stored or are in doubt first, as the file has them."""
    say = reader.say
    columns = (
        Column("row", say("Row"), right=True),
        Column("action", say("What happens")),
        Column("title", say("Milestone")),
        Column("fields", say("Values")),
        Column("why", say("Why")),
    )
    return Table(columns, tuple(_row(reader, one) for one in rows), nothing=say("There is no row in this file."))


def _row(reader: Reader, one: Any) -> Row:
    changed = tuple((words, "muted") for words in _fields(reader, one))
    return (one.row, Cell(one.action, action_name(reader.say, one.action), tone=TONES.get(one.action, "")), one.title, Cell("", " ", notes=changed), one.why)


def _fields(reader: Reader, one: Any) -> list[str]:
    return [f"{_label(reader.say, name)}: {_change(reader, name, value)}" for name, value in one.fields.items() if name not in ("title", "id", "milestone")]


def _label(say: Words, name: str) -> str:
    return column_name(say, name) or name


def _change(reader: Reader, name: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"{_value(reader, name, value['old'])} → {_value(reader, name, value['new'])}"
    return _value(reader, name, value)


def _value(reader: Reader, name: str, value: Any) -> str:
    if value in (None, "", []):
        return NOTHING
    if name == "domain":
        return group_name(reader.say, str(value))
    if isinstance(value, bool):
        return reader.say("yes") if value else reader.say("no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, str) and (found := day_named(value)):
        return day(found, reader.language)
    return f"{value:g}" if isinstance(value, float) else str(value)[:200]


def action_name(say: Words, action: str) -> str:
    """What becomes of a row."""
    names = {"add": say("Added"), "change": say("Changed"), "same": say("The same"), "refuse": say("Refused"), "ask": say("To ask"), "skip": say("Left out")}
    return names[action]


def column_name(say: Words, name: str) -> str:
    """What a field is called as the meaning of a column; "" where it is not offered."""
    if name in ("code", "domain", "title", "starts_on", "due_on", "forecast_on", "done_on", "credit", "weight", "waits_for", "note", "deliverable", "proof"):
        return field_label(say, name)
    if name in ("gate", "critical", "cancelled", "serves"):
        return field_label(say, name)
    own = {"id": say("Id of the source"), "status": say("Status"), "owner": say("Owner"), "duration": say("Duration"), "level": say("Outline level"),
           "promised_on": say("Baseline")}  # fmt: skip
    return own.get(name, "")


def option_name(say: Words, language: Any, option: str) -> str:
    """What an answer is called."""
    if option in GROUPS:
        return group_name(say, option)
    if found := day_named(option):
        return day(found, language)
    names = {
        "leave out": say("leave out"), "day-month": say("day first"), "month-day": say("month first"), "fraction": say("a fraction"),
        "percent": say("a percentage"), "here": say("what stands here"), "file": say("what the file says"), "all": say("all of them"),
        "cancelled": say("Cancelled"),
    }  # fmt: skip
    return names.get(option, f"{option} %" if option.isdigit() and len(option) < 4 else option)
