"""Critical path in words: which milestones cannot move, which hardly, and what waits for the other partner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from integration.i18n.formats import day
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.measures.plan.critical_path import Spot, circle, critical_path
from integration.measures.plan.ripple import Stretch
from integration.model.plan.milestone import Milestone
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table
from integration.views.plan.ripple import stretches

Tightness = Literal["critical", "near", "loose"]


SIGNS: dict[Tightness, str] = {"critical": "●", "near": "◍", "loose": ""}


@dataclass(frozen=True, slots=True)
class PathRow:
    """One open milestone on the network."""

    code: str
    title: str
    domain: str
    partner: str
    tightness: Tightness
    slack: str
    span: str
    waits: str
    other_partner: bool
    href: str


@dataclass(frozen=True, slots=True)
class PathView:
    """The open milestones, tightest first; or why there is no path."""

    rows: tuple[PathRow, ...]
    sentence: str
    problem: str = ""


def path_view(
    reader: Reader, code: str, milestones: Sequence[Milestone], near: int, bodies: Mapping[str, str], other_only: bool = False, group: str = ""
) -> PathView:
    """The network of one partnership; `near` is the slack in days up to which a milestone is near-critical."""
    plan = stretches(milestones, reader.today)
    waits = {one: stretch.waits_for for one, stretch in plan.items()}
    if around := circle(waits):
        words = reader.say(
            "These milestones wait for each other in a circle: {circle}. Take one of these links out on the Update page; until then there is no critical path.",
            circle=" → ".join(around),
        )
        return PathView((), "", words)
    if not any(not stretch.settled for stretch in plan.values()):
        return PathView((), "", reader.say("Nothing is open, so there is no critical path."))
    origin, spots = _network(plan)
    known = {one.code: one for one in milestones}
    spans = {one: (origin + timedelta(days=spots[one].early_start), origin + timedelta(days=spots[one].late_finish)) for one in plan}
    rows = [_row(reader, code, known[one], spots[one].slack, spans[one], near, known, bodies) for one, stretch in plan.items() if not stretch.settled]
    slacks = {one: spots[one].slack for one in spots}
    rows.sort(key=lambda row: (slacks[row.code], row.code))
    listed = [row for row in rows if (row.other_partner or not other_only) and group in ("", known[row.code].domain)]
    return PathView(tuple(listed), _sentence(reader, rows))


def tightness(milestones: Sequence[Milestone], today: date, near: int) -> dict[str, Tightness]:
    """How tight each open milestone is, by code; nothing where milestones wait for each other in a circle."""
    plan = stretches(milestones, today)
    if circle({one: stretch.waits_for for one, stretch in plan.items()}):
        return {}
    spots = _network(plan)[1] if plan else {}
    return {one: _tight(spots[one].slack, near) for one, stretch in plan.items() if not stretch.settled}


def tightness_name(say: Words, kind: Tightness) -> str:
    """How tight, in words."""
    return {"critical": say("on the critical path"), "near": say("nearly critical"), "loose": say("has room")}[kind]


def _network(plan: Mapping[str, Stretch]) -> tuple[date, dict[str, Spot]]:
    origin = min(stretch.starts_on for stretch in plan.values())
    durations = {one: float((stretch.expected_on - stretch.starts_on).days) for one, stretch in plan.items()}
    earliest = {one: float((stretch.starts_on - origin).days) for one, stretch in plan.items()}
    # As in the ripple: an overlap stays as long as it is, and what is settled neither moves nor pushes.
    waits = {one: [other for other in stretch.waits_for if other in plan and not plan[other].settled and not stretch.settled] for one, stretch in plan.items()}
    overlaps = {(one, other): float(max((plan[other].expected_on - plan[one].starts_on).days, 0)) for one, others in waits.items() for other in others}
    return origin, critical_path(durations, waits, earliest, overlaps)


def _tight(slack: float, near: int) -> Tightness:
    return "critical" if slack <= 0 else "near" if slack <= near else "loose"


def path_table(reader: Reader, view: PathView) -> Table:
    """The network, one open milestone a row."""
    say = reader.say
    columns = (
        Column("code", say("Code"), "file"),
        Column("milestone", say("Milestone")),
        Column("domain", say("Domain"), "file"),
        Column("slack", say("Slack")),
        Column("state", say("State"), "file"),
        Column("between", say("Between")),
        Column("waits", say("Waits for")),
        Column("partner", say("Partner")),
    )
    return Table(columns, tuple(_cells(say, one) for one in view.rows))


def _cells(say: Words, one: PathRow) -> Row:
    kind = tightness_name(say, one.tightness)
    tight = ((f"{SIGNS[one.tightness]} {kind}", "tight"),) if one.tightness != "loose" else ()
    other = ((say("waits on the other partner"), "late"),) if one.other_partner else ()
    title = Cell(one.title, code=one.code, href=one.href, notes=((one.domain, "muted"),))
    return one.code, title, one.domain, Cell(one.slack, notes=tight), kind, one.span, Cell(one.waits, notes=other), one.partner


def _row(
    reader: Reader,
    code: str,
    milestone: Milestone,
    slack: float,
    span: tuple[date, date],
    near: int,
    milestones: Mapping[str, Milestone],
    names: Mapping[str, str],
) -> PathRow:
    say = reader.say
    holding = [milestones[other] for other in milestone.waits_for if other in milestones and milestones[other].open]
    gone = [other for other in milestone.waits_for if other in milestones and milestones[other].cancelled]
    waits = ", ".join(other.code for other in holding)
    notes = [waits, say("{codes} was cancelled and holds nothing up", codes=", ".join(gone)) if gone else ""]
    return PathRow(
        code=milestone.code,
        title=str(milestone.title.reading(reader.language)),
        domain=group_name(say, milestone.domain),
        partner=names.get(milestone.partner_id, ""),
        tightness=_tight(slack, near),
        slack=say.days(round(slack)),
        span=f"{day(span[0], reader.language)} – {day(span[1], reader.language)}",
        waits=" · ".join(filter(None, notes)),
        other_partner=any(other.partner_id and milestone.partner_id and other.partner_id != milestone.partner_id for other in holding),
        href=address(reader, "partnership", p=code, at=f"milestone.{milestone.code}"),
    )


def _sentence(reader: Reader, rows: Sequence[PathRow]) -> str:
    say, counted = reader.say, {kind: sum(row.tightness == kind for row in rows) for kind in ("critical", "near")}
    critical = say.plural("{n} open milestone is on the critical path", "{n} open milestones are on the critical path", counted["critical"])
    near = say.plural("{n} is near-critical", "{n} are near-critical", counted["near"])
    waiting = say.plural("{n} waits on the other partner", "{n} wait on the other partner", sum(row.other_partner for row in rows))
    return f"{critical} · {near} · {waiting}"
