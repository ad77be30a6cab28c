"""Inviting people: addresses, one on each line, a role, and a sign-in link for each; mailed where mail is set up."""

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import role_name
from integration.model.access.ability import MEMBER_ROLES, Role
from integration.services.access import invitation
from integration.services.access.invitation import Invitation
from integration.services.core.host import host
from integration.services.core.visit import Visit
from integration.ui.access.share_form import here
from integration.ui.forms.messages import problems_list, saved
from integration.ui.kit.label import options as as_options

ROLES: tuple[Role, ...] = ("steering", "lead", "administrator")
MADE, TURN = "invited", "invite_turn"


def invite_form(visit: Visit, names: dict[str, str], bodies: dict[str, str], alone: bool) -> None:
    """Addresses with a role; open while nobody else is known, and once somebody was invited the links until the next thing is done."""
    say = visit.reader.say
    made: list[Invitation] = st.session_state.get(MADE, [])
    with st.expander(say("Invite people"), icon=":material/person_add:", expanded=alone or bool(made)):
        _made(visit, made)
        turn = st.session_state.setdefault(TURN, 0)
        typed = st.text_area(
            say("E-mail addresses, one on each line"), key=f"invite-{turn}", placeholder="Noor de Wit <noor@school.example>", height=120, max_chars=20_000
        )
        one, two = st.columns(2, gap="large")
        with one:
            chosen = st.selectbox(say("Role"), ROLES, format_func=as_options(lambda role: role_name(say, role)), key=f"invite-role-{turn}")
            role = chosen if chosen in ROLES else ROLES[0]
            about = _about(visit, names, turn) if role in MEMBER_ROLES else []
        with two:
            empty = say("No organisation")
            body = st.selectbox(say("Organisation"), ["", *bodies], format_func=as_options(lambda one: bodies.get(one, empty)), key=f"invite-body-{turn}")
        if st.button(say("Invite"), type="primary", icon=":material/send:", key="invite"):
            _invite(visit, typed or "", role, {one: names[one] for one in about if one in names}, body if body in bodies else "")


def _about(visit: Visit, names: dict[str, str], turn: int) -> list[str]:
    say, only = visit.reader.say, [*names] if len(names) == 1 else []
    words, called = say("Choose at least one") if names else say("There is no partnership yet; begin one first."), as_options(lambda one: names.get(one, one))
    return st.multiselect(say("Partnerships"), [*names], only, format_func=called, placeholder=words, key=f"invite-about-{turn}")


def _invite(visit: Visit, typed: str, role: Role, about: dict[str, str], body: str) -> None:
    say = visit.reader.say
    try:
        made = invitation.invite(visit, host(), typed, role, about, body)
    except Invalid as error:
        problems_list(visit, error)
        return
    st.session_state[MADE] = made
    st.session_state[TURN] += 1
    saved(visit, [say.plural("{n} person was invited.", "{n} people were invited.", len(made))])
    st.rerun()


def _made(visit: Visit, made: list[Invitation]) -> None:
    if not made:
        return
    say = visit.reader.say
    if all(one.mailed for one in made):
        st.caption(say("A mail with a link is on its way to each. The links stand here too, for whoever gets no mail; each works once, within {n} days.", n=7))
    else:
        st.caption(say("No mail is sent from here: send each their own link. It works once, within {n} days.", n=7))
    st.code("\n".join(f"{one.person.name} <{one.person.email}>\n{here()}{one.path}" for one in made), language=None, wrap_lines=True)
    if st.button(say("Done"), key="invited-done"):
        st.session_state.pop(MADE)
        st.rerun()
