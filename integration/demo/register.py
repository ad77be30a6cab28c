"""The demo's registers: risks, issues, actions and decisions, and the last meeting that went through them."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from integration.demo.course import IdSource, Story
from integration.model.meeting import AgendaItem, Meeting
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text

# How many risks, issues, actions and open decisions a story tells of; a silent partnership waits longest.
SIZES = {"on plan": (4, 0, 2, 1), "silent": (5, 1, 3, 2), "missed 1 September": (7, 2, 4, 3), "trouble in housing": (6, 2, 4, 2), "finished": (2, 0, 1, 0)}
USUAL = (5, 1, 3, 1)


def register_records(story: Story, phrases: dict[str, Any], ids: IdSource) -> Iterator[Record]:
    """Every version of one partnership's register and its last meeting, none later than its last word."""
    if story.name != "just begun" and (story.silent_from - story.start).days > 150:
        register = _RegisterStory(story, ids)
        risks, issues, actions, waiting = SIZES.get(story.name, USUAL)
        yield from (version for row in register.some(phrases["risks"], risks) for version in register.risk(row))
        yield from (register.issue(row) for row in phrases["issues"][:issues])
        yield from register.meeting(phrases)
        yield from (version for at, row in enumerate(phrases["actions"][:actions]) for version in register.action(row, at))
        yield from (version for at, row in enumerate(register.some(phrases["decisions"], 4)) for version in register.decision(row, decided=at >= waiting))


class _RegisterStory:
    def __init__(self, story: Story, ids: IdSource) -> None:
        self._story, self._ids = story, ids
        self._chance = random.Random(f"register/{story.partnership.code}")
        self._milestones = {one.code: one for one in story.plan}
        self._met = story.silent_from - timedelta(days=30 + self._chance.randrange(20))
        self._meeting_id = ""

    def some(self, rows: list[dict[str, Any]], most: int) -> list[dict[str, Any]]:
        """So many of these, in an order of this partnership's own."""
        return self._chance.sample(rows, min(most, len(rows)))

    def risk(self, row: dict[str, Any]) -> Iterator[Risk]:
        """A risk as it was raised, and as it was scored later."""
        scored = {"probability": min(5, max(row["p2"], row["p"] + self._chance.randrange(-1, 2))), "impact": row["i"]}
        one = self._new(Risk, row, 60, 150, kind=row["kind"], response=row["response"], probability_after=row["p2"], impact_after=row["i2"], **scored)
        due = one.raised_on + timedelta(days=150)
        planned = replace(one, mitigation=Text(row["do_nl"], row["do_en"]), due_on=due)
        over = self._story.name == "finished"
        yield one
        yield self._later(replace(planned, state="closed" if over else "open"), 20)

    def issue(self, row: dict[str, Any]) -> Issue:
        """What blocks now."""
        found: Issue = self._new(Issue, row, 5, 40, detail=Text(row["detail_nl"], row["detail_en"]), partner_id=self._partner())
        return replace(found, due_on=self._story.today + timedelta(days=self._chance.randrange(-10, 20)))

    def action(self, row: dict[str, Any], at: int) -> Iterator[Action]:
        """An action of the last meeting; the first is done, the second is late."""
        due = self._story.today + timedelta(days=(-20, -6, 12, 25)[at])
        one = replace(self._new(Action, row, 1, 2, self._met), due_on=due, meeting_id=self._meeting_id)
        yield one
        if at == 0:
            done = self._later(one, 15)
            yield replace(done, done_on=done.recorded_at.date())

    def decision(self, row: dict[str, Any], decided: bool) -> Iterator[Decision]:
        """A decision as it was asked, and where it was taken, as it was taken in the last meeting."""
        options = Text(row["options_nl"], row["options_en"])
        one: Decision = self._new(Decision, row, 15, 75, options=options, asked_of_id=self._partner())
        if decided:
            one = replace(one, asked_on=self._met - timedelta(days=7 + self._chance.randrange(40)))
            one = replace(one, recorded_at=datetime.combine(one.asked_on or self._met, time(10)))
        yield replace(one, needed_by=(one.asked_on or self._met) + timedelta(days=45))
        if decided:
            taken = replace(one, version=2, recorded_at=datetime.combine(self._met, time(14)), decided_on=self._met, meeting_id=self._meeting_id)
            words: dict[str, Any] = {"decision": Text(row["decision_nl"], row["decision_en"]), "effect": Text(row["effect_nl"], row["effect_en"])}
            yield replace(taken, needed_by=(one.asked_on or self._met) + timedelta(days=45), **words)

    def meeting(self, phrases: dict[str, Any]) -> Iterator[Record]:
        """The last meeting, closed, with two items that were noted on."""
        story, moment = self._story, datetime.combine(self._met, time(15))
        words = phrases["meeting"]
        stamp: dict[str, Any] = {"partnership_id": story.partnership.id, "version": 1, "recorded_at": moment, "recorded_by": story.partnership.lead_id}
        there = tuple(dict.fromkeys((story.partnership.lead_id, *story.owners[:3])))
        days: dict[str, Any] = {"planned_on": self._met, "held_on": self._met, "next_on": story.partnership.next_meeting_on}
        one = Meeting(id=self._ids.next(moment), state="closed", attending=there, notes=Text(words["nl"], words["en"]), **days, **stamp)
        self._meeting_id = one.id
        yield one
        for place, row in enumerate(words["items"]):
            typed: dict[str, Any] = {"title": Text(row["nl"], row["en"]), "note": Text(row["note_nl"], row["note_en"]), "discussed": True}
            yield AgendaItem(id=self._ids.next(moment), meeting_id=one.id, place=place, origin="own", **typed, **stamp)

    def _new(self, kind: type[Any], row: dict[str, Any], least: int, most: int, day: date | None = None, /, **wanted: Any) -> Any:
        story = self._story
        born = day or story.silent_from - timedelta(days=least + self._chance.randrange(most - least))
        moment = datetime.combine(born, time(10))
        began = {"asked_on": born} if kind is Decision else {"raised_on": born, "owner_id": self._chance.choice(story.owners)}
        milestone = self._milestones.get(row.get("milestone", ""))
        return kind(
            id=self._ids.next(moment),
            partnership_id=story.partnership.id,
            title=Text(row["nl"], row["en"]),
            milestones=(milestone.id,) if milestone else (),
            version=1,
            recorded_at=moment,
            recorded_by=story.partnership.lead_id,
            **began,
            **wanted,
        )

    def _later(self, one: Any, days: int) -> Any:
        return replace(one, version=one.version + 1, recorded_at=one.recorded_at + timedelta(days=days))

    def _partner(self) -> str:
        return self._chance.choice(self._story.partnership.partners)
