"""When, where and with whom a meeting will be: asked when it is prepared, changed until it begins."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from integration.i18n.typed.clocks import typed_clock
from integration.model.meeting import Meeting
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.form import Form


def plan_form(visit: Visit, dossier: Dossier, one: Meeting, label: str, store: Callable[[Meeting], object]) -> bool:
    """The fields and their button; whether they were stored."""
    say = visit.reader.say
    people = {key: person.name for key, person in dossier.people.items()}
    form = Form(visit, f"meeting/{one.partnership_id}/{one.id if one.version else ''}", one, dossier.names)
    seen = form.seen
    left, middle, right = st.columns([2, 1, 3])
    with left:
        day = form.day("planned_on", say("Day of the meeting"), seen.planned_on)
    with middle:
        starts = form.text("starts_at", say("Begins at"), seen.starts_at, placeholder="14:00")
    with right:
        where = form.text("location", say("Place"), seen.location)
    # Who was asked but may not be seen by this reader stays asked.
    unseen = tuple(key for key in seen.invited if key not in people)
    first = (*seen.invited, dossier.partnership.lead_id, *sorted(people, key=people.__getitem__))
    known = [key for key in dict.fromkeys(first) if key in people]
    invited = form.choices("invited", say("Who comes?"), known, seen.invited, people.__getitem__, say("Choose one or more"))
    others = form.text("invited_others", say("Others who come, by name"), seen.invited_others)
    wanted = replace(seen, planned_on=day, starts_at=typed_clock(starts), location=where, invited=(*invited, *unseen), invited_others=others)
    return form.submit(label, wanted, store)
