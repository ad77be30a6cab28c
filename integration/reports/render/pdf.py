"""The pack as a PDF: A4 landscape, tagged for screen readers (PDF/UA-1); the template gets data only, so that nothing somebody typed is markup."""

import json
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import Any

import typst

from integration import palette
from integration.days import day_of
from integration.i18n.formats import NOTHING, day, moment, percent
from integration.i18n.words import Words, words_in
from integration.model.text import Language
from integration.reports.freeze.snapshot import DomainPart, PartnershipSnapshot, Snapshot
from integration.reports.progress import OnProgress, silently
from integration.reports.render.curve_layout import drawing
from integration.reports.render.pack_tables import cliff_table, depth_brief, domain_table, lines_table, milestone_table
from integration.reports.render.pdf_text import printable
from integration.reports.render.printed import cut, tone_of, words_in_rows
from integration.reports.render.register_tables import decision_table, risk_table, step_table
from integration.reports.render.summary import front_rows, lead_facts, numbers_of, top_tables
from integration.views.kit.table import Table

TEMPLATE = (Path(__file__).parent / "pack.typ").read_bytes()
BRIEF, FIRST, LONG, MILESTONES = 3, 2, 40, 80
PAINT = ("INK", "MUTED", "ACCENT", "RULE", "SOFT", "TRACK", "PLANNED", "DELIVERED", "FORECAST", "CONE")


def pdf(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently) -> bytes:
    """The PDF of a snapshot; made of it alone, at its own moment, so always the same bytes."""
    data = json.dumps(printable(_data(words_in(language), snapshot)), ensure_ascii=False)
    on_progress(len(snapshot.parts) // 2)
    made = typst.compile(
        TEMPLATE, sys_inputs={"data": data}, ignore_system_fonts=True, pdf_standards=["ua-1"], timestamp=snapshot.moment.replace(tzinfo=UTC), format="pdf"
    )
    on_progress(len(snapshot.parts))
    return bytes(made)


def _data(say: Words, snapshot: Snapshot) -> dict[str, Any]:
    when = moment(snapshot.moment, say.language)
    return {
        "language": say.language,
        "title": snapshot.title,
        "kind": say("Steering pack"),
        "published": say("published {moment} by {who}", moment=when, who=snapshot.who),
        "day": day(day_of(snapshot.moment), say.language),
        "note": " – ".join(filter(None, (snapshot.corrects, snapshot.reason))),
        "page": say("Page"),
        "of": say("of"),
        "seal": f"{snapshot.id} · {snapshot.content_hash[:12]}",
        "limits": snapshot.limits,
        "limits_brief": f"{say('Computed')}: {snapshot.limits_brief}",
        "limits_title": say("How colours are computed"),
        "whole": snapshot.whole,
        "strong": palette.STRONG,
        "pale": palette.PALE,
        "paint": {name.lower(): getattr(palette, name) for name in PAINT},
        "figures": [asdict(one) for one in snapshot.figures],
        "attention": {"title": say("Needs attention"), "rows": snapshot.attention, "nothing": say("Nothing asks for attention.")},
        "about": _about(say, snapshot),
        "heat": _heat(say, snapshot) if snapshot.whole else None,
        "tops": [_table(say, one) for one in top_tables(say, snapshot)] if snapshot.whole else [],
        "parts": [_part(say, part, snapshot) for part in snapshot.parts],
    }


def _about(say: Words, snapshot: Snapshot) -> str:
    if not snapshot.whole:
        return " · ".join(snapshot.partners)
    counted = say.plural("{n} partnership", "{n} partnerships", len(snapshot.parts))
    return f"{counted} · {say.plural('{n} organisation', '{n} organisations', len(snapshot.partners))}"


def _heat(say: Words, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "title": say("Where every partnership stands"),
        "columns": [say("Partnership"), *(one.name for one in snapshot.parts[0].domains), say("Whole plan")],
        "rows": [
            {
                "name": part.name,
                "partners": " · ".join(part.partners),
                "cells": [_cell(say, one) for one in part.domains],
                "tone": part.schedule.colour if part.schedule else "",
                "whole": f"{part.schedule.sign} {part.schedule.name}" if part.schedule else NOTHING,
                "mean": percent(part.progress, say.language),
            }
            for part in snapshot.parts
        ],
    }


def _cell(say: Words, one: DomainPart) -> dict[str, Any]:
    differs = one.reported and one.reported != one.computed and one.computed != "blue"
    return {
        "tone": one.computed,
        "sign": one.sign,
        "progress": percent(one.progress, say.language),
        "share": one.progress or 0,
        "depth": depth_brief(say, one),
        "said": say("said {colour}", colour=one.reported_name.lower()) if differs else "",
    }


def _part(say: Words, part: PartnershipSnapshot, snapshot: Snapshot) -> dict[str, Any]:
    brief = snapshot.whole
    picture = drawing(say, part.curve, day_of(snapshot.moment))
    cliffs, decisions, risks, steps = (of(say, part) for of in (cliff_table, decision_table, risk_table, step_table))
    lines = (cliffs, BRIEF), (decisions, FIRST), (risks, FIRST)
    whole = (cliffs, len(cliffs.rows)), (decisions, LONG), (risks, LONG), (steps, LONG), (milestone_table(say, part), MILESTONES)

    def cut_to(*wanted: tuple[Table, int]) -> list[dict[str, Any]]:
        return [_table(say, cut(say, table, most)) for table, most in wanted]

    return {
        "name": part.name,
        "partners": " · ".join(part.partners),
        "facts": lead_facts(say, part),
        "schedule": asdict(part.schedule) if part.schedule else None,
        "numbers": numbers_of(say, part),
        "domains": front_rows(say, part),
        "domain_columns": [one.title for one in domain_table(say, part).on("page").columns],
        "lines": _table(say, lines_table(say, part)),
        "brief": cut_to(lines[0], (steps, BRIEF), *lines[1:]) if brief else cut_to(*lines[:2]),
        "tables": [] if brief else cut_to(*whole),
        "curve": asdict(picture) if picture else None,
        "curve_words": part.curve.words,
        "curve_names": [say("Plan against reality"), say("Delivered"), say("forecast"), say("today")],
        "changes": {"title": say("What changed, {since}", since=part.since), "rows": part.changes, "nothing": say("Nothing changed.")},
    }


def _table(say: Words, one: Table) -> dict[str, Any]:
    return {
        "title": one.title,
        "columns": [column.title for column in one.columns],
        "widths": [column.width for column in one.columns],
        "rows": words_in_rows(say, one),
        "tones": [tone_of(row) for row in one.rows],
        "nothing": one.nothing,
        "more": one.more,
    }
