"""The sections of one partnership on paper: the same findings as on its slides, each with its table or picture, cut to what four pages hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.measures.exposure import exposure
from integration.reports.freeze.snapshot import PartnershipSnapshot
from integration.reports.render import findings
from integration.reports.render.in_time import shown_in_time, span
from integration.reports.render.pack_tables import cliff_table, gap_table, lines_table, milestone_table, theme_table
from integration.reports.render.printed import cut, tone_of, words_in_rows
from integration.reports.render.register_tables import asked_table, decision_table, risk_table, step_table, taken_table
from integration.reports.render.tones import exposure_tone
from integration.views.kit.table import Table

LONG, MILESTONES, STEPS, FEW = 40, 80, 5, 110


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows of each subject stand in front of the appendix, and how many letters of a cell."""

    decisions: int
    risks: int
    steps: int
    changes: int
    letters: int


# From the roomiest on, until everything in front of the appendix fits on four pages.
ROOMS = (Room(6, 6, 10, 10, 400), Room(4, 5, 8, 6, 180), Room(3, 4, 6, 4, 90), Room(2, 3, 4, 3, 60))


def told_table(say: Words, one: Table, letters: int = 0) -> dict[str, Any]:
    """A table as the template draws it; cells longer than so many letters end in …"""
    rows = words_in_rows(say, one)
    return {
        "title": one.title,
        "columns": [column.title for column in one.columns],
        "widths": [column.width for column in one.columns],
        "rows": [[_cut(cell, letters) for cell in row] for row in rows] if letters else rows,
        "tones": [tone_of(row) for row in one.rows],
        "nothing": one.nothing,
        "more": one.more,
    }


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else f"{words[: letters - 1].rsplit(' ', 1)[0]}…"


def sections(say: Words, part: PartnershipSnapshot, today: date, room: Room) -> dict[str, Any]:
    """What stands before the appendix."""

    def told(one: Table, most: int) -> dict[str, Any]:
        return told_table(say, cut(say, one, most), room.letters)

    helped = len(findings.helped(part))
    asked = [
        told(asked_table(say, part, today), room.decisions) if findings.waiting(part) else None,
        told(cliff_table(say, part), room.decisions) if part.cliffs else None,
        told(taken_table(say, part), room.decisions // 2 + 1) if findings.taken(part) else None,
    ]
    return {
        "stand": findings.stand(say, part, today),
        "ask": {"title": findings.ask(say, part, today), "tables": [one for one in asked if one]} if part.decisions or helped or part.cliffs else None,
        "domains": findings.of_domains(say, [one for one in part.domains if one.pair or one.overdue] or part.domains),
        "lines": told(lines_table(say, part), 4) if any(one.done or one.stuck or one.need for one in part.domains) else None,
        "time": _time(say, part, today),
        "risks": _risks(say, part, told(risk_table(say, part), room.risks)) if part.risks else None,
        "foundation": _foundation(say, part, room),
        "steps": {"title": findings.actions(say, part), "table": told(step_table(say, part), room.steps)} if part.steps else None,
        "changes": {
            "title": say("What changed, {since}", since=part.since),
            "rows": [_cut(one, room.letters) for one in part.changes[: room.changes]],
            "nothing": say("Nothing changed."),
        },
    }


def appendix(say: Words, part: PartnershipSnapshot, room: Room) -> list[dict[str, Any]]:
    """In full what stands in front in part, as far as paper goes, and every milestone."""
    wide = min(room.letters, FEW)
    cuts = [(lines_table(say, part), 4, room.letters), (cliff_table(say, part), room.decisions, room.letters), (decision_table(say, part), 0, 0)]
    cuts += [(risk_table(say, part), room.risks, room.letters), (step_table(say, part), room.steps, room.letters), (theme_table(say, part), LONG, wide)]
    told = [told_table(say, cut(say, one, LONG)) for one, rows, letters in cuts if _is_cut(say, one, rows, letters)]
    return [*told, told_table(say, cut(say, milestone_table(say, part), MILESTONES))]


def _is_cut(say: Words, one: Table, rows: int, letters: int) -> bool:
    return len(one.rows) > rows or any(len(cell) > letters for row in words_in_rows(say, one.on("page")) for cell in row)


def _time(say: Words, part: PartnershipSnapshot, today: date) -> dict[str, Any] | None:
    shown = shown_in_time(part)
    if not shown:
        return None
    spans = [span(one, today) for one in shown]
    first, last = min(one for one, _ in spans), max(one for _, one in spans)
    whole = max((last - first).days, 1)
    rows = [
        {
            "name": f"{one.code} {_cut(one.title, 60)}",
            "first": (begins - first).days / whole,
            "last": (ends - first).days / whole,
            "late": bool(one.late),
            "words": f"{say.plural('{n} day late', '{n} days late', one.late)} · {day(ends, say.language)}" if one.late else day(ends, say.language),
        }
        for one, (begins, ends) in zip(shown, spans, strict=True)
    ]
    words = "; ".join(f"{one['name']}: {one['words']}" for one in rows)
    return {"title": findings.time(say, part), "rows": rows, "today": (today - first).days / whole, "words": words, "now": say("today")}


def _risks(say: Words, part: PartnershipSnapshot, table: dict[str, Any]) -> dict[str, Any]:
    # The numbers are those in the matrix.
    table["rows"] = [[f"{at}. {first}", *rest] for at, (first, *rest) in enumerate(table["rows"], start=1)]
    return {"title": findings.risks(say, part), "table": table, "matrix": _matrix(say, part)}


def _matrix(say: Words, part: PartnershipSnapshot) -> dict[str, Any]:
    def cell(probability: int, impact: int) -> dict[str, str]:
        here = [str(at) for at, one in enumerate(part.risks, start=1) if (one.probability, one.impact) == (probability, impact)]
        return {"words": " ".join(here), "tone": exposure_tone(exposure(probability, impact))}

    steps = range(1, STEPS + 1)
    rows = [{"probability": str(probability), "cells": [cell(probability, impact) for impact in steps]} for probability in reversed(steps)]
    return {"corner": f"{say('Probability')} ↑ {say('Impact')} →", "rows": rows, "impacts": [str(one) for one in steps]}


def _foundation(say: Words, part: PartnershipSnapshot, room: Room) -> dict[str, Any] | None:
    if not part.themes and not part.gaps:
        return None
    themes, gaps = theme_table(say, part), gap_table(say, part)
    tables: Sequence[Table] = [one for one in (themes, cut(say, gaps, max(room.risks, 3))) if one.rows]
    return {"title": findings.foundation(say, part), "tables": [told_table(say, one, min(room.letters, FEW)) for one in tables], "mirror": part.mirror}
