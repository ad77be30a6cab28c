"""Partnership: who works together, how the four domains stand, what is planned and what was reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from integration.i18n.formats import ago, day, percent
from integration.i18n.labels import gate_name, group_name, phase_name
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS, GROUPS
from integration.model.partnership import ACTIVE, Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.threshold import Thresholds
from integration.views.discussion.comment import count_words, thing_href
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table
from integration.views.plan.check_in import CheckInRow, check_in_row
from integration.views.plan.cliff_warning import CliffWarning, cliff_warnings
from integration.views.plan.milestone import MilestoneRow, milestone_row
from integration.views.plan.schedule import ScheduleView, schedule_view
from integration.views.portfolio.cell import SHIPPED, DomainCell, domain_cell
from integration.views.portfolio.portfolio import timed_rows

REPORTS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DomainCard:
    """One domain's card: its two numbers, the latest report and what is due next."""

    cell: DomainCell
    report: CheckInRow | None
    next_due: str
    evidence: str
    href: str
    depth_href: str


@dataclass(frozen=True, slots=True)
class MilestoneGroup:
    """The milestones of one domain."""

    key: str
    name: str
    counted: str
    rows: tuple[MilestoneRow, ...]
    table: Table
    late: int
    done: int
    planned: int


@dataclass(frozen=True, slots=True)
class PartnershipView:
    """Everything the partnership page shows."""

    id: str
    partners: str
    facts: tuple[tuple[str, str], ...]
    cards: tuple[DomainCard, ...]
    groups: tuple[MilestoneGroup, ...]
    reports: tuple[CheckInRow, ...]
    history_href: str
    schedule: ScheduleView
    cliff_warnings: tuple[CliffWarning, ...] = ()


def partnership_view(
    reader: Reader,
    partnership: Partnership,
    milestones: Sequence[Milestone],
    depths: dict[str, Depth],
    check_ins: Sequence[CheckIn],
    portfolio: Portfolio,
    limits: Thresholds = SHIPPED,
    shared: tuple[float, int] | None = None,
    comments: Mapping[str, int] = MappingProxyType({}),
) -> PartnershipView:
    """The page of one partnership, from its records and its measured row."""
    people, corrections = dict(portfolio.people), {one.corrects: one for one in check_ins if one.corrects}
    partners = {one: portfolio.organisations.get(one, "") for one in partnership.partners}
    return PartnershipView(
        id=partnership.id,
        partners=" · ".join(partners.values()),
        facts=(*_facts(reader, partnership, portfolio), (reader.say("Shared score"), _shared(reader, shared))),
        cards=tuple(_card(reader, domain, partnership, milestones, depths, check_ins, portfolio, limits) for domain in DOMAINS),
        groups=tuple(group for key in GROUPS if (group := _group(reader, partnership.code, key, milestones, people, partners, comments))),
        reports=tuple(_told(reader, partnership, one, people, comments, corrections.get(one.id)) for one in check_ins[:REPORTS_SHOWN]),
        history_href=address(reader, "partnership", p=partnership.code, history="partnership"),
        schedule=_schedule(reader, partnership, milestones, portfolio, limits),
        cliff_warnings=tuple(cliff_warnings(reader, portfolio.timed.cliffs, portfolio.partnerships.loc[[partnership.id]])),
    )


def _schedule(reader: Reader, partnership: Partnership, milestones: Sequence[Milestone], portfolio: Portfolio, limits: Thresholds) -> ScheduleView:
    row = next(portfolio.timed.partnerships.loc[[partnership.id]].itertuples(index=False))
    return schedule_view(reader, row, limits, milestones, float(portfolio.partnerships["mean"][partnership.id]))


def _shared(reader: Reader, shared: tuple[float, int] | None) -> str:
    return "–" if shared is None else f"{percent(100 * shared[0], reader.language)} · {ago(shared[1], reader.language)}"


def _facts(reader: Reader, partnership: Partnership, portfolio: Portfolio) -> list[tuple[str, str]]:
    say, language, row = reader.say, reader.language, portfolio.partnerships.loc[partnership.id].to_dict()
    late = say.plural("{n} overdue", "{n} overdue", row["weakest_late"])
    weakest = f"{group_name(say, row['weakest_domain'])} ({late})" if row["weakest_domain"] else say("nothing is overdue")
    return [
        (say("Phase"), phase_name(say, partnership.phase)),
        (say("Lead"), portfolio.people.get(partnership.lead_id, "–")),
        (say("Programme"), f"{day(partnership.starts_on, language)} – {day(partnership.ends_on, language)}"),
        (say("Next steering meeting"), day(partnership.meeting_ahead(reader.today), language)),
        (say("Most is late in"), weakest),
        (say("Last update"), ago(row["days_since"], language)),
    ]


def _card(
    reader: Reader,
    domain: str,
    partnership: Partnership,
    milestones: Sequence[Milestone],
    depths: dict[str, Depth],
    check_ins: Sequence[CheckIn],
    portfolio: Portfolio,
    limits: Thresholds,
) -> DomainCard:
    row = portfolio.domains.loc[[(partnership.id, domain)]].itertuples(index=False)
    report = next((one for one in check_ins if one.domain == domain), None)
    depth = depths.get(domain)
    timed = timed_rows(portfolio, portfolio.domains.loc[[(partnership.id, domain)]].index)
    return DomainCard(
        cell=domain_cell(reader.say, domain, next(row), partnership.phase in ACTIVE, timed.get((partnership.id, domain)), limits),
        report=_report(reader, partnership, report, portfolio) if report else None,
        next_due=next_due(reader, [one for one in milestones if one.domain == domain]),
        evidence=str(depth.evidence.reading(reader.language)) if depth else "",
        href=address(reader, "domain", d=domain),
        depth_href=address(reader, "partnership", p=partnership.code, history=f"depth.{domain}"),
    )


def _report(reader: Reader, partnership: Partnership, report: CheckIn, portfolio: Portfolio) -> CheckInRow:
    href = address(reader, "partnership", p=partnership.code, history=f"report.{report.domain}")
    return replace(check_in_row(reader, report, dict(portfolio.people)), href=href)


def next_due(reader: Reader, milestones: Sequence[Milestone]) -> str:
    """What is due first of what is still to do."""
    say = reader.say
    open_ones = [one for one in milestones if one.open and one.due_on]
    if not open_ones:
        if milestones and all(one.cancelled for one in milestones):
            return say("Everything that was planned was cancelled.")
        return say("Nothing is left to do.") if milestones else say("Nothing is planned yet.")
    first = min(open_ones, key=lambda one: (one.promise, one.code))
    words = {"title": str(first.title.reading(reader.language)), "day": day(first.promise, reader.language)}
    return say("Was promised {day}: {title}", **words) if first.days_late(reader.today) else say("Next, {day}: {title}", **words)


def _told(
    reader: Reader, partnership: Partnership, report: CheckIn, people: dict[str, str], comments: Mapping[str, int], correction: CheckIn | None
) -> CheckInRow:
    said = count_words(reader, comments.get(report.id, 0))
    return replace(check_in_row(reader, report, people, correction), href=thing_href(reader, partnership.code, report) if said else "", comments=said)


def _group(
    reader: Reader, code: str, key: str, milestones: Sequence[Milestone], people: dict[str, str], partners: dict[str, str], comments: Mapping[str, int]
) -> MilestoneGroup | None:
    own = sorted((one for one in milestones if one.domain == key), key=lambda one: (one.cancelled, str(one.due_on), one.code))
    if not own:
        return None
    counted = [one for one in own if not one.cancelled]
    done = sum(one.done for one in counted)
    late = sum(one.days_late(reader.today) > 0 for one in counted)
    words = reader.say("{done} of {total} done", done=done, total=len(counted))
    words += f" · {reader.say.plural('{n} overdue', '{n} overdue', late)}" if late else ""
    hrefs = {one.id: address(reader, "partnership", p=code, history=f"milestone.{one.code}") for one in own}
    drawn = [(one, milestone_row(reader, one, people, partners)) for one in own]
    marks = {one.id: " · ".join(filter(None, (row.marks, count_words(reader, comments.get(one.id, 0))))) for one, row in drawn}
    rows = tuple(replace(row, href=hrefs[one.id], marks=marks[one.id]) for one, row in drawn)
    return MilestoneGroup(key, group_name(reader.say, key), words, rows, _table(reader, [*zip(own, rows, strict=True)], partners), late, done, len(counted))


def milestone_table(reader: Reader, milestones: Sequence[Milestone], portfolio: Portfolio) -> Table:
    """All milestones, for a file: real dates and plain numbers."""
    ordered = sorted(milestones, key=lambda one: (GROUPS.index(one.domain), str(one.due_on), one.code))
    rows = [milestone_row(reader, one, portfolio.people, portfolio.organisations) for one in ordered]
    return _table(reader, [*zip(ordered, rows, strict=True)], portfolio.organisations)


def _table(reader: Reader, milestones: Sequence[tuple[Milestone, MilestoneRow]], organisations: Mapping[str, str]) -> Table:
    say = reader.say
    columns = (
        Column("code", say("Code"), "file"),
        Column("domain", say("Domain"), "file"),
        Column("milestone", say("Milestone")),
        Column("state", say("State")),
        Column("credit", say("Credit (%)"), "file"),
        Column("weight", say("Weight"), "file"),
        Column("start", say("Start"), "file"),
        Column("promised", say("Promised"), "file"),
        Column("due", say("Due")),
        Column("late", say("Days late"), "file"),
        Column("forecast", say("Forecast"), "file"),
        Column("done", say("Done on"), "file"),
        Column("owner", say("Owner")),
        Column("partner", say("Partner"), "file"),
        Column("waits", say("Waits for"), "file"),
        Column("gate", say("Gate"), "file"),
        Column("note", say("Note"), "file"),
    )
    return Table(columns, tuple(_cells(reader, one, row, organisations) for one, row in milestones))


def _cells(reader: Reader, one: Milestone, row: MilestoneRow, organisations: Mapping[str, str]) -> Row:
    return (
        row.code,
        row.domain,
        Cell(row.title, code=row.code, href=row.href, notes=((row.marks, "muted"),) if row.marks else ()),
        row.state_words,
        one.credit,
        one.weight,
        one.starts_on,
        one.promise,
        Cell(one.due_on, row.due),
        one.days_late(reader.today),
        one.forecast_on,
        one.done_on,
        row.owner,
        organisations.get(one.partner_id, ""),
        row.waits_for,
        gate_name(reader.say, one.gate),
        str(one.note.reading(reader.language)),
    )
