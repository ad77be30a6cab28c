"""Links as a table to download."""

from collections.abc import Mapping, Sequence
from typing import Any

from integration.days import day_of
from integration.i18n.labels import part_name
from integration.views.kit.reader import Reader
from integration.views.kit.table import Column, Row, Table


def link_table(reader: Reader, listed: Sequence[Any], names: Mapping[str, str]) -> Table:
    """One row per link, with real moments; the secret itself is known to nobody."""
    say = reader.say
    columns = (
        Column("page", say("Page")),
        Column("partnerships", say("Partnerships")),
        Column("frozen", say("Frozen on")),
        Column("last", say("Last day")),
        Column("hides", say("Left out")),
        Column("pin", say("PIN")),
        Column("state", say("State")),
        Column("opened", say("Opened")),
        Column("last_opened", say("Last opened")),
        Column("maker", say("Made by")),
        Column("made", say("Made on")),
        Column("note", say("Note")),
    )
    return Table(columns, tuple(_row(reader, one, names) for one in listed))


def _row(reader: Reader, one: Any, names: Mapping[str, str]) -> Row:
    say, link = reader.say, one.link
    return (
        link.page,
        ", ".join(names.get(each, "") for each in link.partnerships[:20]),
        link.as_of,
        day_of(link.expires_at),
        ", ".join(part_name(say, part) for part in link.hides),
        say("yes") if link.pin_hash else say("no"),
        say("paused") if link.state == "paused" else say("ended") if not link.opens(reader.now) else say("open"),
        one.opened,
        one.last_opened,
        one.maker,
        link.made_at,
        link.note,
    )
