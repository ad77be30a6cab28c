"""The foundation in words: what is shared and by whom, each partner's own, instruments, gates, and what the work serves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from integration.i18n.formats import NOTHING, day, moment, number, percent
from integration.i18n.labels import gate_item_name, group_name, phase_name, theme_name
from integration.measures.objective import attained
from integration.model.foundation import Foundation, Indicator, Measurement, PhaseStep
from integration.model.plan.milestone import Milestone
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table

THIN = 1


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """One theme: the shared words, who agreed to them when, and what each partner adds."""

    theme: str
    name: str
    words: str
    agreed: tuple[tuple[str, str], ...]
    waiting: tuple[str, ...]
    nuances: tuple[tuple[str, str], ...]

    @property
    def shared(self) -> bool:
        """Whether all partners agreed to these words."""
        return bool(self.words) and not self.waiting


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator: where it stands between start and target, and its measurements."""

    id: str
    name: str
    unit: str
    span: str
    latest: str
    attained: float | None
    attained_words: str
    due: str
    confirmed_by: str
    confirmed: str
    days: tuple[object, ...]
    values: tuple[float, ...]
    target: float


@dataclass(frozen=True, slots=True)
class ObjectiveCard:
    """One objective with its indicators."""

    id: str
    title: str
    theme: str
    indicators: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class GateRow:
    """One point of the checklist: passed or not, computed or ticked, and its proof."""

    item: str
    name: str
    passed: bool
    computed: bool
    proof: str


@dataclass(frozen=True, slots=True)
class GatesView:
    """The checklist of the next phase, and the moves so far with what was missing."""

    phase: str
    next_phase: str
    rows: tuple[GateRow, ...]
    steps: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """One theme and the milestones that serve it."""

    theme: str
    name: str
    cover: str
    milestones: tuple[tuple[str, str, str], ...]


def theme_card(reader: Reader, theme: str, stored: Foundation, bodies: Mapping[str, str]) -> ThemeCard:
    """One theme; agreements to earlier words do not count for these."""
    text = stored.texts.get(theme)
    given = [one for one in stored.agreements if text and one.text_id == text.id and one.text_version == text.version]
    agreed = {one.organisation_id: moment(one.recorded_at, reader.language) if one.recorded_at else NOTHING for one in given}
    own = [(bodies.get(one.organisation_id, ""), str(one.text.reading(reader.language))) for one in stored.nuances if one.theme == theme and one.text]
    return ThemeCard(
        theme,
        theme_name(reader.say, theme),
        str(text.text.reading(reader.language)) if text else "",
        tuple((bodies[one], when) for one, when in agreed.items() if one in bodies),
        tuple(name for one, name in bodies.items() if one not in agreed),
        tuple(own),
    )


def objective_cards(reader: Reader, stored: Foundation) -> list[ObjectiveCard]:
    """The objectives with their indicators, in the order of the ambition."""
    return [
        ObjectiveCard(
            one.id,
            str(one.title.reading(reader.language)),
            theme_name(reader.say, one.theme),
            tuple(_indicator(reader, row, stored.measurements) for row in stored.indicators if row.objective_id == one.id),
        )
        for one in sorted(stored.objectives, key=lambda one: (one.theme, one.id))
    ]


def _indicator(reader: Reader, row: Indicator, measurements: Sequence[Measurement]) -> IndicatorRow:
    own = [one for one in measurements if one.indicator_id == row.id]
    latest = own[-1].value if own else None
    share = attained(row.start_value, latest, row.target_value)

    def words(value: float | None) -> str:
        return NOTHING if value is None else number(value, reader.language, 0 if value == int(value) else 1)

    return IndicatorRow(
        row.id,
        str(row.name.reading(reader.language)),
        row.unit,
        f"{words(row.start_value)} → {words(row.target_value)} {row.unit}",
        words(latest),
        share,
        NOTHING if share is None else percent(100 * share, reader.language),
        day(row.due_on, reader.language),
        row.confirmed_by,
        reader.say("confirmed {day}", day=day(own[-1].confirmed_on, reader.language)) if own and own[-1].confirmed_on else "",
        tuple(one.measured_on for one in own),
        tuple(one.value for one in own),
        row.target_value,
    )


def gates_view(reader: Reader, phase: str, next_phase: str, items: Mapping[str, bool | None], stored: Foundation) -> GatesView:
    """The checklist: `items` holds what was computed per point, None for what people tick."""
    rows = []
    for item, computed in items.items():
        ticked = stored.gates.get(item)
        passed = bool(ticked and ticked.passed) if computed is None else computed
        rows.append(GateRow(item, gate_item_name(reader.say, item), passed, computed is not None, str(ticked.proof.reading(reader.language)) if ticked else ""))
    steps = [_step(reader, one) for one in stored.steps]
    return GatesView(phase_name(reader.say, phase), phase_name(reader.say, next_phase) if next_phase else "", tuple(rows), tuple(steps))


def _step(reader: Reader, one: PhaseStep) -> tuple[str, str, str]:
    say = reader.say
    moved = say("From {old} to {new}", old=phase_name(say, one.left_phase).lower(), new=phase_name(say, one.new_phase).lower())
    missing = ", ".join(gate_item_name(say, item) for item in one.missing)
    words = {"items": missing, "reason": str(one.reason.reading(reader.language))}
    when = moment(one.recorded_at, reader.language) if one.recorded_at else NOTHING
    return moved, say("Missing then: {items}. Reason: {reason}", **words) if missing else "", when


def line_rows(reader: Reader, code: str, themes: Sequence[str], milestones: Sequence[Milestone]) -> list[LineRow]:
    """Per theme the milestones that serve it: covered, thin (one), or a gap."""
    live = [one for one in milestones if not one.cancelled]
    rows = []
    for theme in themes:
        own = [one for one in live if theme in one.serves]
        cover = "gap" if not own else "thin" if len(own) <= THIN else "covered"
        rows.append(LineRow(theme, theme_name(reader.say, theme), cover, tuple(_named(reader, code, one) for one in own)))
    return rows


def serving_nothing(reader: Reader, code: str, milestones: Sequence[Milestone]) -> list[tuple[str, str, str]]:
    """Open work that serves no theme: code and title, domain, and where it is."""
    return [_named(reader, code, one) for one in milestones if not one.cancelled and not one.serves]


def _named(reader: Reader, code: str, one: Milestone) -> tuple[str, str, str]:
    words = f"{one.code} {one.title.reading(reader.language)}"
    return words, group_name(reader.say, one.domain), address(reader, "partnership", p=code, at=f"milestone.{one.code}")


def indicator_table(reader: Reader, rows: Sequence[IndicatorRow]) -> Table:
    """Where each indicator of an objective stands."""
    say = reader.say
    columns = (
        Column("indicator", say("Indicator")),
        Column("span", say("From → to")),
        Column("latest", say("Latest")),
        Column("attained", say("Attained")),
        Column("due", say("By")),
        Column("confirmed", say("Confirmed by")),
    )
    confirmed = (Cell(one.confirmed_by, notes=((f"✓ {one.confirmed}", "tight"),) if one.confirmed else ()) for one in rows)
    return Table(columns, tuple((one.name, one.span, one.latest, one.attained_words, one.due, by) for one, by in zip(rows, confirmed, strict=True)))


def objective_table(reader: Reader, stored: Foundation) -> Table:
    """Every measurement, for a file."""
    say, titles = reader.say, {one.id: str(one.title.reading(reader.language)) for one in stored.objectives}
    known = {one.id: one for one in stored.indicators}
    rows = [
        (titles.get(row.objective_id, ""), str(row.name.reading(reader.language)), row.unit, row.start_value, row.target_value, one.measured_on, one.value)
        for one in stored.measurements
        if (row := known.get(one.indicator_id))
    ]
    columns = (
        Column("objective", say("Objective")),
        Column("indicator", say("Indicator")),
        Column("unit", say("Unit")),
        Column("start", say("Start")),
        Column("target", say("Target")),
        Column("measured", say("Measured on")),
        Column("value", say("Value")),
    )
    return Table(columns, tuple(rows))
