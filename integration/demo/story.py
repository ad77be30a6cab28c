"""One demo partnership's story: how its plan, depth and check-ins went, week by week, up to today."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from integration.days import start_of
from integration.demo.course import Course, IdSource, Story
from integration.demo.promise import baselines, replanned
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE, Phase
from integration.model.plan.check_in import CheckIn, Colour
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import DONE, Milestone
from integration.model.record import Record
from integration.model.text import Text

WEEKS_KEPT = 104
STEPS = ((0.05, 25), (0.45, 50), (0.8, 75), (1.0, 100))


def story_records(story: Story, phrases: dict[str, Any], ids: IdSource) -> Iterator[Record]:
    """Every version of every record of this story, stamped with its own moment, none later than today."""
    yield from _partnership_versions(story)
    courses = [Course(milestone, *_reality(story, milestone)) for milestone in _planned(story)]
    for course in courses:
        yield from _milestone_versions(story, course)
    yield from _depth_versions(story, phrases, ids)
    yield from baselines(story, courses, ids)
    if story.name != "just begun":
        yield from _check_ins(story, courses, phrases, ids)


def _moment(story: Story, day: date, exact: bool = False) -> datetime:
    if exact:
        # What happens today must have happened already, whatever the hour is.
        return datetime.combine(day, time(8, 30)) if day < story.today else start_of(day)
    friday = day + timedelta(days=(4 - day.weekday()) % 7)
    return datetime.combine(friday, time(9, 0)) + timedelta(minutes=story.chance.randrange(420))


def _stamped(story: Story, versions: list[tuple[datetime, Any]]) -> Iterator[Any]:
    last = datetime.combine(story.silent_from, time(23) if story.name == "on plan" else time(0))
    kept = [(moment, record) for moment, record in sorted(versions, key=lambda pair: pair[0]) if moment < last]
    for number, (moment, record) in enumerate(kept, start=1):
        yield replace(record, version=number, recorded_at=moment, recorded_by=story.partnership.lead_id)


def _partnership_versions(story: Story) -> Iterator[Record]:
    final, first = story.partnership, datetime.combine(story.start, time(9))
    begun = replace(final, phase="founding", next_meeting_on=story.start + timedelta(days=40))
    versions = [(first, begun), (first + timedelta(days=840), final)]
    newest = datetime.combine(story.silent_from - timedelta(days=5), time(10))
    # The committee meets every eight weeks: after each meeting the next one is planned.
    for meeting in range(40, 840, 56):
        phase: Phase = "founding" if meeting < 182 else "integrating"
        versions.append((first + timedelta(days=meeting, hours=4), replace(begun, phase=phase, next_meeting_on=story.start + timedelta(days=meeting + 56))))
    last = max((one.next_meeting_on for moment, one in versions if moment < newest and one.next_meeting_on and one.next_meeting_on < story.today), default=None)
    if last and story.name != "finished":
        newest = max(newest, datetime.combine(last, time(13)))
    yield from _stamped(story, [*((moment, record) for moment, record in versions if moment < newest), (max(newest, first), final)])


def _planned(story: Story) -> list[Milestone]:
    if story.name == "just begun":
        return [milestone for milestone in story.plan if milestone.domain in ("foundation", "training", "hrm")][:14]
    return story.plan


def _reality(story: Story, milestone: Milestone) -> tuple[date, date]:
    mean, spread = story.slip.get(milestone.domain, story.slip["all"])
    slip = round(story.chance.gauss(mean, spread)) if spread else mean
    starts, due = milestone.starts_on or story.start, milestone.due_on or story.start
    if story.name == "missed 1 September" and milestone.gate == "day1" and milestone.code in ("T2", "B4", "H2"):
        slip = max(120 + story.chance.randrange(30), (story.today - due).days + 20)
    if story.name == "green while late" and milestone.code == _held_up(story):
        slip = max(slip, (story.today - due).days + 25)
    if story.name == "finished":
        slip = min(slip, 20)
    begins = min(max(story.start, starts + timedelta(days=round(slip * 0.4))), starts + timedelta(days=150))
    return begins, max(begins + timedelta(days=1), due + timedelta(days=slip))


def _held_up(story: Story) -> str:
    """The critical milestone of a domain that should have been delivered last, over a month ago."""
    past = [one for one in story.plan if one.critical and one.domain in DOMAINS and one.due_on and one.due_on < story.today - timedelta(days=35)]
    return max(past, key=lambda one: (one.due_on or story.start, one.code)).code if past else ""


def _milestone_versions(story: Story, course: Course) -> Iterator[Record]:
    plan = replace(course.milestone, partner_id=story.chance.choice(["", "", *story.partnership.partners]), owner_id="")
    exact, length = story.name == "on plan", (course.ends - course.begins).days
    accepted = datetime.combine(story.start, time(10))
    versions = [(accepted, plan), *_forecasts(story, course, plan)]
    owned = replace(plan, owner_id=story.chance.choice(story.owners))
    versions.append((accepted + timedelta(days=6), owned))
    for share, credit in STEPS:
        day = course.begins + timedelta(days=round(length * share))
        forecast = plan.due_on + (course.ends - plan.due_on) * (0.5 + share / 2) if plan.due_on else None
        done = day if credit == DONE else None
        proof = plan.deliverable if credit == DONE and story.name != "busy without merging" else Text()
        versions.append((_moment(story, day, exact), replace(owned, credit=credit, forecast_on=forecast, done_on=done, proof=proof)))
    yield from _stamped(story, replanned(story, course, _carried(versions)))


def _carried(versions: list[tuple[datetime, Milestone]]) -> list[tuple[datetime, Milestone]]:
    carried: list[tuple[datetime, Milestone]] = []
    for moment, record in sorted(versions, key=lambda pair: pair[0]):
        if carried:
            before = carried[-1][1]
            kept: dict[str, Any] = {
                "owner_id": before.owner_id or record.owner_id,
                "done_on": before.done_on or record.done_on,
                "proof": before.proof or record.proof,
            }
            record = replace(record, credit=max(before.credit, record.credit), **kept)
        carried.append((moment, record))
    return carried


def _forecasts(story: Story, course: Course, plan: Milestone) -> Iterator[tuple[datetime, Milestone]]:
    if plan.due_on is None:
        return
    slip, known = (course.ends - plan.due_on).days, 0
    for look in range(30, max((course.begins - story.start).days, 31), 42):
        known = round(slip * min(1.0, 0.1 + look / 600))
        yield _moment(story, story.start + timedelta(days=look)), replace(plan, forecast_on=plan.due_on + timedelta(days=known))
    middle = course.begins + timedelta(days=round((course.ends - course.begins).days * 0.6))
    yield _moment(story, middle), replace(plan, forecast_on=plan.due_on + timedelta(days=round(slip * 0.7)))


def _depth_versions(story: Story, phrases: dict[str, Any], ids: IdSource) -> Iterator[Record]:
    for domain in DOMAINS:
        if domain not in story.depth:
            continue
        start, now, target = story.depth[domain]
        evidence = Text(phrases["evidence"][domain]["nl"], phrases["evidence"][domain]["en"])
        first = Depth(
            id=ids.next(datetime.combine(story.start, time(9))), partnership_id=story.partnership.id, domain=domain, start=start, current=start, target=target
        )
        past = max((story.silent_from - story.start).days, 1)
        versions = [(datetime.combine(story.start, time(11)), first)]
        for step in range(start + 1, now + 1):
            day = story.start + timedelta(days=round(past * (step - start) / (now - start + 0.6)))
            versions.append((_moment(story, day), replace(first, current=step, evidence=evidence)))
        yield from _stamped(story, versions)


def _check_ins(story: Story, courses: list[Course], phrases: dict[str, Any], ids: IdSource) -> Iterator[Record]:
    last = story.silent_from if story.partnership.phase in ACTIVE else min(story.silent_from, max(one.ends for one in courses) + timedelta(days=7))
    first = max(story.start + timedelta(days=14), story.today - timedelta(weeks=WEEKS_KEPT))
    for domain in DOMAINS:
        own = [one for one in courses if one.milestone.domain == domain]
        for week in range(max(0, (last - first).days // 7)):
            moment = _moment(story, first + timedelta(weeks=week))
            if moment < datetime.combine(last, time(0)):
                blank = CheckIn(id=ids.next(moment), partnership_id=story.partnership.id, domain=domain, colour="green", confidence=8)
                report = _report(story, blank, own, moment.date(), phrases)
                yield replace(report, version=1, recorded_at=moment, recorded_by=story.partnership.lead_id)


def _report(story: Story, blank: CheckIn, own: list[Course], day: date, phrases: dict[str, Any]) -> CheckIn:
    late = [one for one in own if one.milestone.due_on and one.milestone.due_on < day < one.ends]
    ended = [one for one in own if day - timedelta(days=7) < one.ends <= day]
    done = _filled(phrases["finished"], ended[0]) if ended else _picked(story, phrases["steady"])
    if not late:
        return replace(blank, confidence=8 + story.chance.randrange(2), done=done)
    worst = max((day - (one.milestone.due_on or day)).days for one in late)
    colour: Colour = "green" if story.name == "green while late" else "red" if worst > 45 else "amber"
    sure = 7 if colour == "green" else 5 if colour == "amber" else 3
    cause = _picked(story, phrases["causes"])
    return replace(
        blank,
        colour=colour,
        confidence=sure - story.chance.randrange(2),
        done=done,
        stuck=Text() if colour == "green" else _filled(phrases["late"], late[0], cause),
        need=_picked(story, phrases["needs"]) if colour == "red" else Text(),
    )


def _picked(story: Story, choices: list[dict[str, str]]) -> Text:
    chosen = story.chance.choice(choices)
    return Text(chosen["nl"], chosen["en"])


def _filled(phrase: dict[str, str], one: Course, cause: Text | None = None) -> Text:
    title, reason = one.milestone.title, cause or Text()
    return Text(phrase["nl"].format(title=title.nl, cause=reason.nl), phrase["en"].format(title=title.en, cause=reason.en))
