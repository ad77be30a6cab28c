"""Plan against reality in plain words: what is delivered beside what was planned, how far behind, and when it will be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

import pandas as pd

from integration.i18n.formats import NOTHING, day, percent
from integration.i18n.words import Words
from integration.measures.plan.schedule import EARLY_SHARE
from integration.model.plan.milestone import Milestone
from integration.model.threshold import Thresholds
from integration.rounding import HAIR
from integration.views.kit.reader import Reader
from integration.views.plan.verdict import Verdict, cancelled_words, pair_words, verdict_of
from integration.views.plan.why import Why, why_of


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """One partnership's schedule: its colour, the headline pair, where it is, when it ends (`end` in short), what a board must not miss, numbers, and why."""

    verdict: Verdict
    headline: str
    sentence: str
    finish: str
    notes: tuple[str, ...]
    numbers: tuple[tuple[str, str, str], ...]
    why: Why
    end: str = ""


def schedule_view(reader: Reader, row: Any, limits: Thresholds, milestones: Sequence[Milestone] = (), under_way: float | None = None) -> ScheduleView:
    """The schedule of one row of measures.plan.plan_against_reality.Timed.partnerships; `under_way` is progress with part credit, 0–100."""
    return ScheduleView(
        verdict=verdict_of(reader.say, row, limits),
        headline=pair_words(reader.say, row),
        sentence=" ".join(_sentences(reader, row, milestones)),
        finish=_finish(reader, row),
        notes=tuple(_notes(reader, row)),
        numbers=tuple(_numbers(reader, row, under_way)),
        why=why_of(reader, row, limits, milestones),
        end=_end(reader, row),
    )


def a_day(value: Any) -> date | None:
    """A frame's date as a day, or None."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def oldest_open(reader: Reader, milestones: Sequence[Milestone]) -> str:
    """The open milestone whose promise is longest past, in a sentence; empty where none is late."""
    late = [one for one in milestones if one.days_late(reader.today)]
    if not late:
        return ""
    first = max(late, key=lambda one: (one.days_late(reader.today), one.code))
    days = reader.say.days(first.days_late(reader.today))
    title = f"{first.code} {first.title.reading(reader.language)}"
    return reader.say("The oldest open promise is ‘{title}’, {day}, {days} late.", title=title, day=day(first.promise, reader.language), days=days)


def _sentences(reader: Reader, row: Any, milestones: Sequence[Milestone]) -> Iterator[str]:
    say, begins = reader.say, a_day(row.start)
    if not row.planned or begins is None:
        gone = row.based and row.agreed and row.agreed == row.agreed_cancelled
        if gone:
            yield say("Nothing that was promised is left, so there is nothing to compare with.")
        elif milestones and all(one.cancelled for one in milestones):
            yield say("Everything that was planned was cancelled, so there is nothing to compare with.")
        else:
            yield say("Nothing is planned yet, so there is nothing to compare with.")
    elif row.complete:
        yield _completed(reader, row)
    elif row.behind != row.behind:
        if begins >= reader.today:
            yield say("The programme begins on {day}; there is nothing to compare yet.", day=day(begins, reader.language))
        else:
            yield say("Everything is planned on one day, so there is no pace to compare.")
    else:
        yield from _running(reader, row)
    if oldest := oldest_open(reader, milestones):
        yield oldest


def _running(reader: Reader, row: Any) -> Iterator[str]:
    say, language, days = reader.say, reader.language, round(row.behind)
    counted, planned = say.days(abs(days)), day(a_day(row.earned_on), language)
    if days > 0 and row.ev == 0:
        yield say("Nothing is delivered yet; the first of it was planned for {day}: {days} behind.", day=planned, days=counted)
    elif days > 0:
        yield say("What is delivered was planned to be there by {day}: {days} behind.", day=planned, days=counted)
    elif days < 0:
        yield say("More is delivered than was planned by now: {days} ahead.", days=counted)
    else:
        yield say("By weight we are on plan.") if row.overdue else _on_the_day(reader, row)
    following = a_day(row.first_open)
    if following and following >= reader.today:
        yield say("The next promise is {day}.", day=day(following, language))


def _on_the_day(reader: Reader, row: Any) -> str:
    # Nothing may be late and yet the lead expect the end long after the promise, so this praises nothing.
    say, following = reader.say, a_day(row.first_open)
    if not row.pv:
        return say("Nothing was promised by today.")
    # As much may be delivered as was promised, and yet not the same.
    open_today = following is not None and following <= reader.today
    return say("What is due today is not delivered yet.") if open_today else say("What was promised by today is delivered.")


def _completed(reader: Reader, row: Any) -> str:
    say = reader.say
    if row.open:
        return say.plural(
            "Everything of the baseline is delivered; {n} milestone outside it is still open.",
            "Everything of the baseline is delivered; {n} milestones outside it are still open.",
            int(row.open),
        )
    # What was given up is no success, so nothing is said of being early.
    if row.agreed_cancelled:
        return say("Everything that is left is delivered.")
    days = 0 if row.behind != row.behind else round(row.behind)
    counted = say.days(abs(days))
    if days == 0:
        return say("Everything is delivered, on the day that was planned.")
    return (
        say("Everything is delivered, {days} after the plan.", days=counted)
        if days > 0
        else say("Everything is delivered, {days} before the plan.", days=counted)
    )


def _finish(reader: Reader, row: Any) -> str:
    say, language = reader.say, reader.language
    # What has ended, or is integrated, is on its way to no end any more.
    if not row.active or not row.open or row.complete or not row.planned:
        return ""
    lead = a_day(row.lead_finish)
    if row.past_end == row.past_end:
        return _past_end(reader, int(row.past_end), lead)
    by_lead = say("the lead expects {day}", day=day(lead, language)) if lead else say("the lead gives no date that is still to come")
    if row.behind != row.behind:
        return ""
    if row.runaway:
        return f"{say('The end cannot be forecast: at this pace it would take more than three times as long')} · {by_lead}"
    pace, plan = a_day(row.by_pace), a_day(row.by_plan)
    if pace is None or plan is None:
        return f"{_too_early(reader, row)} · {by_lead}"
    ends = [one for one in (pace, plan, lead) if one]
    if min(ends) == max(ends):
        return say("Expected to be finished on {day} by every way of counting", day=day(pace, language))
    return say(
        "Expected to be finished between {first} and {last}: at today’s pace {pace}, with the rest as planned {plan}, by the lead {lead}",
        **{name: day(value, language) for name, value in (("first", min(ends)), ("last", max(ends)), ("pace", pace), ("plan", plan), ("lead", lead))},
    )


def _end(reader: Reader, row: Any) -> str:
    """When it ends as one range, where the ways to forecast it differ; else all that is said of it."""
    ways = [one for one in (a_day(row.by_pace), a_day(row.by_plan), a_day(row.lead_finish)) if one]
    known = row.active and row.open and not row.complete and row.planned and row.past_end != row.past_end and row.behind == row.behind and not row.runaway
    if not known or pd.isna(row.by_pace) or pd.isna(row.by_plan) or min(ways) == max(ways):
        return _finish(reader, row)
    first, last = (day(one, reader.language) for one in (min(ways), max(ways)))
    return reader.say("Expected to be finished between {first} and {last}", first=first, last=last)


def _past_end(reader: Reader, days: int, lead: date | None) -> str:
    say = reader.say
    passed = say.plural("The planned end passed {n} day ago", "The planned end passed {n} days ago", days) if days else say("The planned end is today")
    return f"{passed}; " + (say("the lead expects {day}", day=day(lead, reader.language)) if lead else say("give a new date"))


def _too_early(reader: Reader, row: Any) -> str:
    begins, tenth = a_day(row.start), timedelta(days=ceil(row.pd * EARLY_SHARE - HAIR))
    if begins and begins + tenth > reader.today:
        return reader.say("Too early to forecast: wait until a tenth of the programme is over, on {day}", day=day(begins + tenth, reader.language))
    return reader.say("Too early to forecast: nothing was due yet")


def _notes(reader: Reader, row: Any) -> Iterator[str]:
    say = reader.say
    if row.based and row.agreed == row.agreed_cancelled:
        yield say("Nothing of the baseline is left; set a new one. Until then what is planned is judged on its due dates.")
    elif words := cancelled_words(say, row):
        yield f"{words}."
    moved = getattr(row, "end_moved", 0)
    if moved and moved == moved:
        days = say.days(abs(int(moved)))
        later = say("The planned end moved {days} since the first baseline.", days=days)
        yield later if moved > 0 else say("The planned end moved {days} forward since the first baseline.", days=days)
    yield from _moved_promises(say, row)
    yield from _moved_start(reader, row)
    if row.passed_forecasts:
        yield say.plural(
            "Of {n} open milestone the lead’s date has passed; give a new one.",
            "Of {n} open milestones the lead’s date has passed; give new ones.",
            int(row.passed_forecasts),
        )


def _moved_promises(say: Words, row: Any) -> Iterator[str]:
    """What newer baselines did to the first promises, beyond the planned end: they would hide what is late, and what was left out."""
    later, most, dropped, first = (getattr(row, name, 0) for name in ("later", "later_most", "dropped", "first_count"))
    # As far as the end moved they may have moved with it.
    if later and most > max(row.end_moved, 0):
        yield say.plural(
            "{n} promise is later than in the first baseline, by {days}.",
            "{n} promises are later than in the first baseline, by up to {days}.",
            int(later),
            days=say.days(int(most)),
        )
    if dropped:
        yield say("{dropped} of the {first} milestones of the first baseline are promised no more.", dropped=int(dropped), first=int(first))


def _moved_start(reader: Reader, row: Any) -> Iterator[str]:
    """What a changed programme start did to the pace: it is counted from the start, so that an earlier one would hide what is late."""
    say, language = reader.say, reader.language
    first, promised, now = (a_day(getattr(row, name, None)) for name in ("first_start", "promised_start", "starts_on"))
    counted = promised or now
    if first and counted and first != counted:
        yield say("The programme start was moved from {first} to {now}.", first=day(first, language), now=day(counted, language))
    if promised and now and promised != now:
        days = {"now": day(now, language), "promised": day(promised, language)}
        yield say("The programme start is {now} now; the pace counts from {promised}, the start when the plan was promised.", **days)
    if getattr(row, "start_missing", False) and row.based and not promised and now:
        yield say("The programme start {day} was given after the plan was promised.", day=day(now, language))


def _numbers(reader: Reader, row: Any, under_way: float | None) -> list[tuple[str, str, str]]:
    say, language = reader.say, reader.language
    counts = NOTHING if under_way is None else say("counts {share}", share=percent(under_way, language))
    return [
        (say("Delivered"), percent(row.delivered, language), ""),
        (say("Planned by now"), percent(row.due, language), ""),
        (say("Work under way"), counts, "" if under_way is None or under_way != under_way else say("mean of the domains")),
        (say("Planned end"), day(a_day(row.planned_end), language), ""),
    ]
