"""Update: a partnership's open milestones as an editable table, and what an edit will change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from integration.i18n.labels import credit_name, group_name
from integration.i18n.words import Words
from integration.model.domain import GROUPS
from integration.model.plan.milestone import CREDIT_LADDER, Milestone
from integration.views.changes.changes import change_lines
from integration.views.kit.reader import Reader

EDITABLE = ("credit", "forecast_on", "done_on", "owner", "note")


def open_milestones(milestones: Sequence[Milestone]) -> list[Milestone]:
    """The milestones a lead still works on, by domain and due date."""
    wanted = [one for one in milestones if one.open]
    return sorted(wanted, key=lambda one: (one.due_on or date.max, GROUPS.index(one.domain), one.code))


def credit_choices(say: Words, milestones: Sequence[Milestone]) -> dict[str, float]:
    """The ladder's words with their credit, and any other credit that an import brought."""
    values = sorted({*map(float, CREDIT_LADDER), *(one.credit for one in milestones)})
    return {credit_name(say, value): value for value in values}


def editor_frame(reader: Reader, milestones: Sequence[Milestone], people: dict[str, str]) -> pd.DataFrame:
    """One row per milestone, indexed by id, in the words of the reader."""
    rows = [
        {
            "milestone": f"{one.code}  {one.title.reading(reader.language)}",
            "domain": group_name(reader.say, one.domain),
            "due": pd.Timestamp(one.due_on) if one.due_on else pd.NaT,
            "credit": credit_name(reader.say, one.credit),
            "forecast_on": pd.Timestamp(one.forecast_on) if one.forecast_on else pd.NaT,
            "done_on": pd.Timestamp(one.done_on) if one.done_on else pd.NaT,
            "owner": people.get(one.owner_id, ""),
            "note": str(one.note.reading(reader.language)),
        }
        for one in milestones
    ]
    frame = pd.DataFrame(rows, index=[one.id for one in milestones], columns=["milestone", "domain", "due", *EDITABLE])
    return frame.astype({"due": "datetime64[ms]", "forecast_on": "datetime64[ms]", "done_on": "datetime64[ms]"})


def edits_between(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Per milestone id, the fields whose cell differs and their new cell value; empty cells are None."""
    edits: dict[str, dict[str, Any]] = {}
    for name in EDITABLE:
        old, new = before[name], after[name].reindex(before.index)
        differs = ~((old == new) | (old.isna() & new.isna()) | (old.fillna("").eq("") & new.fillna("").eq("") if name in ("owner", "note") else False))
        for index in before.index[differs]:
            value = new[index]
            edits.setdefault(str(index), {})[name] = None if pd.isna(value) else value
    return edits


def edited_milestone(reader: Reader, seen: Milestone, cells: dict[str, Any], people: dict[str, str], credits: dict[str, float]) -> Milestone:
    """The milestone as the editor wants it."""
    owners = {name: one for one, name in people.items()}
    wanted: dict[str, Any] = {}
    for name, value in cells.items():
        if name == "credit":
            wanted["credit"] = credits.get(value, seen.credit)
        elif name == "owner":
            wanted["owner_id"] = owners.get(value or "", "")
        elif name == "note":
            wanted["note"] = seen.note.saying(reader.language, (value or "").strip())
        else:
            wanted[name] = _date(value)
    return replace(seen, **wanted)


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def will_change(reader: Reader, pairs: Sequence[tuple[Milestone, Milestone]], people: dict[str, str]) -> list[str]:
    """What saving will change, one sentence each."""
    stamped = [(before, replace(after, recorded_at=reader.now)) for before, after in pairs]
    return [line.sentence for line in change_lines(reader, stamped, people, most=200)]
