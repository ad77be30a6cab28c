"""What the demo's leads promised: the accepted plan, and a plan that was changed first and then promised anew."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from integration.demo.course import Course, IdSource, Story
from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.text import Text


def _revised_on(story: Story) -> date | None:
    """The day on which one partnership promised its plan anew."""
    return story.today - timedelta(days=200) if story.name == "trouble in housing" else None


def _moved_to(story: Story, course: Course) -> date | None:
    """The due date that the new promise moved it to; None where it stays."""
    revised = _revised_on(story)
    if revised is None or course.milestone.domain != "housing" or course.ends < revised or course.milestone.due_on is None:
        return None
    return course.milestone.due_on + timedelta(days=60)


def replanned(story: Story, course: Course, versions: list[tuple[datetime, Milestone]]) -> list[tuple[datetime, Milestone]]:
    """The versions of a milestone with its due date moved when the plan was promised anew."""
    due, revised = _moved_to(story, course), _revised_on(story)
    if due is None or revised is None:
        return versions
    # The plan is changed first, and promised as it then stands an hour later: a baseline is never anything but the plan of its moment.
    moment = datetime.combine(revised, time(14))
    then = [record for when, record in versions if when <= moment][-1:]
    return [(when, replace(record, due_on=due) if when > moment else record) for when, record in versions] + [
        (moment, replace(one, due_on=due)) for one in then
    ]


def baselines(story: Story, courses: Sequence[Course], ids: IdSource) -> Iterator[Record]:
    """The accepted plan, a week after the start; one partnership promised its plan anew half a year ago."""
    names = [(Text("Geaccepteerd plan", "Accepted plan"), Text(), story.start + timedelta(days=7))]
    if story.name == "trouble in housing":
        why = Text("De vergunning voor de nieuwbouw kwam een half jaar later.", "The permit for the new building came half a year later.")
        names.append((Text("Herzien plan", "Revised plan"), why, _revised_on(story) or story.today))
    for at, (name, reason, day) in enumerate(names):
        if day < story.silent_from:
            moment = datetime.combine(day, time(15))
            blank = Baseline(id=ids.next(moment), partnership_id=story.partnership.id, name=name, reason=reason)
            plan = [replace(one.milestone, due_on=(at and _moved_to(story, one)) or one.milestone.due_on) for one in courses]
            stamp: dict[str, Any] = {"version": 1, "recorded_at": moment, "recorded_by": story.partnership.lead_id}
            yield replace(blank, **stamp)
            yield from (replace(line, id=ids.next(moment), **stamp) for line in baseline_lines(blank, plan))
