"""The fields of the four reports, as the browser draws them: a card per domain, with a button per colour."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from integration.i18n.labels import colour_letter, colour_name
from integration.model.domain import DOMAINS
from integration.model.plan.check_in import COLOURS
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.assets import script
from integration.ui.kit.html import also_said
from integration.ui.plan.week.draft import PlanDraft
from integration.views.plan.check_in import TypedReport, last_report

KEY = "reports-sheet"


def reports_sheet(visit: Visit, dossier: Dossier, draft: PlanDraft, typed: Mapping[str, TypedReport]) -> None:
    """Draw the cards; what somebody presses or types in them comes into the draft before the page runs."""
    say = visit.reader.say
    cards = [_card(visit, dossier, draft, one, typed.get(one)) for one in DOMAINS]
    data = {
        "scope": f"{visit.person.id}/reports/{dossier.partnership.code}/{visit.language}",
        "generation": draft.generation,
        "language": visit.language,
        "colours": [{"value": one, "letter": colour_letter(say, one), "name": colour_name(say, one)} for one in COLOURS],
        "domains": cards,
        "typed": draft.reports,
        "settled": draft.reported,
        "known": [*DOMAINS],
        "words": {
            "how": say("How is it going?"),
            "same": say("as last time"),
            "nothing": say("Nothing was reported yet."),
            "noLines": say("Nothing was written with it."),
            "sure": say("How sure are you that the plan will be met?"),
            "of": say("{n} of 10"),
            "scale": say("1–3 at risk · 4–7 has issues · 8–10 on track"),
            "more": say("How sure, and in words"),
            "done": say("Done since last time"),
            "stuck": say("Stuck"),
            "need": say("Needed from the steering committee"),
            "corrects": say("This corrects my last report"),
            "kept": say("Not saved, from {when}:"),
            "put": say("Put back"),
            "drop": say("Throw away"),
        },
    }
    also_said(" ".join(_words(one) for one in cards), KEY)
    component("ineen_reports", js=script("reports"))(data=data, key=KEY, on_typed_change=lambda: draft.take_reports(_sent()))


def _sent() -> Any:
    state = st.session_state.get(KEY)
    return state.get("typed") if isinstance(state, Mapping) else None


def _card(visit: Visit, dossier: Dossier, draft: PlanDraft, domain: str, typed: TypedReport | None) -> dict[str, Any]:
    view = last_report(visit.reader, domain, draft.last.get(domain), {one: person.name for one, person in dossier.people.items()})
    row = view.row
    last = (
        {"colour": row.colour, "letter": row.letter, "words": row.colour_words, "confidence": row.confidence, "when": row.when, "ago": row.ago} if row else {}
    )
    return {
        **asdict(view),
        "row": None,
        "last": {**last, "lines": [list(line) for line in row.lines]} if row else None,
        "typed": draft.reports.get(domain, {}),
        "marks": dict(typed.marks) if typed else {},
    }


def _words(card: Mapping[str, Any]) -> str:
    said = [line for lines in (card["last"] or {}).get("lines", []) for line in lines]
    return " ".join([card["name"], *said, *card["marks"].values()])
