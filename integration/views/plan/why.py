"""Why this colour: the rules that fired in words, the milestones that fired them, and the formula with its inputs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from integration.i18n.formats import NOTHING, day, number
from integration.measures.colour import fired_rules
from integration.model.plan.milestone import Milestone
from integration.model.threshold import Thresholds
from integration.rounding import half_up
from integration.views.kit.reader import Reader
from integration.views.plan.milestone import due_words, forecast_words
from integration.views.plan.verdict import cancelled_words, fired_by, rules_in_words

UNLIKELY, MOST = 1.10, 8


@dataclass(frozen=True, slots=True)
class Why:
    """What opens behind a colour: rules, milestones (`more` says how many are left out), and terms with value and how it is reckoned."""

    rules: tuple[str, ...]
    milestones: tuple[str, ...]
    more: str
    terms: tuple[tuple[str, str, str], ...]


def why_of(reader: Reader, row: Any, limits: Thresholds, milestones: Sequence[Milestone]) -> Why:
    """What is behind the colour of one row of measures.plan.plan_against_reality."""
    fired = fired_by(fired_rules(row.fired), milestones, limits, reader.today)
    worst = sorted(fired, key=lambda one: (-one.days_late(reader.today), one.code))
    rest = len(worst) - MOST
    more = reader.say.plural("{n} more", "{n} more", rest) if rest > 0 else ""
    rules = rules_in_words(reader.say, row, limits)
    return Why(rules, tuple(_named(reader, one) for one in worst[:MOST]), more, tuple(_terms(reader, row)))


def _named(reader: Reader, one: Milestone) -> str:
    late = one.days_late(reader.today)
    words = reader.say.plural("{n} day late", "{n} days late", late) if late else forecast_words(reader, one)
    if not words and one.promise != one.due_on:
        words = due_words(reader, one)
    return " · ".join(filter(None, (f"{one.code} {one.title.reading(reader.language)}", words)))


def _terms(reader: Reader, row: Any) -> list[tuple[str, str, str]]:
    say, language = reader.say, reader.language
    if row.behind != row.behind:
        return []

    def two(value: float) -> str:
        return NOTHING if value != value else number(half_up(value, 2), language, 2)

    def whole(value: float) -> str:
        return number(value, language)

    behind = say("{days} behind") if row.behind >= 0 else say("{days} ahead")
    inputs = {"es": whole(row.es), "at": whole(row.at), "pd": whole(row.pd)}
    pace = say("{es} days earned ÷ {at} days since the start ({day})", **inputs, day=_day(reader, row.start))
    passed = say("{at} days since the start − {es} earned", **inputs)
    if row.complete:
        last = row.start + pd.Timedelta(days=row.at)
        pace = say(
            "{es} days earned ÷ {at} days from the start ({day}) to the last delivery ({last})", **inputs, day=_day(reader, row.start), last=_day(reader, last)
        )
        passed = say("{at} days to the last delivery − {es} earned", **inputs)
    needed = say("({pd} days planned − {es} earned) ÷ ({pd} − {at} days since the start)", **inputs)
    if row.past_end == row.past_end:
        pace = needed = say("after the planned end there is no pace")
    unlikely = say("above {limit}: catching up is unlikely", limit=number(UNLIKELY, language, 2)) if half_up(row.tspi, 2) > UNLIKELY else ""
    counted = behind.format(days=say.days(abs(round(row.behind))))
    earned = say("the day by which what is delivered was planned to be there; dates count, not shares between them")
    if row.complete and row.agreed_cancelled and row.behind < 0:
        # What was given up is no success, so no pace is told of the rest.
        return [(say("Pace, SPI(t)"), NOTHING, cancelled_words(say, row))]
    rest = [(say("Pace needed, TSPI"), two(row.tspi), " · ".join(filter(None, (needed, unlikely))))]
    return [
        (say("Pace, SPI(t)"), two(row.spi), pace),
        *(rest if not row.complete else []),
        (say("Behind") if row.behind >= 0 else say("Ahead"), counted, passed),
        (say("Earned"), _day(reader, row.earned_on), earned),
    ]


def _day(reader: Reader, value: Any) -> str:
    found: date | None = None if pd.isna(value) else pd.Timestamp(value).date()
    return day(found, reader.language)
