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

SOON, MOST = 60, 20


@dataclass(frozen=True, slots=True)
class CliffWarning:
    """One milestone before its cliff: until when a decision helps, and what slipping costs."""

    partnership: str
    subject: str
    before: date
    before_words: str
    cost: str
    passed: bool
    href: str
    code: str = ""


def cliff_warnings(reader: Reader, cliffs: pd.DataFrame, rows: pd.DataFrame) -> list[CliffWarning]:
    """The milestones that slip past a school-year start, or of which the last day to decide is near; earliest first."""
    return _said(reader, _wanted(reader, cliffs, rows), rows)


def _wanted(reader: Reader, cliffs: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    near = pd.Timestamp(reader.today) + pd.Timedelta(days=SOON)
    wanted = cliffs[cliffs.partnership.isin(rows.index) & ((cliffs.effective > 0) | (cliffs.decide_before <= near))]
    return wanted.sort_values(["decide_before", "effective", "code"], ascending=[True, False, True])


def first_cliff_warnings(reader: Reader, cliffs: pd.DataFrame, rows: pd.DataFrame) -> list[tuple[CliffWarning, int]]:
    """The earliest decision of every partnership, at most MOST, and how many more that partnership has."""
    wanted = _wanted(reader, cliffs, rows)
    counts = wanted.groupby("partnership", sort=False).size()
    first = wanted.drop_duplicates("partnership").head(MOST)
    return [(one, int(counts[owner]) - 1) for one, owner in zip(_said(reader, first, rows), first.partnership, strict=True)]


def _said(reader: Reader, wanted: pd.DataFrame, rows: pd.DataFrame) -> list[CliffWarning]:
    near = rows.loc[[*dict.fromkeys(wanted.partnership)]]
    known: Mapping[Any, Any] = {row.Index: row for row in near[["code", "name_nl", "name_en"]].itertuples()}
    return [_decision(reader, one, known[one.partnership]) for one in wanted.itertuples()]


def _decision(reader: Reader, cliff: Any, row: Any) -> CliffWarning:
    before = a_day(cliff.decide_before) or reader.today
    title = Text(cliff.title_nl, cliff.title_en).reading(reader.language)
    return CliffWarning(
        partnership=str(Text(row.name_nl, row.name_en).reading(reader.language)),
        subject=f"{group_name(reader.say, cliff.domain)}: ‘{title}’",
        before=before,
        before_words=day_in_full(before, reader.language),
        cost=_cost(reader, cliff),
        passed=before < reader.today,
        href=address(reader, "partnership", p=row.code, history=f"milestone.{cliff.code}"),
        code=cliff.code,
    )


def _cost(reader: Reader, cliff: Any) -> str:
    say = reader.say
    target = say("school year of {day}", day=day(a_day(cliff.target), reader.language))
    if cliff.effective <= 0:
        return f"{say('on time so far')}, {target}"
    late, cost = say.plural("{n} day late", "{n} days late", int(cliff.slip)), say.plural("costs {n} day", "costs {n} days", int(cliff.effective))
    return f"{late}, {cost} · {target}"
