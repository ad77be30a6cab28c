"""A partnership's own data: name, partners, phase, dates, lead and the next meeting; also for a new one."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import kind_name, phase_name
from integration.model.access.person import Person
from integration.model.organisation import KINDS, Organisation
from integration.model.partnership import PHASES, Partnership, Phase
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.portfolio import partnership
from integration.ui.forms.address_bar import write
from integration.ui.forms.form import Form
from integration.ui.forms.messages import problems_list, saved
from integration.ui.forms.same_name import asking_first, is_another


def update_partnership(visit: Visit, before: Partnership | None) -> None:
    """The form; saving a new partnership opens its update page."""
    say = visit.reader.say
    organisations, people = partnership.organisations_and_people(visit)
    known = {one: body.name for one, body in organisations.items()} | {one: person.name for one, person in people.items()}
    form = Form(visit, f"partnership/{before.code if before else ''}", before or Partnership(code="", name=Text(), partners=()), known)
    wanted = _fields(visit, form, organisations, people)
    if form.submit(say("Save"), wanted, lambda one: partnership.save(visit, one)):
        saved(visit, [say("{code} was saved.", code=wanted.code)])
        write("p", wanted.code)
        st.rerun()
    _additions(visit, before.id if before else "")


def _fields(visit: Visit, form: Form[Partnership], organisations: dict[str, Organisation], people: dict[str, Person]) -> Partnership:
    say, seen = visit.reader.say, form.seen
    one, two = st.columns(2, gap="large")
    with one:
        wanted = replace(
            seen,
            code=form.text("code", say("Code"), seen.code, help=say("Capitals, digits and hyphens; it stands in the address.")),
            name=form.both("name", (say("Name in Dutch"), say("Name in English")), seen.name),
            partners=form.choices(
                "partners", say("Partners"), [*organisations], seen.partners, lambda one: organisations[one].name, say("Choose at least two")
            ),
            phase=form.choice("phase", say("Phase"), _phases(seen), seen.phase, lambda value: phase_name(say, value)),
        )
    with two:
        return replace(
            wanted,
            starts_on=form.day("starts_on", say("Programme start"), seen.starts_on),
            ends_on=form.day("ends_on", say("Planned end"), seen.ends_on),
            next_meeting_on=form.day("next_meeting_on", say("Next steering meeting"), seen.next_meeting_on),
            lead_id=form.choice("lead_id", say("Lead"), ["", *people], seen.lead_id, lambda one: people[one].name if one else say("Nobody yet")),
        )


def _phases(seen: Partnership) -> tuple[Phase, ...]:
    # Moving on goes through the gates of the foundation, where what is missing asks for a reason; back and to the end is free.
    return (*PHASES[: PHASES.index(seen.phase) + 1], "ended") if seen.version and seen.phase != "ended" else PHASES


def _additions(visit: Visit, about: str) -> None:
    say = visit.reader.say
    with st.expander(say("Add an organisation or a person"), icon=":material/add:"):
        one, two = st.columns(2, gap="large")
        with one:
            name = st.text_input(say("Name of the organisation"), key="new-organisation") or ""
            kind = st.selectbox(say("Kind"), KINDS, format_func=lambda value: kind_name(say, value), key="new-kind")
            wanted, another = Organisation(name=name, kind=kind), is_another(visit, name)
            if st.button(say("Add organisation"), key="add-organisation"):
                _add(visit, lambda: partnership.add_organisation(visit, wanted, about, another))
        with two:
            person = st.text_input(say("Name of the person"), key="new-person") or ""
            if st.button(say("Add person"), key="add-person"):
                _add(visit, lambda: partnership.add_person(visit, person, about))


def _add(visit: Visit, add: Callable[[], Organisation | Person]) -> None:
    try:
        added = asking_first(add)
    except Invalid as error:
        problems_list(visit, error)
        return
    saved(visit, [visit.reader.say("{name} was added.", name=added.name)])
    st.rerun()
