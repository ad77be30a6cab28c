"""Rounds of the Mirror: begin one, hand out an answer address per organisation, close it; blind until then."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import streamlit as st

from integration.i18n.formats import day
from integration.i18n.labels import theme_name
from integration.measures.mirror import ENOUGH
from integration.model.foundation import THEMES
from integration.model.mirror import MirrorRound, is_open
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.portfolio.partnership import Dossier
from integration.ui.access.share_form import here
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.panels import heading, small_print
from integration.ui.mirror.statements import change_statements
from integration.views.kit.address import address


def mirror_heading(visit: Visit, dossier: Dossier, rounds: Sequence[MirrorRound], chosen: MirrorRound | None) -> None:
    """Whose Mirror it is, and its rounds."""
    say, code = visit.reader.say, dossier.partnership.code
    hrefs = {one.id: address("mirror", visit.language, p=code, round=one.id) for one in rounds}
    links = (el("a", str(one.name.reading(visit.language)), href=hrefs[one.id], aria_current="page" if one is chosen else None) for one in rounds)
    back = el("a", str(dossier.partnership.name.reading(visit.language)), href=address("partnership", visit.language, p=code))
    more = el("a", say("Foundation"), href=address("foundation", visit.language, p=code), class_="linked")
    past = el("a", say("History"), href=address("partnership", visit.language, p=code, history="rounds"), class_="linked") if rounds else None
    heading(
        say("Mirror"),
        "",
        el("p", back, " · ", more, " · ", past, class_="lead"),
        el("nav", *links, class_="tabs", aria_label=say("Rounds")) if rounds else el("span"),
    )


def open_round(visit: Visit, dossier: Dossier, one: MirrorRound) -> None:
    """An open round: how long it still runs, and the addresses for answering; no result, for nobody."""
    answer_addresses(visit, one, dossier.bodies)
    if not visit.may("agree", dossier.partnership.id):
        return
    change_statements(visit, one)
    change_last_day(visit, one)
    if st.button(say_close(visit), key=f"close-{one.id}", icon=":material/lock:"):
        mirror.close(visit, one)
        saved(visit, [visit.reader.say("The round is closed; its results can be read now.")])
        st.rerun()


def change_last_day(visit: Visit, one: MirrorRound) -> None:
    """The form for another last day, while the round is open."""
    say = visit.reader.say
    with st.expander(say("Another last day"), icon=":material/event:", key=f"open-day-{one.id}"):
        form = Form(visit, f"last-day/{one.id}", one, {})
        wanted = replace(form.seen, closes_on=form.day("closes_on", say("Last day"), form.seen.closes_on))
        if form.submit(say("Save the last day"), wanted, lambda each: mirror.extend(visit, each, each.closes_on)):
            saved(visit, [say("The last day was saved.")])
            st.rerun()


def say_close(visit: Visit) -> str:
    """The words on the button that closes a round."""
    return visit.reader.say("Close the round now")


def answer_addresses(visit: Visit, one: MirrorRound, bodies: Mapping[str, str]) -> None:
    """What an open round says, and a new answer address per organisation when asked for."""
    say = visit.reader.say
    until = say("It takes answers until {day}.", day=day(one.closes_on, visit.language)) if one.closes_on else say("It takes answers until it is closed.")
    waiting = say("It opens on {day}.", day=day(one.opens_on, visit.language)) if not is_open(one, visit.today) else until
    blind = say("Nobody sees a result before it closes, administrators neither; of fewer than {n} answers nothing is ever shown.", n=ENOUGH)
    show(el("p", el("strong", waiting), " ", blind, class_="notice"), key=f"blind-{one.id}")
    if not visit.may("agree" if one.partnership_id else "manage scans", one.partnership_id):
        return
    made: dict[tuple[str, str], str] = st.session_state.setdefault("answer_addresses", {})
    known = mirror.with_address(visit, one)
    for organisation in one.organisations:
        name = bodies.get(organisation, "")
        if token := made.get((one.id, organisation)):
            st.markdown(f"**{say('Answer address')}**")
            small_print(name, f"for-{one.id}-{organisation}")
            st.code(f"{here()}/answer?t={token}", language=None, wrap_lines=True)
        label = say("New answer address for {name}", name=name) if organisation in known else say("Make an answer address for {name}", name=name)
        if st.button(label, key=f"link-{one.id}-{organisation}", icon=":material/link:"):
            made[(one.id, organisation)] = mirror.new_link(visit, one, organisation)
            st.rerun()
    small_print(say("An address is shown once, here; a new one makes the one before it stop. One answer per browser counts."), f"once-{one.id}")


def begin_round(visit: Visit, partnership_id: str, bodies: Mapping[str, str], code: str) -> None:
    """The form for a new round."""
    say = visit.reader.say
    with st.expander(say("Begin a new round"), icon=":material/add:", key=f"open-begin-{len(mirror.rounds(visit, partnership_id))}"):
        blank = MirrorRound(id=partnership_id, partnership_id=partnership_id, name=Text(), organisations=tuple(bodies))
        form = Form(visit, f"round/{code}", blank, {})
        name = form.both("name", (say("Name in Dutch"), say("Name in English")), Text())
        begins, ends = form.day("opens_on", say("First day"), visit.today), form.day("closes_on", say("Last day"), visit.today + timedelta(days=21))
        themes = form.choices("themes", say("Themes to ask about"), THEMES, THEMES, lambda one: theme_name(say, one), say("nothing"))
        wanted = MirrorRound(partnership_id=partnership_id, name=name, organisations=tuple(bodies), opens_on=begins, closes_on=ends)
        if form.submit(say("Begin the round"), wanted, lambda one: mirror.begin(visit, one, themes)):
            saved(visit, [say("The round was begun; make an answer address for each organisation.")])
            st.query_params.pop("round", None)
            st.rerun()
