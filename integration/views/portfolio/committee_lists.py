"""For the steering committee: the next meetings, the decisions that wait longest, and the heaviest risks."""

from dataclasses import dataclass

import pandas as pd

from integration.i18n.formats import day
from integration.measures.register import Registers, waiting
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.schedule import a_day
from integration.views.register.ages import waiting_words
from integration.views.register.steering_lines import SteeringLine, decision_lines, name_of, risk_lines


@dataclass(frozen=True, slots=True)
class SteeringView:
    """Three short lists, each with how many there are in all."""

    meetings: tuple[SteeringLine, ...]
    decisions: tuple[SteeringLine, ...]
    waiting: int
    waited: str
    risks: tuple[SteeringLine, ...]


def steering_view(reader: Reader, rows: pd.DataFrame, registers: Registers, most: int = 5) -> SteeringView:
    """The lists of these partnerships (rows of the portfolio)."""
    decisions = registers.decisions[registers.decisions.partnership_id.isin(rows.index)]
    summed = waiting(decisions.asked_on, decisions.decided_on, reader.today)
    return SteeringView(
        tuple(_meetings(reader, rows, most)),
        tuple(decision_lines(reader, rows, decisions, most)),
        summed.waiting,
        waiting_words(reader, summed),
        tuple(risk_lines(reader, rows, registers.risks, most)),
    )


def _meetings(reader: Reader, rows: pd.DataFrame, most: int) -> list[SteeringLine]:
    coming = rows[rows.next_meeting_on >= pd.Timestamp(reader.today)].sort_values("next_meeting_on", kind="stable").head(most)
    return [
        SteeringLine(name_of(reader, row), day(a_day(row.next_meeting_on), reader.language), "", address(reader, "meeting", p=row.code))
        for row in coming.itertuples()
    ]
