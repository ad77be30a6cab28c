"""The register of one partnership frozen: decisions, open risks, and the next steps, to which overdue and coming milestones belong."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from integration.i18n.labels import response_name, risk_kind_name
from integration.model.register import Register
from integration.model.text import Text
from integration.reports.freeze.snapshot import DecisionPart, MilestonePart, RiskPart, StepPart
from integration.views.kit.reader import Reader

SOON, RECENT = timedelta(days=60), timedelta(days=120)


def decision_parts(reader: Reader, register: Register, names: Mapping[str, str]) -> tuple[DecisionPart, ...]:
    """What waits, longest first, and then what was decided in the last months, newest first."""
    recent = [one for one in register.decisions if not one.decided_on or one.decided_on >= reader.today - RECENT]
    waiting = sorted((one for one in recent if not one.decided_on), key=lambda one: (one.asked_on or date.max, one.id))
    decided = sorted((one for one in recent if one.decided_on), key=lambda one: (str(one.decided_on), one.id), reverse=True)
    committee = reader.say("Steering committee")
    return tuple(
        DecisionPart(
            title=_words(reader, one.title),
            asked=one.asked_on,
            needed=one.needed_by,
            waiting=one.waited(reader.today) or 0,
            asked_of=names.get(one.asked_of_id, committee),
            options=_words(reader, one.options),
            decided=one.decided_on,
            decision=_words(reader, one.decision),
            by=names.get(one.decided_by_id, committee) if one.decided_on else "",
            effect=_words(reader, one.effect),
        )
        for one in (*waiting, *decided)
    )


def risk_parts(reader: Reader, register: Register, names: Mapping[str, str]) -> tuple[RiskPart, ...]:
    """The open risks, the gravest first, and then the opportunities."""
    parts = [
        RiskPart(
            kind=one.kind,
            kind_name=risk_kind_name(reader.say, one.kind),
            title=_words(reader, one.title),
            probability=one.probability,
            impact=one.impact,
            probability_after=one.probability_after,
            impact_after=one.impact_after,
            response=": ".join(filter(None, (response_name(reader.say, one.response), _words(reader, one.mitigation)))),
            owner=names.get(one.owner_id, ""),
            partner=names.get(one.partner_id, ""),
            due=one.due_on,
        )
        for one in register.risks
        if one.state == "open"
    ]
    return tuple(sorted(parts, key=lambda one: (one.kind == "opportunity", -one.before, -one.after)))


def step_parts(reader: Reader, register: Register, milestones: Sequence[MilestonePart], names: Mapping[str, str]) -> tuple[StepPart, ...]:
    """Open actions and issues, and milestones that are overdue or due within two months; the earliest day first."""
    say = reader.say

    def step(kind: str, title: str, owner: str, partner: str, due: date | None, late: int | None = None) -> StepPart:
        return StepPart(kind, title, owner, partner, due, (max(0, (reader.today - due).days) if due else 0) if late is None else late)

    actions = [one for one in register.actions if one.done_on is None]
    issues = [one for one in register.issues if one.state == "open"]
    steps = [step(say("Action"), _words(reader, one.title), names.get(one.owner_id, ""), names.get(one.partner_id, ""), one.due_on) for one in actions]
    steps += [step(say("Issue"), _words(reader, one.title), names.get(one.owner_id, ""), names.get(one.partner_id, ""), one.due_on) for one in issues]
    open_ones = [one for one in milestones if one.state not in ("done", "cancelled") and one.due and (one.late or one.due <= reader.today + SOON)]
    for one in open_ones:
        # Late is counted from the promise, so that is the day that stands beside it.
        day = (one.promised or one.due) if one.late else one.due
        steps.append(step(say("Milestone"), f"{one.code} {one.title}", one.owner, one.partner, day, one.late))
    # By day alone: titles sort differently per language, and both must keep the same order.
    return tuple(sorted(steps, key=lambda one: one.due or date.max))


def _words(reader: Reader, text: Text) -> str:
    return str(text.reading(reader.language))
