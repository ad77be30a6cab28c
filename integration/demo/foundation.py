"""The demo's foundations: shared texts with their agreements, objectives, and three partnerships with two rounds of the Mirror."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from integration.demo.course import IdSource, Story
from integration.model.foundation import SHARED, TRAITS, Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective
from integration.model.mirror import Answers, MirrorRound, Statement
from integration.model.partnership import Partnership
from integration.model.record import Record
from integration.model.text import Text

# Mean score per partner: (first round, second round), and how many answer in each. Invented.
ROUNDS: dict[str, tuple[tuple[tuple[float, float], ...], tuple[tuple[int, int], ...]]] = {
    "on plan": (((3.6, 3.4), (4.3, 4.2)), ((9, 11), (9, 11))),
    "green while late": (((4.4, 2.9), (4.6, 2.8)), ((10, 8), (10, 8))),
    "trouble in housing": (((3.2, 3.0), (3.3, 2.9)), ((7, 5), (7, 2))),
}


def foundation_records(story: Story, phrases: dict[str, Any], statements: list[dict[str, Any]], ids: IdSource) -> Iterator[Record | Answers]:
    """Every record of one partnership's foundation, stamped with its own moment, none later than today; and what people answered."""
    if story.name == "just begun":
        return
    began = _Stamp(story, story.start + timedelta(days=60), ids)
    if began.day >= story.today:
        return
    texts = [began.new(FoundationText, theme=theme, text=Text(**phrases["foundation"][theme])) for theme in (*SHARED, *TRAITS)]
    yield from texts
    for at, text in enumerate(texts):
        for partner in story.partnership.partners:
            if story.name != "three partners" or at < 3 or partner != story.partnership.partners[-1]:
                yield began.new(Agreement, text_id=text.id, text_version=1, organisation_id=partner)
    school, company = story.partnership.partners[:2]
    yield began.new(Nuance, theme="vision.learning", organisation_id=school, text=Text(**phrases["nuance"]["school"]))
    yield began.new(Nuance, theme="own", organisation_id=company, text=Text(**phrases["nuance"]["company"]))
    yield from _objectives(began, phrases)
    for item in ("intention", "agreement", "council"):
        yield began.new(Gate, item=item, passed=True, proof=Text(**phrases["proof"][item]))
    if story.name in ROUNDS:
        yield from _rounds(story, statements, phrases, ids)


class _Stamp:
    def __init__(self, story: Story, day: date, ids: IdSource) -> None:
        self.story, self.day, self._ids = story, day, ids

    def new(self, kind: type[Any], **wanted: Any) -> Any:
        moment = datetime.combine(self.day, time(10))
        stamp = {"version": 1, "recorded_at": moment, "recorded_by": self.story.partnership.lead_id}
        return kind(id=self._ids.next(moment), partnership_id=self.story.partnership.id, **stamp, **wanted)


def _objectives(began: _Stamp, phrases: dict[str, Any]) -> Iterator[Record]:
    story = began.story
    for row in phrases["objectives"]:
        objective = began.new(Objective, theme=row["theme"], title=Text(row["nl"], row["en"]))
        yield objective
        low, high = row["start"], row["target"]
        due = story.partnership.ends_on or story.today
        named = {"name": Text(row["name_nl"], row["name_en"]), "unit": row["unit"], "confirmed_by": row["confirmed_by"]}
        indicator = began.new(Indicator, objective_id=objective.id, start_value=low, target_value=high, due_on=due, **named)
        yield indicator
        share = (story.today - story.start).days / max((due - story.start).days, 1)
        for quarter in range(1, 5):
            day = began.day + (story.today - began.day) * quarter / 5
            value = round(low + (high - low) * min(share, 1) * quarter / 5 * story.chance.uniform(0.8, 1.05))
            yield _Stamp(story, day, began._ids).new(Measurement, indicator_id=indicator.id, measured_on=day, value=float(value))


def _rounds(story: Story, statements: list[dict[str, Any]], phrases: dict[str, Any], ids: IdSource) -> Iterator[Record | Answers]:
    means, sizes = ROUNDS[story.name]
    partnership: Partnership = story.partnership
    for number, days in enumerate((330, 45)):
        opened = story.today - timedelta(days=days)
        stamp = _Stamp(story, opened, ids)
        name = Text(*phrases["rounds"][number])
        blank = {"name": name, "organisations": partnership.partners, "opens_on": opened, "closes_on": opened + timedelta(days=21)}
        round_: MirrorRound = stamp.new(MirrorRound, **blank)
        yield round_
        asked = [_statement(round_, row, place, ids) for place, row in enumerate(statements)]
        yield from asked
        for partner, mean, size in zip(partnership.partners, means[number], sizes[number], strict=False):
            yield from _answers(story, round_, asked, partner, (mean, size), phrases)


def _statement(round_: MirrorRound, row: dict[str, Any], place: int, ids: IdSource) -> Statement:
    moment = datetime.combine(round_.opens_on or date.max, time(10))
    text = Text(row["nl"], row["en"])
    stamp: dict[str, Any] = {"version": 1, "recorded_at": moment, "recorded_by": round_.recorded_by}
    return Statement(id=ids.next(moment), round_id=round_.id, theme=row["theme"], place=place, text=text, **stamp)


def _answers(story: Story, round_: MirrorRound, asked: list[Statement], partner: str, wanted: tuple[float, int], phrases: dict[str, Any]) -> Iterator[Answers]:
    mean, size = wanted
    chance: random.Random = story.chance
    for person in range(size):
        scores: dict[str, int | None] = {}
        for statement in asked:
            leaning = mean + (0.5 if statement.theme.startswith("vision") else -0.3)
            scores[statement.id] = None if chance.random() < 0.04 else min(5, max(1, round(chance.gauss(leaning, 0.7))))
        yield Answers(round_id=round_.id, organisation_id=partner, scores=scores, remark="" if person else chance.choice(phrases["remarks"]))


def serving(story: Story) -> dict[str, tuple[str, ...]]:
    """Which themes each milestone of the demo serves, by code; a few serve none."""
    by_domain = {"training": "vision.learning", "backoffice": "ambition.organisation", "hrm": "vision.people", "foundation": "vision.governance"}
    return {one.code: (by_domain[one.domain],) for one in story.plan if one.domain in by_domain and one.code not in ("B7", "T9")}


def with_themes(story: Story) -> Story:
    """The same story with its milestones tied to the foundation."""
    themes = serving(story)
    return replace(story, plan=[replace(one, serves=themes.get(one.code, ())) for one in story.plan])
