"""Decide before: what will miss the school year unless somebody decides, earliest day first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from integration.i18n.formats import day, day_in_full
from integration.i18n.labels import group_name
from integration.model.text import Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.schedule import a_day

MOST = 20
TOLD = ["partnership", "domain", "code", "title_nl", "title_en", "state", "decide_before", "target", "reached", "expected", "late", "effective"]


@dataclass(frozen=True, slots=True)
class CliffWarning:
    """One milestone before its cliff: until when a decision helps and in which meeting, or that it is missed (no `before`), and what that costs."""

    partnership: str
    subject: str
    before: date | None
    before_words: str
    cost: str
    passed: bool
    href: str
    code: str = ""

    @property
    def missed(self) -> bool:
        """Whether no decision brings it back any more."""
        return self.before is None or self.passed


def cliff_warnings(reader: Reader, cliffs: pd.DataFrame, rows: pd.DataFrame) -> list[CliffWarning]:
    """The milestones that missed their school-year start, will, or of which the last day to decide is near; the missed first, then the earliest."""
    return _warnings(reader, _wanted(cliffs, rows), rows)


def _wanted(cliffs: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    # What is told of each, as picking rows costs by the column.
    wanted = cliffs.loc[cliffs.partnership.isin(rows.index), TOLD]
    return wanted.sort_values(["decide_before", "effective", "code"], ascending=[True, False, True], na_position="first")


def first_cliff_warnings(reader: Reader, cliffs: pd.DataFrame, rows: pd.DataFrame) -> list[tuple[CliffWarning, int]]:
    """The first warning of every partnership, at most MOST, and how many more that partnership has."""
    wanted = _wanted(cliffs, rows)
    counts = wanted.groupby("partnership", sort=False).size()
    first = wanted.drop_duplicates("partnership").head(MOST)
    return [(one, int(counts[owner]) - 1) for one, owner in zip(_warnings(reader, first, rows), first.partnership, strict=True)]


def _warnings(reader: Reader, wanted: pd.DataFrame, rows: pd.DataFrame) -> list[CliffWarning]:
    near = rows.loc[[*dict.fromkeys(wanted.partnership)]]
    known: Mapping[Any, Any] = {row.Index: row for row in near[["code", "name_nl", "name_en", "next_meeting_on"]].itertuples()}
    return [_warning(reader, one, known[one.partnership]) for one in wanted.itertuples()]


def _warning(reader: Reader, one: Any, row: Any) -> CliffWarning:
    before, title = a_day(one.decide_before), Text(one.title_nl, one.title_en).reading(reader.language)
    return CliffWarning(
        partnership=str(Text(row.name_nl, row.name_en).reading(reader.language)),
        subject=f"{group_name(reader.say, one.domain)}: ‘{title}’",
        before=before,
        before_words=_before(reader, before, a_day(one.target), a_day(row.next_meeting_on)),
        cost=_cost(reader, one),
        passed=before is not None and before < reader.today,
        href=address(reader, "partnership", p=row.code, at=f"milestone.{one.code}"),
        code=one.code,
    )


def _before(reader: Reader, before: date | None, target: date | None, meeting: date | None) -> str:
    if before is None:
        return reader.say("missed the school year of {day}", day=day(target, reader.language))
    when = day_in_full(before, reader.language)
    if meeting and reader.today <= meeting <= before:
        return reader.say("{day}, at the steering meeting of {meeting}", day=when, meeting=day(meeting, reader.language))
    return when


def _cost(reader: Reader, one: Any) -> str:
    say, reached = reader.say, one.reached.year
    years = f"{reached}–{(reached + 1) % 100:02d}"
    if one.state == "near":
        return say("no expected date yet, school year of {day}", day=day(a_day(one.target), reader.language))
    late = say.plural("{n} day late", "{n} days late", int(one.late)) if one.late else ""
    moves = say("moves to school year {years}", years=years)
    expected = say("expected {day}", day=day(a_day(one.expected), reader.language)) if one.state == "will miss" else ""
    return " · ".join(filter(None, (expected, late, moves)))
