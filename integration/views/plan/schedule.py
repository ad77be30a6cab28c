"""Plan against reality in plain words: how far behind, and when it will be done."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from integration.i18n.formats import NOTHING, day, number
from integration.model.threshold import Thresholds
from integration.views.kit.reader import Reader
from integration.views.plan.verdict import Verdict, verdict_of

UNLIKELY = 1.10


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """One partnership's schedule: the computed colour, one sentence, the finish as a range, and the numbers behind them."""

    verdict: Verdict
    sentence: str
    finish: str
    numbers: tuple[tuple[str, str, str], ...]


def schedule_view(reader: Reader, row: Any, limits: Thresholds) -> ScheduleView:
    """The schedule of one row of measures.plan.plan_against_reality.Timed.partnerships."""
    return ScheduleView(verdict_of(reader.say, row, limits), _sentence(reader, row), _finish(reader, row), tuple(_numbers(reader, row)))


def a_day(value: Any) -> date | None:
    """A frame's date as a day, or None."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def _sentence(reader: Reader, row: Any) -> str:
    say, language = reader.say, reader.language
    begins = a_day(row.start)
    if not row.planned or begins is None:
        return say("Nothing is planned yet, so there is nothing to compare with.")
    if row.complete and row.behind != row.behind:
        return say("Everything is delivered, on the day that was planned.")
    if row.behind != row.behind:
        if begins >= reader.today:
            return say("The programme begins on {day}; there is nothing to compare yet.", day=day(begins, language))
        return say("Everything is planned on one day, so there is no pace to compare.")
    days, first = round(row.behind), day(a_day(row.first_open), language)
    counted = say.plural("{n} day", "{n} days", abs(days))
    if row.complete:
        return _completed(reader, days, counted)
    if days > 0:
        return say("The first thing not yet delivered was due on {day}; we are {days} behind.", day=first, days=counted)
    if days < 0:
        return say("More was delivered than was due: we are {days} ahead. The next thing is due on {day}.", day=first, days=counted)
    if row.overdue:
        return say("By weight we are on plan, but the first thing not yet delivered was due on {day}.", day=first)
    return say("Exactly on plan. The next thing is due on {day}.", day=first)


def _completed(reader: Reader, days: int, counted: str) -> str:
    say = reader.say
    if days == 0:
        return say("Everything is delivered, on the day that was planned.")
    return (
        say("Everything is delivered, {days} after the plan.", days=counted)
        if days > 0
        else say("Everything is delivered, {days} before the plan.", days=counted)
    )


def _finish(reader: Reader, row: Any) -> str:
    say, language = reader.say, reader.language
    if row.complete or not row.planned or row.behind != row.behind:
        return ""
    lead = a_day(row.lead_finish)
    ends = [one for one in (a_day(row.by_pace), a_day(row.by_plan), lead) if one]
    by_lead = say("the lead’s own date is {day}", day=day(lead, language)) if lead else ""
    if row.runaway:
        return " · ".join(filter(None, (say("The end cannot be forecast: at this pace it would take more than three times as long"), by_lead)))
    if a_day(row.by_pace) is None:
        return " · ".join(filter(None, (_too_early(reader, row), by_lead)))
    first, last = min(ends), max(ends)
    if first == last:
        return say("Finished on {day} by every way of counting", day=day(first, language))
    return say(
        "Finished between {first} and {last}: at today’s pace {pace}, with the rest as planned {plan}, by the lead {lead}",
        first=day(first, language),
        last=day(last, language),
        pace=day(a_day(row.by_pace), language),
        plan=day(a_day(row.by_plan), language),
        lead=day(lead, language),
    )


def _too_early(reader: Reader, row: Any) -> str:
    begins, tenth = a_day(row.start), timedelta(days=round(row.pd * 0.1))
    if begins and begins + tenth > reader.today:
        return reader.say("Too early to forecast: wait until a tenth of the programme is over, on {day}", day=day(begins + tenth, reader.language))
    return reader.say("Too early to forecast: nothing was due yet")


def _numbers(reader: Reader, row: Any) -> list[tuple[str, str, str]]:
    say, language = reader.say, reader.language

    def two(value: float) -> str:
        return NOTHING if value != value else number(value, language, 2)

    note = say("above {limit}: catching up is unlikely", limit=number(UNLIKELY, language, 2)) if row.tspi > UNLIKELY else ""
    behind = NOTHING if row.behind != row.behind else say.plural("{n} day", "{n} days", round(row.behind))
    return [
        (say("Pace, SPI(t)"), two(row.spi), ""),
        (say("Behind"), behind.replace("-", "−"), ""),
        (say("Pace needed, TSPI"), two(row.tspi), note),
        (say("Planned end"), day(a_day(row.planned_end), language), ""),
    ]
