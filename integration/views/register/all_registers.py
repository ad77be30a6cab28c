"""The registers of all partnerships together: numbers, two matrices, whom decisions wait for, and a line per partnership."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from integration.i18n.formats import NOTHING, number
from integration.measures.exposure import HIGH, exposure
from integration.measures.portfolio import Portfolio
from integration.measures.register import Registers, matrix, waiting, waiting_days
from integration.model.partnership import ahead
from integration.views.kit.address import address
from integration.views.kit.key_figure import KeyFigure
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table
from integration.views.plan.schedule import a_day
from integration.views.register.ages import ageing_words, waiting_words
from integration.views.register.register import weight_of
from integration.views.register.steering_lines import SteeringLine, decision_lines, name_of, risk_lines

PAGE_SIZE, MOST = 50, 10


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many stand in one square, and how heavy it is."""

    probability: int
    impact: int
    count: int
    weight: str


@dataclass(frozen=True, slots=True)
class RegistersView:
    """Everything the register page across the portfolio shows."""

    figures: tuple[KeyFigure, ...]
    ages: str
    before: tuple[tuple[MatrixCell, ...], ...]
    after: tuple[tuple[MatrixCell, ...], ...]
    chances: tuple[tuple[MatrixCell, ...], ...]
    decisions: tuple[SteeringLine, ...]
    asked: tuple[tuple[str, str], ...]
    risks: tuple[SteeringLine, ...]
    lines: Table
    pages: int
    page: int


def registers_view(reader: Reader, portfolio: Portfolio, registers: Registers, page: int) -> RegistersView:
    """The page across the portfolio; partnerships with the heaviest risk come first."""
    rows, risks = portfolio.partnerships, registers.risks[registers.risks.state == "open"]
    threats, chances = risks[risks.kind == "risk"], risks[risks.kind == "opportunity"]
    counted = counted_by_partnership(reader, rows, registers)
    pages = max(1, -(-len(counted) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    open_decisions = registers.decisions[registers.decisions.decided_on.isna()]
    return RegistersView(
        _figures(reader, threats, registers, counted),
        ageing_words(reader, risks.raised_on),
        _cells(threats.probability, threats.impact),
        _cells(threats.probability_after, threats.impact_after),
        _cells(chances.probability, chances.impact),
        tuple(decision_lines(reader, rows, registers.decisions, MOST)),
        tuple(_asked(reader, open_decisions, portfolio.organisations)),
        tuple(risk_lines(reader, rows, registers.risks, MOST)),
        _lines(reader, counted.iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]),
        pages,
        page,
    )


def _cells(probability: pd.Series, impact: pd.Series) -> tuple[tuple[MatrixCell, ...], ...]:
    counts = matrix(probability, impact)
    return tuple(tuple(MatrixCell(p, i, int(counts[p - 1, i - 1]), weight_of(exposure(p, i))) for i in range(1, 6)) for p in range(5, 0, -1))


def _figures(reader: Reader, threats: pd.DataFrame, found: Registers, counted: pd.DataFrame) -> tuple[KeyFigure, ...]:
    say, summed = reader.say, waiting(found.decisions.asked_on, found.decisions.decided_on, reader.today)
    high, late = int((exposure(threats.probability, threats.impact) >= HIGH).sum()), int(counted.late.sum())

    def figure(label: str, value: int, note: str, worse: bool = False) -> KeyFigure:
        return KeyFigure(label, number(value, reader.language), "", note, worse, ())

    return (
        figure(say("Open risks"), len(threats), say("{n} of them high", n=high) if high else "", bool(high)),
        figure(say("Open issues"), int(counted.issues.sum()), ""),
        figure(say("Open actions"), int(counted.actions.sum()), say.plural("{n} overdue", "{n} overdue", late) if late else "", bool(late)),
        figure(say("Decisions that wait"), summed.waiting, waiting_words(reader, summed)),
    )


def _asked(reader: Reader, open_decisions: pd.DataFrame, names: Mapping[str, str]) -> list[tuple[str, str]]:
    days = waiting_days(open_decisions.asked_on, open_decisions.decided_on, reader.today).fillna(0)
    by_body = pd.DataFrame({"body": open_decisions.asked_of_id, "days": days}).groupby("body").days.agg(["size", "max"]).sort_values(["max"], ascending=False)
    say = reader.say
    return [
        (names.get(str(body)) or say("steering committee"), say("{n}, the longest {days}", n=int(size), days=say.days(int(longest))))
        for body, size, longest in by_body.head(MOST).itertuples()
    ]


def counted_by_partnership(reader: Reader, rows: pd.DataFrame, found: Registers) -> pd.DataFrame:
    """The partnerships with their open risks, heaviest exposure, issues, actions, overdue actions, waiting decisions and longest wait."""
    today = pd.Timestamp(reader.today)
    risks = found.risks[(found.risks.state == "open") & (found.risks.kind == "risk")]
    issues, actions = found.issues[found.issues.state == "open"], found.actions[found.actions.done_on.isna()]
    decisions = found.decisions[found.decisions.decided_on.isna()]
    late = actions[actions.due_on < today]
    counted = {"risks": risks, "issues": issues, "actions": actions, "late": late, "decisions": decisions}
    numbers = {name: _count(rows.index, frame.partnership_id) for name, frame in counted.items()}
    numbers["top"] = _most(rows.index, risks.partnership_id, exposure(risks.probability, risks.impact))
    numbers["longest"] = _most(rows.index, decisions.partnership_id, waiting_days(decisions.asked_on, decisions.decided_on, reader.today).fillna(0))
    return rows.assign(**numbers).sort_values(["top", "longest", "code"], ascending=[False, False, True])


def _count(index: pd.Index, owners: pd.Series) -> np.ndarray:
    at = index.get_indexer(pd.Index(owners))
    return np.bincount(at[at >= 0], minlength=len(index))


def _most(index: pd.Index, owners: pd.Series, values: pd.Series) -> np.ndarray:
    at, found = index.get_indexer(pd.Index(owners)), np.zeros(len(index), int)
    np.maximum.at(found, at[at >= 0], values.to_numpy(int)[at >= 0])
    return found


def registers_table(reader: Reader, portfolio: Portfolio, found: Registers) -> Table:
    """The line of every partnership."""
    return _lines(reader, counted_by_partnership(reader, portfolio.partnerships, found))


def _lines(reader: Reader, counted: pd.DataFrame) -> Table:
    say = reader.say
    columns = (
        Column("code", say("Code"), "file"),
        Column("partnership", say("Partnership")),
        Column("risks", say("Open risks")),
        Column("top", say("Heaviest exposure")),
        Column("issues", say("Open issues")),
        Column("actions", say("Open actions")),
        Column("late", say("Overdue actions"), "file"),
        Column("decisions", say("Decisions that wait")),
        Column("longest", say("Longest wait"), file_title=say("Longest wait (days)")),
        Column("meeting", say("Next meeting")),
    )
    return Table(columns, tuple(_line(reader, row) for row in counted.itertuples()))


def _line(reader: Reader, row: Any) -> Row:
    def counted(value: int, late: int = 0) -> Cell:
        words = number(int(value), reader.language) if value else NOTHING
        return Cell(int(value), f"{words} (▲ {number(int(late), reader.language)})" if late else words)

    longest = reader.say.days(int(row.longest)) if row.decisions else NOTHING
    return (
        row.code,
        Cell(name_of(reader, row), href=address(reader, "register", p=row.code)),
        counted(row.risks),
        counted(row.top),
        counted(row.issues),
        counted(row.actions, row.late),
        int(row.late),
        counted(row.decisions),
        Cell(int(row.longest), longest),
        ahead(a_day(row.next_meeting_on), reader.today),
    )
