"""The store as plain rows: every version of every record as a dictionary, and what was known at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Row = dict[str, Any]
RECORDS = (
    "partnership",
    "milestone",
    "baseline",
    "baseline_line",
    "depth",
    "check_in",
    "threshold",
    "risk",
    "issue",
    "action",
    "follow_up",
    "agenda_item",
    "mirror_round",
    "holiday",
)
SPOKEN = ("milestone", "depth", "check_in", "measurement", "decision", "meeting")  # what counts as an update
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Store:
    """Everything that was ever recorded, read once."""

    def __init__(self, cursor: Any) -> None:
        self.versions = {table: _rows(cursor, f'SELECT * FROM "{table}"') for table in {*RECORDS, *SPOKEN}}
        self.counts = _rows(cursor, "SELECT * FROM mirror_count")

    def known(self, table: str, moment: datetime) -> list[Row]:
        """The newest version of each thing that was recorded by a moment, without what was taken out."""
        newest: dict[str, Row] = {}
        for row in self.versions[table]:
            if row["recorded_at"] <= moment and (row["id"] not in newest or newest[row["id"]]["version"] < row["version"]):
                newest[row["id"]] = row
        return [row for row in newest.values() if not row["removed"]]

    def last_words(self, moment: datetime) -> dict[str, datetime]:
        """When something was last recorded of each partnership; the day it was made where nothing was."""
        last = {row["id"]: row["recorded_at"] for row in self.known("partnership", moment)}
        said: dict[str, datetime] = {}
        for table in SPOKEN:
            for row in self.versions[table]:
                about = row["partnership_id"]
                if row["recorded_at"] <= moment and (about not in said or said[about] < row["recorded_at"]):
                    said[about] = row["recorded_at"]
        return {one: said.get(one, made) for one, made in last.items()}


def _rows(cursor: Any, query: str) -> list[Row]:
    found = cursor.execute(query)
    names = [column[0] for column in found.description]
    return [
        {name: str(value) if name.endswith("id") and value is not None else value for name, value in zip(names, row, strict=True)} for row in found.fetchall()
    ]


def by(rows: Iterable[Row], key: str = "partnership_id") -> dict[str, list[Row]]:
    """Rows in groups of one column."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def day_in_amsterdam(moment: datetime) -> date:
    """The day of a moment that was stored in UTC."""
    return moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(AMSTERDAM).date()


def plus(day: date, days: float) -> date:
    """So many days later, halves up."""
    return day + timedelta(days=int(days + 0.5) if days >= 0 else -int(-days + 0.5))
