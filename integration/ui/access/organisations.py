"""Organisations for administrators: the list, and the form of a new one or of the one in the address."""

from dataclasses import replace

import streamlit as st

from integration.i18n.labels import kind_name
from integration.model.organisation import KINDS, Organisation
from integration.services.core.visit import Visit
from integration.services.portfolio import partnership
from integration.ui.access.merging import mending
from integration.ui.forms.address_bar import asked_text, choice
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.forms.same_name import asking_first, is_another


def organisations_form(visit: Visit) -> None:
    """Choose an organisation or a new one, and save its name and kind; every earlier name stays in its history."""
    say, (known, _) = visit.reader.say, partnership.organisations_and_people(visit)
    st.subheader(say("Organisations"))
    asked = asked_text("organisation")
    chosen = asked if asked in known else ""
    choice(say("Organisation"), "organisation", ["", *known], chosen, lambda one: known[one].name if one else say("A new organisation"))
    form = Form(visit, f"organisation/{chosen}", known.get(chosen) or Organisation(name="", kind="company"), {})
    wanted = replace(
        form.seen,
        name=form.text("organisation", say("Name of the organisation"), form.seen.name),
        kind=form.choice("kind", say("Kind"), KINDS, form.seen.kind, lambda value: kind_name(say, value)),
    )
    another = is_another(visit, wanted.name)
    if form.submit(say("Save the organisation"), wanted, lambda one: asking_first(lambda: partnership.add_organisation(visit, one, another=another))):
        saved(visit, [say("{name} was saved.", name=wanted.name)])
        st.rerun()
    if chosen:
        mending(visit, known[chosen], known, "organisation")
