"""One partnership frozen in one language, by the same views that draw its pages."""

from collections.abc import Mapping, Sequence
from typing import Any

from integration.days import day_of
from integration.i18n.formats import NOTHING, ago, day, percent
from integration.i18n.labels import phase_name
from integration.model.domain import DOMAINS, GROUPS, Domain
from integration.model.partnership import ACTIVE
from integration.model.plan.baseline import Baseline, BaselineLine, baseline_lines
from integration.model.plan.milestone import Milestone
from integration.model.text import Text
from integration.reports.freeze.foundation_parts import gap_parts, mirror_sentence, theme_parts
from integration.reports.freeze.measured_rows import MeasuredRows
from integration.reports.freeze.register_parts import decision_parts, risk_parts, step_parts
from integration.reports.freeze.snapshot import CliffPart, CurvePart, DomainPart, LinePart, MilestonePart, PartnershipSnapshot, SchedulePart
from integration.reports.freeze.sources import PartnershipSources
from integration.views.changes.changes import change_lines
from integration.views.kit.reader import Reader
from integration.views.plan.cliff_warning import cliff_warnings
from integration.views.plan.curve import Line, curve_view
from integration.views.plan.milestone import state_name
from integration.views.plan.schedule import schedule_view
from integration.views.portfolio.cell import domain_cell
from integration.views.portfolio.partnership import next_due

CLIFFS = 12


def partnership_snapshot(reader: Reader, sources: PartnershipSources, rows: MeasuredRows) -> PartnershipSnapshot:
    """The partnership as its page shows it now."""
    partnership, names = sources.partnership, rows.names
    shared, row = rows.measured.shared.get(partnership.id), rows.partnerships[partnership.id]
    milestones = tuple(_milestone(reader, one, names) for one in _in_order(sources.milestones))
    return PartnershipSnapshot(
        id=partnership.id,
        code=partnership.code,
        name=str(partnership.name.reading(reader.language)),
        partners=tuple(names[one] for one in partnership.partners if one in names),
        phase=phase_name(reader.say, partnership.phase),
        lead=names.get(partnership.lead_id, NOTHING),
        starts=partnership.starts_on,
        ends=partnership.ends_on,
        meeting=partnership.meeting_ahead(reader.today),
        progress=_rounded(row.mean),
        updated=ago(row.days_since, reader.language),
        foundation=NOTHING if shared is None else f"{percent(100 * shared[0], reader.language)} · {ago(shared[1], reader.language)}",
        schedule=_schedule(reader, sources, rows),
        domains=tuple(_domain(reader, sources, rows, domain) for domain in DOMAINS),
        cliffs=_cliffs(reader, sources, rows),
        decisions=decision_parts(reader, sources.register, names),
        risks=risk_parts(reader, sources.register, names),
        steps=step_parts(reader, sources.register, milestones, names),
        milestones=milestones,
        curve=_curve(reader, sources, rows.schedules.get(partnership.id)),
        since=_since(reader, sources),
        changes=tuple(line.sentence for line in change_lines(reader, [(one.before, one.after) for one in sources.changes], dict(names))),
        themes=theme_parts(reader, sources, names),
        gaps=gap_parts(reader, sources, names),
        mirror=mirror_sentence(reader, sources, names),
    )


def _in_order(milestones: Sequence[Milestone]) -> list[Milestone]:
    return sorted(milestones, key=lambda one: (GROUPS.index(one.domain), str(one.due_on), one.code))


def _rounded(value: Any) -> float | None:
    return None if value is None or value != value else round(float(value), 4)


def _milestone(reader: Reader, one: Milestone, names: Mapping[str, str]) -> MilestonePart:
    state = one.state(reader.today)
    return MilestonePart(
        code=one.code,
        domain=one.domain,
        title=str(one.title.reading(reader.language)),
        state=state,
        state_name=state_name(reader.say, state),
        due=one.due_on,
        promised=one.promise,
        late=one.days_late(reader.today),
        forecast=one.forecast_on,
        done=one.done_on,
        credit=one.credit,
        critical=one.critical,
        owner=names.get(one.owner_id, ""),
        partner=names.get(one.partner_id, ""),
    )


def _domain(reader: Reader, sources: PartnershipSources, rows: MeasuredRows, domain: Domain) -> DomainPart:
    place, active = (sources.partnership.id, domain), sources.partnership.phase in ACTIVE
    cell = domain_cell(reader.say, domain, rows.domains[place], active, rows.timed.get(place), rows.measured.limits)
    verdict = cell.verdict
    report = next((one for one in sources.check_ins if one.domain == cell.domain), None)
    lines = sources.lines.get(cell.domain)
    done, stuck, need = (str(text.reading(reader.language)) for text in (lines.done, lines.stuck, lines.need)) if lines else ("", "", "")
    return DomainPart(
        key=cell.domain,
        name=cell.name,
        progress=_rounded(cell.progress),
        overdue=cell.overdue,
        start=cell.levels.start if cell.levels else None,
        current=cell.levels.current if cell.levels else None,
        target=cell.levels.target if cell.levels else None,
        depth=cell.depth_names,
        reported=cell.colour or "",
        reported_name=cell.colour_words,
        reported_on=day_of(report.recorded_at) if report and report.recorded_at else None,
        confidence=report.confidence if report else None,
        pair=cell.pair,
        delivered=_rounded(cell.delivered),
        planned=_rounded(cell.due),
        computed=verdict.colour if verdict else "grey",
        sign=verdict.sign if verdict else "?",
        computed_name=verdict.name if verdict else "",
        rule=verdict.reason if verdict else "",
        warnings=verdict.warnings if verdict else (),
        since=verdict.since if verdict else "",
        done=done,
        stuck=stuck,
        need=need,
        next_due=next_due(reader, [one for one in sources.milestones if one.domain == domain]),
    )


def _schedule(reader: Reader, sources: PartnershipSources, rows: MeasuredRows) -> SchedulePart | None:
    row = rows.schedules.get(sources.partnership.id)
    if row is None:
        return None
    view = schedule_view(reader, row, rows.measured.limits, sources.milestones, float(rows.partnerships[sources.partnership.id].mean))
    verdict = view.verdict
    why = (*view.why.rules, *view.why.milestones, *filter(None, (view.why.more,)))
    return SchedulePart(
        colour=verdict.colour,
        sign=verdict.sign,
        name=verdict.name,
        rule=verdict.reason,
        sentence=view.sentence,
        finish=view.finish,
        numbers=view.numbers,
        headline=view.headline,
        notes=(*filter(None, (verdict.since,)), *view.notes),
        why=why,
        terms=view.why.terms,
        behind=None if row.behind != row.behind or row.complete else round(row.behind),
    )


def _cliffs(reader: Reader, sources: PartnershipSources, rows: MeasuredRows) -> tuple[CliffPart, ...]:
    frame = rows.cliffs.get(sources.partnership.id)
    if frame is None:
        return ()
    warnings = cliff_warnings(reader, frame, rows.measured.portfolio.partnerships.loc[[sources.partnership.id]])
    return tuple(CliffPart(one.subject, one.before, one.cost, one.missed, one.before_words) for one in warnings[:CLIFFS])


def _curve(reader: Reader, sources: PartnershipSources, timed: Any) -> CurvePart:
    view = curve_view(reader, sources.milestones, sources.promises, _current(sources), timed)
    first, last = view.cone or (None, None)
    return CurvePart(tuple(map(_line, view.planned)), _line(view.earned) if view.earned else None, first, last, view.in_words)


def _current(sources: PartnershipSources) -> list[BaselineLine]:
    return baseline_lines(Baseline(partnership_id=sources.partnership.id, name=Text()), sources.milestones)


def _line(line: Line) -> LinePart:
    return LinePart(line.name, line.days, tuple(round(share, 2) for share in line.shares))


def _since(reader: Reader, sources: PartnershipSources) -> str:
    when = day(sources.since, reader.language)
    return reader.say("since the meeting of {day}", day=when) if sources.held else reader.say("since {day}", day=when)
