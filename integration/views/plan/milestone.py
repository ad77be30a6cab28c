"""A milestone as a reader sees it: its state in words and a sign, never by colour alone."""

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


def milestone_row(reader: Reader, milestone: Milestone, people: dict[str, str], partners: dict[str, str]) -> MilestoneRow:
    """The line for one milestone; `people` and `partners` are names by id."""
    say, state = reader.say, milestone.state(reader.today)
    late = milestone.days_late(reader.today)
    marks = [say("critical") if milestone.critical else "", gate_name(say, milestone.gate).lower() if milestone.gate else ""]
    return MilestoneRow(
        code=milestone.code,
        title=str(milestone.title.reading(reader.language)),
        state=state,
        sign=SIGNS[state],
        state_words=state_name(say, state),
        credit=credit_name(say, milestone.credit),
        due=day(milestone.due_on, reader.language),
        forecast=_forecast(reader, milestone, state),
        late=say.plural("{n} day late", "{n} days late", late) if late else "",
        owner=people.get(milestone.owner_id, ""),
        partner=partners.get(milestone.partner_id, partners_together(say, len(partners))),
        marks=" · ".join(filter(None, marks)),
        deliverable=str(milestone.deliverable.reading(reader.language)),
        waits_for=", ".join(milestone.waits_for),
        domain=group_name(say, milestone.domain),
    )


def _forecast(reader: Reader, milestone: Milestone, state: State) -> str:
    if state == "done":
        return reader.say("done {day}", day=day(milestone.done_on, reader.language))
    if milestone.forecast_on is None or milestone.forecast_on == milestone.due_on:
        return ""
    return reader.say("expected {day}", day=day(milestone.forecast_on, reader.language))
