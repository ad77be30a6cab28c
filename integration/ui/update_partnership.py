"""A partnership's own data: name, partners, phase, dates, lead and the next meeting; also for a new one."""

from dataclasses import replace
from typing import Any

import streamlit as st

from integration.errors import EditConflict, Invalid
from integration.i18n.labels import kind_name, phase_name
from integration.model.organisation import KINDS, Organisation
from integration.model.partnership import PHASES, Partnership
from integration.model.person import Person
from integration.model.text import Text
from integration.services import partnership
from integration.services.visit import Visit
from integration.ui.address_bar import write
from integration.ui.said import problems_list, saved, sentence


def update_partnership(visit: Visit, before: Partnership | None) -> None:
    """The form; saving a new partnership opens its update page."""
    say = visit.reader.say
    organisations, people = partnership.known(visit)
    base = before or Partnership(code="", name=Text(), partners=())
    wanted = _fields(visit, base, organisations, people)
    if st.button(say("Save"), type="primary", icon=":material/save:", key="save-partnership"):
        try:
            partnership.save(visit, wanted)
        except Invalid as error:
            problems_list(visit, error)
        except EditConflict as error:
            sentence(visit, say.error(error))
        else:
            saved(visit, [say("{code} was saved.", code=wanted.code)])
            write("p", wanted.code)
            st.rerun()
    _additions(visit)


def _fields(visit: Visit, base: Partnership, organisations: dict[str, Organisation], people: dict[str, Person]) -> Partnership:
    say, shape = visit.reader.say, {"format": "DD-MM-YYYY"}

    def kept(name: str) -> dict[str, Any]:
        return {"key": f"partnership-{base.code}-{base.version}-{name}", "persist_state": "session"}

    one, two = st.columns(2, gap="large")
    with one:
        code = st.text_input(say("Code"), base.code, help=say("Capitals, digits and hyphens; it stands in the address."), **kept("code")) or ""
        name = Text(st.text_input(say("Name in Dutch"), base.name.nl, **kept("nl")) or "", st.text_input(say("Name in English"), base.name.en, **kept("en")) or "")
        partners = st.multiselect(
            say("Partners"), [*organisations], [one for one in base.partners if one in organisations], format_func=lambda one: organisations[one].name, placeholder=say("Choose at least two"), **kept("partners")
        )
        phase = st.selectbox(say("Phase"), PHASES, index=PHASES.index(base.phase), format_func=lambda value: phase_name(say, value), **kept("phase"))
    with two:
        starts = st.date_input(say("Programme start"), base.starts_on, **shape, **kept("starts"))
        ends = st.date_input(say("Planned end"), base.ends_on, **shape, **kept("ends"))
        meeting = st.date_input(say("Next steering meeting"), base.next_meeting_on, **shape, **kept("meeting"))
        leads = ["", *people]
        lead = st.selectbox(say("Lead"), leads, index=leads.index(base.lead_id) if base.lead_id in leads else 0, format_func=lambda one: people[one].name if one else say("Nobody yet"), **kept("lead"))
    name = Text(name.nl.strip(), name.en.strip())
    return replace(base, code=code.strip(), name=name, partners=tuple(partners), phase=phase, starts_on=starts, ends_on=ends, next_meeting_on=meeting, lead_id=str(lead or ""))


def _additions(visit: Visit) -> None:
    say = visit.reader.say
    with st.expander(say("Add an organisation or a person"), icon=":material/add:"):
        one, two = st.columns(2, gap="large")
        with one:
            name = st.text_input(say("Name of the organisation"), key="new-organisation") or ""
            kind = st.selectbox(say("Kind"), KINDS, format_func=lambda value: kind_name(say, value), key="new-kind")
            if st.button(say("Add organisation"), key="add-organisation"):
                _add(visit, lambda: partnership.add_organisation(visit, Organisation(name=name, kind=kind)).name)
        with two:
            person = st.text_input(say("Name of the person"), key="new-person") or ""
            if st.button(say("Add person"), key="add-person"):
                _add(visit, lambda: partnership.add_person(visit, person).name)


def _add(visit: Visit, add: Any) -> None:
    try:
        name = add()
    except Invalid as error:
        problems_list(visit, error)
        return
    saved(visit, [visit.reader.say("{name} was added.", name=name)])
    st.rerun()
