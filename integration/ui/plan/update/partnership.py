"""A partnership's own data: name, partners, phase, dates, lead and the next meeting; also for a new one."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import kind_name, phase_name
from integration.model.access.person import Person
from integration.model.organisation import KINDS, Organisation, likely_kind
from integration.model.partnership import PHASES, Partnership, Phase, plain_code, suggested_code
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.portfolio import partnership
from integration.ui.forms.address_bar import write
from integration.ui.forms.form import Form
from integration.ui.forms.messages import problems_list, saved
from integration.ui.forms.same_name import asking_first, is_another

Fresh = list[Organisation | Person]


def update_partnership(visit: Visit, before: Partnership | None) -> None:
    """The form; saving a new partnership opens its update page."""
    say = visit.reader.say
    organisations, people = partnership.organisations_and_people(visit)
    known = {one: body.name for one, body in organisations.items()} | {one: person.name for one, person in people.items()}
    form = Form(visit, f"partnership/{before.code if before else ''}", before or Partnership(code="", name=Text(), partners=()), known)
    fresh: Fresh = []
    wanted = _fields(visit, form, organisations, people, fresh)
    stored: list[Partnership] = []
    if form.submit(say("Save"), wanted, lambda one: stored.append(partnership.save(visit, one, fresh))):
        saved(visit, [say("{code} was saved.", code=stored[0].code)])
        write("p", stored[0].code)
        st.rerun()
    if before:
        _additions(visit, before.id)


def _fields(visit: Visit, form: Form[Partnership], organisations: dict[str, Organisation], people: dict[str, Person], fresh: Fresh) -> Partnership:
    say, seen = visit.reader.say, form.seen
    one, two = st.columns(2, gap="large")
    with one:
        name = form.both("name", (say("Name in Dutch"), say("Name in English")), seen.name)
        named = replace(seen, name=name, code=_code(visit, form, str(name.reading(visit.language).words)))
        wanted = replace(
            named,
            partners=_partners(visit, form, organisations, fresh),
            phase=form.choice("phase", say("Phase"), _phases(seen), seen.phase, lambda value: phase_name(say, value)),
        )
    with two:
        return replace(
            wanted,
            starts_on=form.day("starts_on", say("Programme start"), seen.starts_on),
            ends_on=form.day("ends_on", say("Planned end"), seen.ends_on),
            next_meeting_on=form.day("next_meeting_on", say("Next steering meeting"), seen.next_meeting_on),
            lead_id=_lead(visit, form, people, fresh),
        )


def _code(visit: Visit, form: Form[Partnership], name: str) -> str:
    """The code that was typed; for a new partnership, where none was, one made of its name."""
    say, seen = visit.reader.say, form.seen
    suggested = "" if seen.version else suggested_code(name, partnership.codes(visit))
    typed = form.text("code", say("Code"), seen.code, help=say("Capitals, digits and hyphens; it stands in the address."), placeholder=suggested)
    return plain_code(typed) or suggested


def _partners(visit: Visit, form: Form[Partnership], organisations: dict[str, Organisation], fresh: Fresh) -> tuple[str, ...]:
    """The partners that were chosen; a name that nobody bears yet is a new organisation, of the kind that is chosen below."""
    say, known = visit.reader.say, {body.name.casefold(): one for one, body in organisations.items()}
    chosen = form.choices(
        "partners",
        say("Partners"),
        [*organisations],
        form.seen.partners,
        lambda one: organisations[one].name if one in organisations else one,
        say("Choose at least two, or type the name of a new one"),
        new=True,
    )
    partners = []
    for one in chosen:
        name = " ".join(one.split())
        if one in organisations or name.casefold() in known:
            partners.append(one if one in organisations else known[name.casefold()])
        elif name:
            kind = form.choice(f"kind-{name}", say("{name} is new, and is a", name=name[:40]), KINDS, likely_kind(name), lambda value: kind_name(say, value))
            new = Organisation(name=name, kind=kind)
            known[name.casefold()] = new.id
            fresh.append(new)
            partners.append(new.id)
    return tuple(partners)


def _lead(visit: Visit, form: Form[Partnership], people: dict[str, Person], fresh: Fresh) -> str:
    """The lead who was chosen; a name that nobody bears yet is a new person."""
    say, own = visit.reader.say, form.seen.lead_id
    offered = ["", *people]
    label = say("Lead")
    chosen = str(form.choice("lead_id", label, offered, own, lambda one: people[one].name if one in people else one or say("Nobody yet"), new=True))
    if chosen in offered:
        return chosen
    by_name = next((one for one, person in people.items() if person.name.casefold() == chosen.casefold()), "")
    if not by_name and chosen:
        fresh.append(Person(name=chosen))
    return by_name or (fresh[-1].id if chosen else "")


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
