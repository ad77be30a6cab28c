"""Ripple in words: what moves along when milestones move, and what that does to the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from integration.days import in_reach
from integration.i18n.formats import day
from integration.i18n.labels import group_name, partners_together
from integration.measures.plan.critical_path import circle
from integration.measures.plan.ripple import Stretch, ripple
from integration.model.plan.milestone import Milestone, school_year_start
from integration.views.kit.reader import Reader


@dataclass(frozen=True, slots=True)
class Moved:
    """One milestone that moves."""

    code: str
    words: str
    cliff: str


@dataclass(frozen=True, slots=True)
class RippleView:
    """What moves along, and when everything is expected to be done, before and after."""

    moved: tuple[Moved, ...]
    forecasts: Mapping[str, date]
    finish: str
    problem: str = ""


def stretches(milestones: Sequence[Milestone], today: date) -> dict[str, Stretch]:
    """The plan as measures.plan.ripple and measures.plan.simulation read it, by milestone code; undated and cancelled milestones are left out."""
    found = {}
    for one in milestones:
        expected = one.expected(today)
        if expected and not one.cancelled:
            found[one.code] = Stretch(_begins(one, expected), expected, one.waits_for, one.done)
    return found


def promised_stretches(milestones: Sequence[Milestone]) -> dict[str, Stretch]:
    """The plan as it was promised, by milestone code; what is done stands where it was delivered."""
    found = {}
    for one in milestones:
        ends = (one.done_on or one.promise) if one.done else one.promise
        if ends and not one.cancelled:
            found[one.code] = Stretch(min(one.starts_on or ends, ends), ends, one.waits_for, one.done)
    return found


def _begins(one: Milestone, expected: date) -> date:
    begins = min(one.starts_on or expected, expected)
    if one.credit > 0 or one.due_on is None or one.starts_on is None:
        return begins
    # What has not begun and is expected later than planned begins later too: it takes as long as was planned.
    return max(begins, expected - (one.due_on - one.starts_on))


def ripple_view(reader: Reader, milestones: Sequence[Milestone], moved: Mapping[str, date], bodies: Mapping[str, str]) -> RippleView:
    """What follows from moving the milestones with these codes to these days; they themselves are not listed."""
    if not all(map(in_reach, moved.values())):
        return RippleView((), {}, "", reader.say("Choose a date between 2000 and 2100."))
    plan = stretches(milestones, reader.today)
    around = circle({code: one.waits_for for code, one in plan.items()})
    if around:
        return RippleView((), {}, "", reader.say("These milestones wait for each other in a circle: {circle}.", circle=" → ".join(around)))
    found = ripple(plan, {code: when for code, when in moved.items() if code in plan})
    follows = {code: when for code, when in found.items() if code not in moved}
    known = {one.code: one for one in milestones}
    lines = [_moved(reader, known[code], plan[code], when, bodies) for code, when in sorted(follows.items(), key=lambda pair: (pair[1], pair[0]))]
    ends = [max((found.get(code, one.expected_on) if changed else one.expected_on for code, one in plan.items()), default=None) for changed in (False, True)]
    return RippleView(tuple(lines), follows, _finish(reader, *ends))


def _moved(reader: Reader, milestone: Milestone, stretch: Stretch, when: date, bodies: Mapping[str, str]) -> Moved:
    say, days = reader.say, (when - stretch.expected_on).days
    words = say(
        "{domain}: ‘{title}’ ({partner}) moves {days}, to {day}",
        domain=group_name(say, milestone.domain),
        title=str(milestone.title.reading(reader.language)),
        partner=bodies.get(milestone.partner_id) or partners_together(say, len(bodies)),
        days=say.days(days),
        day=day(when, reader.language),
    )
    return Moved(milestone.code, words, _cliff(reader, milestone, when))


def _cliff(reader: Reader, milestone: Milestone, when: date) -> str:
    if milestone.gate != "day1" or milestone.promise is None or when <= school_year_start(milestone.promise):
        return ""
    return reader.say("and misses the school year: the next one begins on {day}", day=day(school_year_start(when), reader.language))


def _finish(reader: Reader, before: date | None, after: date | None) -> str:
    if before is None or after is None:
        return ""
    if before == after:
        return reader.say("The last milestone stays expected on {day}.", day=day(before, reader.language))
    days = {"after": day(after, reader.language), "before": day(before, reader.language)}
    return reader.say("The last milestone is then expected on {after}, and not on {before}.", **days)
