"""People as a table, the form of one person with what can be done for them, and their roles."""

import json
from dataclasses import replace

import streamlit as st

from integration.errors import IneenError
from integration.errors.people import PersonNameInUse
from integration.i18n.labels import role_name
from integration.model.access.ability import MEMBER_ROLES
from integration.model.access.person import Person
from integration.model.text import visible
from integration.services.access import link, people
from integration.services.access.people import People
from integration.services.access.sign_in import sign_out_everywhere
from integration.services.core.host import host
from integration.services.core.visit import Visit
from integration.ui.access.departure import departure_form
from integration.ui.access.merging import mending
from integration.ui.access.share_form import here
from integration.ui.forms.address_bar import asked_text, choice
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.forms.same_name import asking_first, is_another
from integration.ui.kit.downloads import File, downloads
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import anchor, el
from integration.ui.kit.table import table
from integration.views.kit.address import address
from integration.views.kit.table import Cell, Column, Row, Table


def orphans_line(visit: Visit) -> None:
    """Says that links are open whose maker may share them no more, and where they are ended."""
    say, count = visit.reader.say, len(link.orphans(visit))
    if count:
        words = say.plural(
            "{n} shared link is open though its maker may share it no more.", "{n} shared links are open though their makers may share them no more.", count
        )
        show(el("p", f"▲ {words} ", anchor(say("To the links"), href=address(visit.reader, "links")), class_="notice"), key="orphans")


def people_table(visit: Visit, known: People, names: dict[str, str]) -> str:
    """Everybody with their roles; returns the id of who is chosen in the address."""
    say = visit.reader.say
    columns = (Column("name", say("Name")), Column("email", say("E-mail address")), Column("may", say("May")))
    everybody = Table(columns, tuple(_row(visit, one, _roles(visit, known, one, names)) for one in known.people.values()))
    show(table(visit.language, everybody), key="people")
    chosen = asked_text("person")
    options = ["", *known.people]
    choice(say("Person"), "person", options, chosen if chosen in options else "", lambda one: known.people[one].name if one else say("A new person"))
    return chosen if chosen in known.people else ""


def _row(visit: Visit, one: Person, roles: str) -> Row:
    return Cell(one.name, href=address(visit.reader, "people", person=one.id)), one.email, roles


def _roles(visit: Visit, known: People, one: Person, names: dict[str, str]) -> str:
    say = visit.reader.say
    roles = [role_name(say, "administrator")] if one.administrator else []
    roles += dict.fromkeys(f"{role_name(say, why.role)}: {names.get(why.partnership_id, '–')}" for why in known.of(one.id))
    return " · ".join(roles) or "–"


def reasons(visit: Visit, known: People, chosen: str, names: dict[str, str]) -> None:
    """What somebody may and why, each with where it is given and taken."""
    say, person = visit.reader.say, known.people[chosen]
    lines = [say("Administrator: sees and does everything, because the box above is ticked.")] if person.administrator else []
    for why in known.of(chosen):
        told = {"role": role_name(say, why.role), "name": names.get(why.partnership_id, "–")}
        lines.append(say("{role} of {name}: named as its lead.", **told) if why.named else say("{role} of {name}: a role that was given here.", **told))
    if not person.email:
        lines.append(say("Signs in nowhere: there is no e-mail address."))
    elif not lines:
        lines.append(say("Signs in and sees nothing: give a role, or name them as the lead of a partnership."))
    title = el("h3", say("What {name} may, and why", name=person.name))
    show(el("section", title, el("ul", *(el("li", line) for line in lines))), key=f"reasons-{chosen}")


def person_form(visit: Visit, known: People, chosen: str, bodies: dict[str, str]) -> None:
    """Name, address, organisation, administrator or not; a refusal is one sentence and what was typed stays."""
    say = visit.reader.say
    before = known.people.get(chosen) or Person(name="")
    st.subheader(as_label(before.name or say("A new person")))
    form = Form(visit, f"person/{chosen}", before, bodies)
    wanted = replace(
        form.seen,
        name=form.text("name", say("Name"), form.seen.name),
        email=form.text("email", say("E-mail address"), form.seen.email, help=say("To sign in with; empty lets somebody sign in no more.")),
        organisation_id=form.choice(
            "organisation_id", say("Organisation"), ["", *bodies], form.seen.organisation_id, lambda one: bodies.get(one, say("No organisation"))
        ),
        administrator=form.check("administrator", say("Administrator: sees and does everything"), form.seen.administrator),
    )
    stored: list[Person] = []
    another = is_another(visit, wanted.name, say("This is somebody else of the same name"), PersonNameInUse)
    try:
        done = form.submit(say("Save"), wanted, lambda one: stored.append(asking_first(lambda: people.save(visit, one, another))))
    except IneenError as error:
        st.error(say(error.sentence), icon=":material/error:")
        return
    if done:
        saved(visit, [say("{name} was saved.", name=stored[0].name)])
        st.query_params["person"] = stored[0].id
        st.rerun()


def memberships_form(visit: Visit, known: People, chosen: str, names: dict[str, str]) -> None:
    """What a person may and why, what they lead and steer, a sign-in link for them, and their data."""
    say, person = visit.reader.say, known.people[chosen]
    reasons(visit, known, chosen, names)
    for role in MEMBER_ROLES:
        held = {why.partnership_id for why in known.of(chosen) if why.role == role}
        present = [about for about in names if about in held]
        key = f"{role}-{chosen}-{'-'.join(present)}"
        label = say("Project lead of") if role == "lead" else say("Steering member of")
        wanted = st.multiselect(label, [*names], present, format_func=as_options(names.__getitem__), placeholder=say("Nothing"), key=key)
        if set(wanted) != set(present) and st.button(say("Save roles"), type="primary", key=f"save-{key}"):
            people.set_roles(visit, chosen, role, wanted)
            saved(visit, [say("{name} was saved.", name=person.name)])
            st.rerun()
    if person.email:
        _sign_in(visit, person)
    departure_form(visit, known, person)
    mending(visit, person, known.people, "person")
    _own_data(visit, person)


def _sign_in(visit: Visit, person: Person) -> None:
    say = visit.reader.say
    st.subheader(say("Signing in"))
    with st.container(horizontal=True):
        if st.button(say("Make a sign-in link"), icon=":material/key:", key="sign-in-link"):
            st.session_state.sign_in_link = (person.id, people.sign_in_link(visit, host(), person))
        if st.button(say("Sign out on all devices"), icon=":material/logout:", key="sign-out-them"):
            sign_out_everywhere(visit, person)
            saved(visit, [say("{name} is signed out everywhere.", name=person.name)])
            st.rerun()
    made = st.session_state.get("sign_in_link")
    if made and made[0] == person.id:
        st.code(here() + made[1], language=None, wrap_lines=True)
        st.caption(say("It works once, within a day. Send it to this person only."))


def _own_data(visit: Visit, person: Person) -> None:
    say = visit.reader.say
    st.subheader(say("Personal data"))
    everything = File(
        say("Everything about this person as JSON"),
        "ineen-person.json",
        "application/json",
        lambda: visible(json.dumps(people.export(visit, person.id), default=str, ensure_ascii=False, indent=2)),
        "person",
    )
    downloads(visit, everything, key="person")
    words = say("Erase the name and address of {name} from every view and every history; the work stays", name=person.name)
    sure = st.checkbox(as_label(words), key=f"sure-{person.id}")
    # Whoever speaks to the socket by hand presses a disabled button too.
    if st.button(say("Erase"), icon=":material/person_off:", key="erase", disabled=not sure) and sure:
        try:
            people.erase(visit, person.id)
        except IneenError as error:
            st.error(say(error.sentence), icon=":material/error:")
            return
        saved(visit, [say("The person was erased.")])
        st.query_params.pop("person", None)
        st.rerun()
