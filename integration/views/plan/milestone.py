"""A milestone as a reader sees it: its state in words and a sign, never by colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from integration.i18n.formats import day
from integration.i18n.labels import credit_name, gate_name, group_name, partners_together
from integration.i18n.words import Words
from integration.model.plan.milestone import Milestone, State
from integration.views.kit.reader import Reader

SIGNS: dict[State, str] = {"done": "✓", "late": "▲", "running": "◐", "waiting": "○", "cancelled": "✕"}


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One line of a milestone table."""

    code: str
    title: str
    state: State
    sign: str
    state_words: str
    credit: str
    due: str
    forecast: str
    late: str
    owner: str
    partner: str
    marks: str
    deliverable: str
    waits_for: str
    domain: str
    href: str = ""


def state_name(say: Words, state: State) -> str:
    """A milestone's state in words."""
    return {"done": say("Done"), "late": say("Overdue"), "running": say("Under way"), "waiting": say("Not started"), "cancelled": say("Cancelled")}[state]


def milestone_row(reader: Reader, milestone: Milestone, people: Mapping[str, str], partners: Mapping[str, str]) -> MilestoneRow:
    """The line for one milestone; `people` and `partners` are names by id."""
    say, state = reader.say, milestone.state(reader.today)
    late = milestone.days_late(reader.today)
    marks = [say("key milestone") if milestone.critical else "", gate_name(say, milestone.gate).lower() if milestone.gate else ""]
    return MilestoneRow(
        code=milestone.code,
        title=str(milestone.title.reading(reader.language)),
        state=state,
        sign=SIGNS[state],
        state_words=state_name(say, state),
        credit=credit_name(say, milestone.credit),
        due=due_words(reader, milestone),
        forecast=forecast_words(reader, milestone),
        late=say.plural("{n} day late", "{n} days late", late) if late else "",
        owner=people.get(milestone.owner_id, ""),
        partner=partners.get(milestone.partner_id, partners_together(say, len(partners))),
        marks=" · ".join(filter(None, marks)),
        deliverable=str(milestone.deliverable.reading(reader.language)),
        waits_for=", ".join(milestone.waits_for),
        domain=group_name(say, milestone.domain),
    )


def due_words(reader: Reader, milestone: Milestone) -> str:
    """The day it is due; where another was promised, both."""
    due = day(milestone.due_on, reader.language)
    if milestone.promise == milestone.due_on:
        return due
    return reader.say("promised {promised} · now planned {due}", promised=day(milestone.promise, reader.language), due=due)


def forecast_words(reader: Reader, milestone: Milestone) -> str:
    """When it was done or is expected, where that says more than the day it is due; a day that has passed is no forecast."""
    say, language = reader.say, reader.language
    if milestone.done:
        done = day(milestone.done_on, language)
        ahead = milestone.done_on is not None and milestone.done_on > reader.today
        return say("done; the day given, {day}, is still to come: correct it", day=done) if ahead else say("done {day}", day=done)
    if milestone.forecast_passed(reader.today):
        return say("the lead’s date {day} has passed; give a new one", day=day(milestone.forecast_on, language))
    if not milestone.open or milestone.forecast_on is None or milestone.forecast_on == milestone.due_on:
        return ""
    slip = (milestone.forecast_on - milestone.promise).days if milestone.promise else 0
    expected = say("expected {day}", day=day(milestone.forecast_on, language))
    if not slip:
        return expected
    after = say.plural("{n} day after the promise", "{n} days after the promise", slip)
    return f"{expected}, {after if slip > 0 else say.plural('{n} day before the promise', '{n} days before the promise', -slip)}"
