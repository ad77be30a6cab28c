"""The links one may manage: their state, when they were opened, and what can be done with them."""

from collections.abc import Sequence

import streamlit as st

from integration.days import day_of
from integration.i18n.formats import day, moment
from integration.i18n.labels import part_name
from integration.i18n.words import Words
from integration.model.access.share_link import MOST_WRONG
from integration.services.access import link
from integration.services.access.link import Listed
from integration.services.core.visit import Visit
from integration.ui.access.share_form import MADE
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.panels import nothing_here
from integration.views.access.link_words import what

SHOWN = 30


def link_list(visit: Visit, listed: Sequence[Listed], names: dict[str, str]) -> None:
    """One block per link, the newest first."""
    say = visit.reader.say
    st.subheader(say("Links you manage"))
    if not listed:
        nothing_here(say("Nothing was shared yet. Open a page and choose “Share this view”."))
    for one in listed[:SHOWN]:
        with st.container(border=True, key=f"one-link-{one.link.id}"):
            show(_about(visit, one, names), key=f"link-{one.link.id}")
            if one.link.state != "revoked":
                _actions(visit, one)
    if len(listed) > SHOWN:
        st.caption(say("{n} older links are not shown; the download has them all.", n=len(listed) - SHOWN))


def state_of(visit: Visit, one: Listed) -> tuple[str, str]:
    """The state of a link as a sign with a word, and its tone."""
    say, link_ = visit.reader.say, one.link
    if link_.state == "revoked":
        return f"× {say('ended')}", "muted"
    if link_.expires_at <= visit.now:
        return f"× {say('expired')}", "muted"
    if one.stopped:
        return f"Ⅱ {say('paused after {n} wrong PINs: give it a new address, or resume it', n=MOST_WRONG)}", "late-words"
    if link_.state == "paused":
        return f"Ⅱ {say('paused')}", "late-words"
    return (f"▲ {say('ends soon')}", "late-words") if link_.ends_soon(visit.now) else (f"✓ {say('open')}", "")


def _about(visit: Visit, one: Listed, names: dict[str, str]) -> Markup:
    say, link_ = visit.reader.say, one.link
    words, tone = state_of(visit, one)
    note = el("p", f"“{link_.note}”", class_="small") if link_.note else None
    title = el("p", el("strong", what(say, link_, names)), " ", el("span", words, class_=f"small {tone}"))
    orphan = say("Whoever made it may share this no more: end it, or let it live as yours to watch over.")
    return el("div", title, note, facts_of(visit, one), el("p", f"▲ {orphan}", class_="late-words small") if one.orphan else None)


def facts_of(visit: Visit, one: Listed) -> Markup:
    """What tells a link apart from any other of the same view: its sign, its choices, when and by whom it was made, and how often it was opened."""
    say, link_ = visit.reader.say, one.link
    made = moment(link_.made_at, visit.language)
    facts = [
        say("link {sign}", sign=link_.mark),
        say("frozen on {moment}", moment=moment(link_.as_of, visit.language)) if link_.as_of else say("live"),
        say("until {day}", day=day(day_of(link_.expires_at), visit.language)),
        say("with a PIN") if link_.pin_hash else "",
        say("without {parts}", parts=", ".join(part_name(say, part) for part in link_.hides)) if link_.hides else "",
        say("made on {moment} by {name}", moment=made, name=one.maker) if one.maker else say("made on {moment}", moment=made),
        _opened(say, one, visit),
    ]
    return el("p", " · ".join(filter(None, facts)), class_="muted small")


def _opened(say: Words, one: Listed, visit: Visit) -> str:
    if one.last_opened is None:
        return say("never opened")
    times = say.plural("opened {n} time", "opened {n} times", one.opened)
    return f"{times}, {say('last on {moment}', moment=moment(one.last_opened, visit.language))}"


def _actions(visit: Visit, one: Listed) -> None:
    say, link_ = visit.reader.say, one.link
    with st.container(horizontal=True):
        paused = link_.state == "paused"
        if st.button(say("Resume") if paused else say("Pause"), key=f"pause-{link_.id}", icon=":material/play_arrow:" if paused else ":material/pause:"):
            link.set_state(visit, link_.id, "live" if paused else "paused")
            st.rerun()
        if st.button(say("New address"), key=f"rotate-{link_.id}", icon=":material/sync:", help=say("The address before it stops at once.")):
            stored, token = link.rotate(visit, link_.id)
            st.session_state[MADE] = (stored.id, token)
            st.rerun()
        if st.button(say("90 days more"), key=f"extend-{link_.id}", icon=":material/more_time:", help=say("Counted from today.")):
            link.extend(visit, link_.id)
            st.rerun()
        if st.button(say("End"), key=f"end-{link_.id}", icon=":material/link_off:", help=say("Closes open pages within seconds; it cannot be undone.")):
            link.set_state(visit, link_.id, "revoked")
            st.rerun()
