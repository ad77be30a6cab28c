"""The front of a pack: the facts, numbers and rows that stand on its first page or slide, and the most pressing of a selection."""

from dataclasses import replace
from typing import Any

from integration.i18n.formats import NOTHING, day, percent
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import PartnershipSnapshot, Snapshot
from integration.reports.render.pack_tables import NAME, cliff_table
from integration.reports.render.printed import left_out, tone_of
from integration.reports.render.register_tables import decision_table, risk_table
from integration.views.kit.table import Cell, Column, Row, Table

TOP = 20


def lead_facts(say: Words, part: PartnershipSnapshot) -> list[tuple[str, str]]:
    """Phase, lead, programme, next meeting."""
    return [
        (say("Phase"), part.phase),
        (say("Lead"), part.lead),
        (say("Programme"), f"{day(part.starts, say.language)} – {day(part.ends, say.language)}"),
        (say("Next steering meeting"), day(part.meeting, say.language)),
        (say("Last update"), part.updated),
    ]


def numbers_of(say: Words, part: PartnershipSnapshot) -> list[tuple[str, str, str]]:
    """The numbers of the plan, and the shared score of the foundation: label, value, note."""
    score, _, when = part.foundation.partition(" · ")
    numbers = list(part.schedule.numbers) if part.schedule else []
    # Packs of before the pair had the mean in front of what is now told behind the colour.
    mean = [] if part.schedule and part.schedule.headline else [(say("Mean progress"), percent(part.progress, say.language), "")]
    return [*mean, *numbers, (say("Shared score"), score, when)]


def front_rows(say: Words, part: PartnershipSnapshot) -> list[dict[str, Any]]:
    """The four domains as a row of bars and colours."""
    return [
        {
            "name": one.name,
            "progress": one.pair or percent(one.progress, say.language),
            "share": one.progress or 0,
            "current": one.current,
            "start": one.start,
            "target": one.target,
            "depth": one.depth,
            "reported": one.reported,
            "reported_name": one.reported_name,
            "reported_on": day(one.reported_on, say.language) if one.reported_on else "",
            "computed": one.computed,
            "sign": one.sign,
            "computed_name": one.computed_name,
            "rule": one.why,
            "warnings": one.warnings,
            "overdue": str(one.overdue) if one.overdue else NOTHING,
        }
        for one in part.domains
    ]


def top_tables(say: Words, snapshot: Snapshot) -> list[Table]:
    """What presses most across a selection: the earliest day to decide, the longest wait, the gravest risk."""
    parts = snapshot.parts
    cliffs = [(one.before.toordinal() if one.before else 0, part, cliff_table(say, part), 0) for part in parts for one in part.cliffs[:1]]
    waiting = [(-one.waiting, part, decision_table(say, part), at) for part in parts for at, one in enumerate(part.decisions) if not one.decided]
    risks = [(-one.before, part, risk_table(say, part), at) for part in parts for at, one in enumerate(part.risks) if one.kind == "risk"]
    return [_merged(say, found) for found in (cliffs, waiting, risks) if found]


def _merged(say: Words, found: list[tuple[int, PartnershipSnapshot, Table, int]]) -> Table:
    ranked = sorted(found, key=lambda one: one[0])[:TOP]
    table = ranked[0][2].on("page")
    rows = tuple(_named(part, own.on("page").rows[at]) for _, part, own, at in ranked)
    merged = replace(table, columns=(Column(NAME, say("Partnership"), width=24), *table.columns), rows=rows)
    rest = len(found) - len(rows)
    return replace(merged, more=left_out(say, rest) if rest else "")


def _named(part: PartnershipSnapshot, row: Row) -> Row:
    # The tone of a row is told by its first cell, which is the partnership's by now.
    first = replace(row[0], tone="") if isinstance(row[0], Cell) else row[0]
    return Cell(part.name, tone=tone_of(row)), first, *row[1:]
