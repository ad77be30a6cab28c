"""The chair: who leads the meeting from which window, bringing it from item to item, pausing it, and finding back to it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from integration.days import day_of
from integration.errors import IneenError
from integration.i18n.formats import clock, moment
from integration.model.meeting import CLOSING, OPENING, AgendaItem, Chairing, Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import chairing
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked_number, asked_text, write
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import el
from integration.ui.meeting.problem import PROBLEM

SEAT, ITEM = "seat", "item"
# Who did nothing for so long may have lost the connection, or left.
SILENT = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Place:
    """Where this window is in a meeting (0 the opening, then the items, last the closing), where the chair is, and whether it is the chair's."""

    at: int
    chair_at: int
    last: int
    leads: bool
    chairing: Chairing | None

    @property
    def led(self) -> bool:
        """Whether anybody leads the meeting."""
        return self.chairing is not None and bool(self.chairing.seat)

    @property
    def away(self) -> bool:
        """Whether somebody looks around at another item than the chair's."""
        return self.led and not self.leads and self.at != self.chair_at


def new_seat() -> str:
    """A window that leads from now on; it stands in the address, so that a reload keeps it."""
    seat = secrets.token_urlsafe(6)
    write(SEAT, seat)
    return seat


def place_of(visit: Visit, dossier: Dossier, one: Meeting, items: list[AgendaItem]) -> Place:
    """Who follows is where the chair is, unless the address asks for an item of its own."""
    steps, last = chairing.steps(visit, dossier.partnership, one), len(items) + 1
    now = steps[-1] if steps else None
    leads = chairing.leads(visit, now, asked_text(SEAT))
    places = {OPENING: 0, CLOSING: last} | {each.id: at for at, each in enumerate(items, start=1)}
    chair_at = places.get(now.item, 0) if now else 0
    led = now is not None and bool(now.seat)
    at = chair_at if leads else min(asked_number(ITEM, chair_at if led else 0), last)
    return Place(at, chair_at, last, leads, now)


def bring(visit: Visit, dossier: Dossier, one: Meeting, items: list[AgendaItem], place: Place, at: int) -> None:
    """Go to an item: with everybody who follows, where this window leads; else alone."""
    if place.leads:
        wanted = OPENING if at <= 0 else CLOSING if at > len(items) else items[at - 1].id
        _try(lambda: chairing.go_to(visit, dossier.partnership, one, asked_text(SEAT), wanted))
    else:
        write(ITEM, at if place.led else at or None)


def show_chair(visit: Visit, dossier: Dossier, one: Meeting, place: Place, title: str) -> None:
    """Who leads, in a sentence, with what can be done about it: pause and go on, take the chair, go back to it."""
    say, now = visit.reader.say, place.chairing
    with st.container(horizontal=True, vertical_alignment="center", key="room-chair"):
        show(el("p", _who(visit, dossier, place, title), role="status", class_="chair"), key="chair")
        if place.away:
            st.button(as_label(say("Back to the chair")), key="room-follow", type="primary", icon=":material/co_present:", on_click=lambda: write(ITEM, None))
        if not visit.may("run meeting", dossier.partnership.id):
            return
        if place.leads and now:
            words, icon = (say("Go on"), ":material/play_arrow:") if now.paused else (say("Pause"), ":material/pause:")
            st.button(as_label(words), key="room-pause", icon=icon, on_click=lambda: _pause(visit, dossier, one, not now.paused))
        else:
            st.button(as_label(say("Take the chair")), key="room-take", icon=":material/front_hand:", on_click=lambda: _take(visit, dossier, one))


def _who(visit: Visit, dossier: Dossier, place: Place, title: str) -> str:
    say, now = visit.reader.say, place.chairing
    if now is None or not now.seat or now.recorded_at is None:
        return say("Nobody leads this meeting yet: everybody looks at an item of their own.")
    rests = say("The meeting rests since {time}.", time=clock(now.recorded_at, visit.language)) if now.paused else ""
    if place.leads:
        return " ".join(filter(None, (say("You lead: who follows sees what you see."), rests)))
    who = dossier.names.get(now.recorded_by)
    leads = say("{name} leads this meeting.", name=who) if who else say("Somebody leads this meeting.")
    if now.recorded_by == visit.person.id:
        leads = say("You lead this meeting from another window.")
    silent = "" if now.paused or visit.now - now.recorded_at < SILENT else _silent(visit, now)
    where = say("The chair is at: {title}.", title=title) if place.away else say("You follow.")
    return " ".join(filter(None, (leads, where, rests, silent)))


def _silent(visit: Visit, now: Chairing) -> str:
    say, since = visit.reader.say, now.recorded_at or visit.now
    when = clock(since, visit.language) if day_of(since) == visit.today else moment(since, visit.language)
    return say("Nothing moved since {time}. If the chair is gone, take it: nothing that was saved is lost.", time=when)


def _take(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    write(ITEM, None)
    _try(lambda: chairing.take(visit, dossier.partnership, one, new_seat()))


def _pause(visit: Visit, dossier: Dossier, one: Meeting, paused: bool) -> None:
    _try(lambda: chairing.pause(visit, dossier.partnership, one, asked_text(SEAT), paused))


def _try(step: Callable[[], object]) -> None:
    try:
        step()
    except IneenError as error:
        st.session_state[PROBLEM] = error
