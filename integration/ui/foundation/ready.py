"""The form that takes a ready objective over: which one, what it counts, and its numbers."""

from dataclasses import replace

import streamlit as st

from integration.model.foundation import Indicator
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.foundation import foundation, ready
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.panels import small_print


def ready_form(visit: Visit, dossier: Dossier) -> None:
    """Take over one of the ready objectives that are not there yet; nothing where all are."""
    say, own = visit.reader.say, dossier.partnership
    offered = ready.not_there(own, foundation.read(visit, own))
    if not offered:
        return
    with st.expander(say("Begin with a ready objective"), icon=":material/checklist:", key="open-ready"):
        blank = Indicator(id=own.id, partnership_id=own.id, objective_id=own.id, name=Text())
        form = Form(visit, f"ready/{own.code}", blank, {})
        titles = {code: str(Text(row["nl"], row["en"]).reading(visit.language)) for code, row in offered.items()}
        code = form.choice("ready", say("Ready objective"), [*titles], next(iter(titles)), titles.__getitem__)
        small_print(offered[code][f"definition_{visit.language}"], f"ready-{code}")
        begun = ready.begun(visit, own, code)
        wanted = replace(
            begun,
            start_value=form.number("start_value", say("Where it starts"), 0.0),
            target_value=form.number("target_value", say("What to reach"), 0.0),
            due_on=form.day("due_on", say("To reach by when?"), None),
            confirmed_by=form.text("confirmed_by", say("Who outside confirms the number?"), ""),
        )
        if form.submit(say("Add the objective with its indicator"), wanted, lambda one: ready.take_over(visit, own, code, one)):
            saved(visit, [say("The objective and its indicator were added.")])
            st.rerun()
