"""Decisions that wait longest and the heaviest risks of several partnerships, a line each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from integration.i18n.formats import day
from integration.measures.exposure import exposure
from integration.measures.register import waiting_days
from integration.model.text import Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.schedule import a_day
from integration.views.register.register import weight_of


@dataclass(frozen=True, slots=True)
class SteeringLine:
    """One line: whose, what, a few words about it, and where it is."""

    name: str
    title: str
    about: str
    href: str
    mark: str = ""
    weight: str = ""


def name_of(reader: Reader, row: Any) -> str:
    """The name of a partnership's row."""
    return str(Text(row.name_nl, row.name_en).reading(reader.language))


def decision_lines(reader: Reader, rows: pd.DataFrame, decisions: pd.DataFrame, most: int) -> list[SteeringLine]:
    """The decisions that wait, the longest first."""
    known = decisions[decisions.decided_on.isna() & decisions.partnership_id.isin(rows.index)]
    known = known.assign(days=waiting_days(known.asked_on, known.decided_on, reader.today).fillna(0)).sort_values("days", ascending=False, kind="stable")
    return [_decision_line(reader, rows.loc[str(one.partnership_id)], one) for one in known.head(most).itertuples()]


def _decision_line(reader: Reader, owner: Any, one: Any) -> SteeringLine:
    say, needed = reader.say, a_day(one.needed_by)
    about = say.plural("waits {n} day", "waits {n} days", int(one.days))
    about += f" · {say('needed by {day}', day=day(needed, reader.language))}" if needed else ""
    where = address(reader, "register", p=owner.code, show="decisions", at=one.id)
    return SteeringLine(name_of(reader, owner), _title(reader, one), about, where, "!" if _past(needed, reader.today) else "")


def risk_lines(reader: Reader, rows: pd.DataFrame, risks: pd.DataFrame, most: int) -> list[SteeringLine]:
    """The open risks (opportunities left out), the heaviest first."""
    known = risks[(risks.state == "open") & (risks.kind == "risk") & risks.partnership_id.isin(rows.index)]
    known = known.assign(score=exposure(known.probability, known.impact), rest=exposure(known.probability_after, known.impact_after))
    heaviest = known.sort_values(["score", "rest"], ascending=False, kind="stable").head(most)
    return [_risk_line(reader, rows.loc[str(one.partnership_id)], one) for one in heaviest.itertuples()]


def _risk_line(reader: Reader, owner: Any, one: Any) -> SteeringLine:
    about = reader.say("exposure {words}", words=f"{one.score} → {one.rest}")
    where = address(reader, "register", p=owner.code, at=one.id)
    return SteeringLine(name_of(reader, owner), _title(reader, one), about, where, str(one.score), weight_of(int(one.score)))


def _title(reader: Reader, one: Any) -> str:
    return str(Text(one.title_nl, one.title_en).reading(reader.language))


def _past(needed: date | None, today: date) -> bool:
    return needed is not None and needed < today
