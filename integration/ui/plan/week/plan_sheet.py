"""The fields of the update table, as the browser draws them: a table on a desk, cards on a phone."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from integration.i18n.labels import credit_name, group_name
from integration.i18n.words import Words
from integration.model.domain import GROUPS
from integration.model.plan.milestone import CREDIT_LADDER, Milestone
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.assets import script
from integration.ui.kit.html import also_said
from integration.ui.plan.week.draft import PlanDraft
from integration.views.plan.update import COLUMNS, TypedRow, about, cells_of, named

KINDS = {"credit": "step", "owner": "person", "weight": "number", "note": "long", "domain": "person"}
KEY = "plan-sheet"


def plan_sheet(visit: Visit, dossier: Dossier, draft: PlanDraft, shown: Sequence[Milestone], rows: Mapping[str, TypedRow]) -> None:
    """Draw the fields; what somebody types in them comes into the draft before the page runs."""
    say = visit.reader.say
    data = {
        "scope": f"{visit.person.id}/plan/{dossier.partnership.code}/{visit.language}",
        "generation": draft.generation,
        "language": visit.language,
        "columns": _columns(visit, dossier),
        "rows": [_row(visit, dossier, draft, one, rows.get(one.id)) for one in shown],
        "typed": draft.typed,
        "settled": draft.settled,
        "known": [*draft.seen],
        "words": {
            **table_words(say),
            "left": say("{n} rows found no milestone. They stand here, so that nothing is lost:"),
            "several": say("{n} ticked: change them all"),
            "tick": say("Tick"),
            "all": say("Tick all that are shown"),
            "nothing": say("leave it as it is"),
            "shift": say("Days later (−7 is a week earlier)"),
            "cancel": say("Cancel them"),
            "cancelled": say("Cancelled"),
            "fill": say("Put it in the table"),
            "unread": say("{n} days were not moved: they are not understood yet."),
        },
    }
    also_said(" ".join(mark for row in rows.values() for mark in row.marks.values()), KEY)
    component("ineen_plan_table", js=script("plan_table"))(data=data, key=KEY, on_typed_change=lambda: draft.take(sent(KEY)))


def table_words(say: Words) -> dict[str, str]:
    """What any table for typing says of itself."""
    return {
        "table": say("Milestones, editable"),
        "milestone": say("Milestone"),
        "choose": say("Choose"),
        "more": say("More fields"),
        "kept": say("Not saved, from {when}:"),
        "put": say("Put back"),
        "drop": say("Throw away"),
    }


def sent(key: str) -> Any:
    """What the browser sent of the table with this key; None while it sent nothing."""
    state = st.session_state.get(key)
    return state.get("typed") if isinstance(state, Mapping) else None


def _columns(visit: Visit, dossier: Dossier) -> list[dict[str, Any]]:
    say = visit.reader.say
    labels = {
        "credit": say("Progress"),
        "forecast_on": say("Forecast"),
        "done_on": say("Done on"),
        "owner": say("Owner"),
        "due_on": say("Due"),
        "weight": say("Weight"),
        "note": say("Note"),
        "domain": say("Domain"),
        "starts_on": say("Start"),
    }
    more: dict[str, dict[str, Any]] = {
        "credit": {"options": [credit_name(say, one) for one in CREDIT_LADDER], "short": [str(one) for one in CREDIT_LADDER], "first": True},
        "forecast_on": {"first": True},
        "done_on": {"first": True},
        "owner": {"options": sorted(named(person, dossier.people) for person in dossier.people.values())},
        "domain": {"options": [group_name(say, one) for one in GROUPS]},
    }
    return [{"name": one, "label": labels[one], "kind": KINDS.get(one, "day"), **more.get(one, {})} for one in COLUMNS]


def _row(visit: Visit, dossier: Dossier, draft: PlanDraft, one: Milestone, row: TypedRow | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "code": one.code,
        "title": one.title.reading(visit.language).words,
        "about": about(visit.reader, one),
        "late": one.days_late(visit.today) > 0,
        "cells": cells_of(visit.reader, one, dossier.people),
        "typed": draft.typed.get(one.id, {}),
        "reads": row.reads if row else {},
        "marks": row.marks if row else {},
    }
