"""New rows below the plan, as the browser draws them: one more whenever the last is typed in, and as many as are pasted."""

from collections.abc import Mapping
from typing import Any

from streamlit.components.v2 import component

from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.assets import script
from integration.ui.kit.html import also_said
from integration.ui.plan.week.draft import PlanDraft
from integration.ui.plan.week.plan_sheet import sent, table_words
from integration.views.plan.update import MOST, NEW_COLUMNS, TypedRow, named

KEY = "new-sheet"
KINDS = {"title": "long", "domain": "person", "due_on": "day", "starts_on": "day", "owner": "person", "weight": "number", "code": "number", "note": "long"}


def new_sheet(visit: Visit, dossier: Dossier, draft: PlanDraft, rows: Mapping[str, TypedRow]) -> None:
    """Draw the rows; what somebody types or pastes in them comes into the draft before the page runs."""
    say = visit.reader.say
    data = {
        "scope": f"{visit.person.id}/new/{dossier.partnership.code}/{visit.language}",
        "generation": draft.generation,
        "language": visit.language,
        "grows": MOST,
        "columns": _columns(visit, dossier),
        "rows": [_row(draft, one, row) for one, row in rows.items()],
        "typed": draft.added,
        "settled": draft.began,
        "known": [f"new-{one}" for one in range(1, MOST + 1)],
        "words": {
            **table_words(say),
            "table": say("New milestones"),
            "left": say("{n} rows are more than fit at once. They stand here, so that nothing is lost:"),
        },
    }
    also_said(" ".join(mark for row in rows.values() for mark in row.marks.values()), KEY)
    component("ineen_new_rows", js=script("plan_table"))(data=data, key=KEY, on_typed_change=lambda: draft.take_added(sent(KEY)))


def _columns(visit: Visit, dossier: Dossier) -> list[dict[str, Any]]:
    say = visit.reader.say
    labels = {
        "title": say("Title"),
        "domain": say("Domain"),
        "due_on": say("Due"),
        "owner": say("Owner"),
        "starts_on": say("Start"),
        "weight": say("Weight"),
        "code": say("Code"),
        "note": say("Note"),
    }
    options = {
        "domain": [group_name(say, one) for one in GROUPS],
        "owner": sorted(named(person, dossier.people) for person in dossier.people.values()),
    }
    first = NEW_COLUMNS[:4]
    return [
        {"name": one, "label": labels[one], "kind": KINDS[one], "first": one in first, **({"options": options[one]} if one in options else {})}
        for one in NEW_COLUMNS
    ]


def _row(draft: PlanDraft, name: str, row: TypedRow) -> dict[str, Any]:
    return {
        "id": name,
        "code": "",
        "title": "",
        "about": "",
        "late": False,
        "cells": {},
        "typed": draft.added[name],
        "reads": row.reads,
        "marks": row.marks,
    }
