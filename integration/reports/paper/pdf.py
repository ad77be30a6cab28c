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
from integration.reports.look import OWN, Look
from integration.reports.paper.curve_layout import drawing
from integration.reports.paper.pdf_text import printable
from integration.reports.paper.sections import ROOMS, Room, appendix, sections, told_table
from integration.reports.progress import OnProgress, silently
from integration.reports.render.pack_tables import cliff_table, depth_brief, domain_table
from integration.reports.render.printed import cut
from integration.reports.render.register_tables import decision_table, risk_table, step_table
from integration.reports.render.summary import front_rows, lead_facts, numbers_of, top_tables

TEMPLATE = (Path(__file__).parent / "pack.typ").read_bytes()
BRIEF, FIRST, FRONT = 3, 2, 4
PAINT = ("INK", "MUTED", "ACCENT", "RULE", "SOFT", "TRACK", "PLANNED", "DELIVERED", "FORECAST", "CONE")


def pdf(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently, look: Look = OWN) -> bytes:
    """The PDF of a snapshot; made of it alone, at its own moment, so always the same bytes."""
    say = words_in(language)
    data = _fitted(say, snapshot, look)
    on_progress(len(snapshot.parts) // 2)
    moment_ = snapshot.moment.replace(tzinfo=UTC)
    made = typst.compile(TEMPLATE, sys_inputs={"data": data}, ignore_system_fonts=True, pdf_standards=["ua-1"], timestamp=moment_, format="pdf")
    on_progress(len(snapshot.parts))
    return bytes(made)


def _fitted(say: Words, snapshot: Snapshot, look: Look) -> str:
    """The data in the roomiest form in which what stands before the appendix fits on four pages."""
    for room in ROOMS:
        data = json.dumps(printable(_data(say, snapshot, room, look)), ensure_ascii=False)
        if snapshot.whole or room is ROOMS[-1]:
            break
        [front] = json.loads(typst.query(TEMPLATE, "<front>", field="value", sys_inputs={"data": data}, ignore_system_fonts=True))
        if front <= FRONT:
            break
    return data


def _data(say: Words, snapshot: Snapshot, room: Room, look: Look) -> dict[str, Any]:
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
        "appendix": say("Appendix"),
        "limits_title": say("How colours are computed"),
        "whole": snapshot.whole,
        "logo": [*look.logo],
        "logo_words": say("Logo"),
        "strong": palette.STRONG,
        "pale": palette.PALE,
        "paint": {name.lower(): getattr(palette, name) for name in PAINT} | ({"accent": look.accent} if look.accent else {}),
        "figures": [asdict(one) for one in snapshot.figures],
        "attention": {"title": say("Needs attention"), "rows": snapshot.attention, "nothing": say("Nothing asks for attention.")},
        "about": _about(say, snapshot),
        "heat": _heat(say, snapshot) if snapshot.whole else None,
        "tops": [told_table(say, one) for one in top_tables(say, snapshot)] if snapshot.whole else [],
        "parts": [_part(say, part, snapshot, room) for part in snapshot.parts],
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


def _part(say: Words, part: PartnershipSnapshot, snapshot: Snapshot, room: Room) -> dict[str, Any]:
    today = day_of(snapshot.moment)
    picture = drawing(say, part.curve, today)
    pressing = (cliff_table(say, part), BRIEF), (step_table(say, part), BRIEF), (decision_table(say, part), FIRST), (risk_table(say, part), FIRST)
    return {
        "name": part.name,
        "partners": " · ".join(part.partners),
        "facts": lead_facts(say, part),
        "schedule": asdict(part.schedule) if part.schedule else None,
        "numbers": numbers_of(say, part),
        "domains": front_rows(say, part),
        "domain_columns": [one.title for one in domain_table(say, part).on("page").columns],
        "brief": [told_table(say, cut(say, table, most)) for table, most in pressing] if snapshot.whole else [],
        "sections": None if snapshot.whole else sections(say, part, today, room),
        "tables": [] if snapshot.whole else appendix(say, part, room),
        "curve": asdict(picture) if picture else None,
        "curve_words": part.curve.words,
        "curve_names": [say("Plan against reality"), say("Delivered"), say("forecast"), say("today")],
    }
