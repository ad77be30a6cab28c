"""Rounds of the Mirror: begin one, hand out an answer address per organisation, close it; blind until then."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import answering_name, theme_name
from integration.model.mirror import ANSWERING, ASKED_THEMES, Answering, MirrorRound
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.form import Form
from integration.ui.forms.messages import problems_list, saved
from integration.ui.foundation.tabs import MIRROR, foundation_heading
from integration.ui.kit.markup import anchor, el, nav_link
from integration.ui.mirror.addresses import answer_addresses
from integration.ui.mirror.statements import change_statements
from integration.views.kit.address import address


def mirror_heading(visit: Visit, dossier: Dossier, rounds: Sequence[MirrorRound], chosen: MirrorRound | None) -> None:
    """The rounds of the Mirror."""
    say, code = visit.reader.say, dossier.partnership.code
    hrefs = {one.id: address(visit.reader, "mirror", p=code, round=one.id) for one in rounds}
    links = (nav_link(str(one.name.reading(visit.language)), href=hrefs[one.id], aria_current="page" if one is chosen else None) for one in rounds)
    past = anchor(say("History"), href=address(visit.reader, "partnership", p=code, history="rounds"), class_="linked")
    held = el("nav", el("span", say("Rounds"), ":"), *links, el("span", past), class_="tabs", aria_label=say("Rounds")) if rounds else None
    foundation_heading(visit, dossier, MIRROR, held)


def open_round(visit: Visit, dossier: Dossier, one: MirrorRound) -> None:
    """An open round: how long it still runs, and the addresses for answering; no result, for nobody."""
    answer_addresses(visit, one, dossier.bodies)
    if not visit.may("agree", dossier.partnership.id):
        return
    change_statements(visit, one)
    change_last_day(visit, one)
    close_button(visit, one)


def close_button(visit: Visit, one: MirrorRound) -> None:
    """The way to end a round before its last day; whether it may be pressed is said only to who presses it."""
    if not st.button(visit.reader.say("Close the round now"), key=f"close-{one.id}", icon=":material/lock:"):
        return
    try:
        mirror.close(visit, one)
    except Invalid as error:
        problems_list(visit, error)
        return
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


def answering_choice(visit: Visit, form: Form[MirrorRound]) -> Answering:
    """The field for how people answer."""
    say = visit.reader.say
    chosen: Answering = form.choice("answering", say("How do people answer?"), ANSWERING, ANSWERING[0], partial(answering_name, say))
    return chosen


def begin_round(visit: Visit, partnership_id: str, bodies: Mapping[str, str], code: str) -> None:
    """The form for a new round."""
    say = visit.reader.say
    with st.expander(say("Begin a new round"), icon=":material/add:", key=f"open-begin-{len(mirror.rounds(visit, partnership_id))}"):
        blank = MirrorRound(id=partnership_id, partnership_id=partnership_id, name=Text(), organisations=tuple(bodies))
        form = Form(visit, f"round/{code}", blank, {})
        name = form.both("name", (say("Name in Dutch"), say("Name in English")), Text())
        begins, ends = form.day("opens_on", say("First day"), visit.today), form.day("closes_on", say("Last day"), visit.today + timedelta(days=21))
        themes = form.choices("themes", say("Themes to ask about"), ASKED_THEMES, ASKED_THEMES, lambda one: theme_name(say, one), say("nothing"))
        how = answering_choice(visit, form)
        wanted = MirrorRound(partnership_id=partnership_id, name=name, organisations=tuple(bodies), opens_on=begins, closes_on=ends, answering=how)
        if form.submit(say("Begin the round"), wanted, lambda one: mirror.begin(visit, one, themes)):
            saved(visit, [say("The round was begun; each organisation can now hand out how its people answer.")])
            st.query_params.pop("round", None)
            st.rerun()
