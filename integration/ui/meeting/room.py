"""Meeting mode: one item at a time before the whole room, driven by keys; everything is saved as it is made."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st
from streamlit.components.v2 import component

from integration.errors import ThingNotFound
from integration.i18n.formats import day, day_in_full
from integration.model.meeting import AgendaItem, Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import agenda, chairing
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.assets import script
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el, joined, nav_link
from integration.ui.meeting.chair import Place, bring, place_of, show_chair
from integration.ui.meeting.item import show_item
from integration.ui.meeting.opening_and_closing import show_closing, show_opening
from integration.ui.meeting.problem import PROBLEM, tell_problem
from integration.ui.meeting.stage import item_stage, opening_stage
from integration.views.kit.address import address
from integration.views.meeting.meeting import AgendaRow, agenda_rows, minutes, taken_in

IN_ROOM = "in-room"


@dataclass(frozen=True, slots=True)
class Room:
    """Who looks at which meeting: its agenda, and where this window is in it."""

    visit: Visit
    dossier: Dossier
    meeting: Meeting
    items: list[AgendaItem]
    rows: list[AgendaRow]
    place: Place

    @property
    def titles(self) -> list[str]:
        """The opening, the items and the closing, by name."""
        say = self.visit.reader.say
        return [say("Opening"), *(row.title for row in self.rows), say("Closing")]

    def row(self, at: int) -> AgendaRow | None:
        """The item at a place; None at the opening and the closing."""
        return self.rows[at - 1] if 0 < at < self.place.last else None

    def bring(self, at: int) -> None:
        """Go to a place, with everybody who follows or alone."""
        bring(self.visit, self.dossier, self.meeting, self.items, self.place, at)


def show_room(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """Two thirds stage, one third agenda; where everybody is comes from the chair."""
    items = agenda.read(visit, dossier.partnership, one)
    taken = {each.id for each in taken_in(one, register.of(visit, dossier.partnership))}
    rows = agenda_rows(visit.reader, items, taken, one.starts_at, chairing.steps(visit, dossier.partnership, one))
    room = Room(visit, dossier, one, items, rows, place_of(visit, dossier, one, items))
    st.session_state[IN_ROOM] = one.id
    _keys(visit)
    _left_open(visit, one)
    show_chair(visit, dossier, one, room.place, room.titles[room.place.chair_at])
    tell_problem(visit)
    stage, beside = st.columns([2, 1], gap="large")
    with stage:
        _stage(room)
    with beside, st.container(key="room-agenda"):
        show(el("h2", visit.reader.say("Agenda")), key="agenda-title")
        _chairs_agenda(room) if room.place.leads else show(_agenda(room), key="agenda-links")
        show(joined(_agreed(visit, dossier, one), _leave(visit, dossier)), key="agreed")


def just_closed(visit: Visit, meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that this window was in and that somebody closed meanwhile: its minutes are what whoever was there wants to see."""
    found = next((one for one in meetings if one.id == st.session_state.get(IN_ROOM) and one.state == "closed"), None)
    if found is None or visit.as_of:
        return None
    st.session_state.pop(IN_ROOM)
    st.session_state.pop(PROBLEM, None)
    if found.recorded_by != visit.person.id:
        saved(visit, [visit.reader.say("Somebody closed the meeting; what was noted is in the minutes.")])
    for name in ("item", "seat"):
        st.query_params.pop(name, None)
    st.query_params["m"] = found.id
    return found


def _left_open(visit: Visit, one: Meeting) -> None:
    if one.held_on and one.held_on < visit.today and visit.as_of is None:
        begun = visit.reader.say(
            "This meeting was begun on {day} and not closed yet. Go on, or close it at the end of the agenda: its minutes keep that day."
            " What is decided now bears the date of today.",
            day=day(one.held_on, visit.language),
        )
        show(el("p", "▲ ", begun, class_="notice", role="status"), key="begun-before")


def _stage(room: Room) -> None:
    visit, dossier, one, place = room.visit, room.dossier, room.meeting, room.place
    say, row = visit.reader.say, room.row(place.at)
    item = room.items[place.at - 1] if row else None
    may = visit.may("run meeting", dossier.partnership.id)
    if item and row:
        as_buttons = may and row.decided is False and visit.may("decide", dossier.partnership.id)
        show(item_stage(visit, dossier, item, row, with_options=not as_buttons), key="room")
    else:
        when = (day_in_full(one.held_on, visit.language) if one.held_on else "", one.location)
        show(opening_stage(visit, dossier, say("Closing the meeting") if place.at else say("Welcome"), tuple(filter(None, when))), key="room")
    _steps(room, item if may and row and not row.done else None)
    if not may:
        return
    if item:
        show_item(visit, dossier, one, item)
    elif place.at == 0:
        show_opening(visit, dossier, one)
    else:
        show_closing(visit, dossier, one)


def _steps(room: Room, item: AgendaItem | None) -> None:
    say, place = room.visit.reader.say, room.place
    # Who follows seldom goes on alone, so that is not what stands out.
    forward = "primary" if place.leads or not place.led else "secondary"
    with st.container(horizontal=True, vertical_alignment="center", key="room-steps"):
        back, ahead = place.at - 1, place.at + 1
        st.button(say("Back"), key="room-back", icon=":material/arrow_back:", disabled=place.at == 0, on_click=room.bring, args=(back,))
        at_end = place.at == place.last
        st.button(say("Next"), key="room-next", icon=":material/arrow_forward:", type=forward, disabled=at_end, on_click=room.bring, args=(ahead,))  # type: ignore[arg-type]
        if item:
            st.button(say("Discussed"), key="room-discussed", icon=":material/check:", on_click=lambda: _discussed(room, item))


def _chairs_agenda(room: Room) -> None:
    with st.container(key="room-to", gap=None):
        for at, title in enumerate(room.titles):
            row = room.row(at)
            words = f"{'✓ ' if row.done else ''}{row.number} {title}" if row else title
            told = _told(room, at)
            kind = "primary" if at == room.place.at else "tertiary"
            st.button(as_label(f"{words} ({told})" if told else words), key=f"room-to-{at}", type=kind, width="stretch", on_click=room.bring, args=(at,))  # type: ignore[arg-type]


def _agenda(room: Room) -> Markup:
    visit, place = room.visit, room.place
    lines = []
    for at, title in enumerate(room.titles):
        row, here = room.row(at), place.led and at == place.chair_at
        words = f"{'✓ ' if row.done else ''}{row.number} {title}" if row else title
        # The item of the chair is followed; any other is looked at alone.
        href = address(visit.reader, "meeting", p=room.dossier.partnership.code, item="" if here else at)
        told = " · ".join(filter(None, (visit.reader.say("the chair is here") if here else "", _told(room, at))))
        link = nav_link(words, href=href, aria_current="step" if at == place.at else None)
        lines.append(el("li", link, el("div", told, class_="small muted") if told else None))
    return el("nav", el("ol", *lines), class_="room-agenda", aria_label=visit.reader.say("Agenda"))


def _told(room: Room, at: int) -> str:
    """When an item is planned, how long it took, and what became of it."""
    say, row, passed = room.visit.reader.say, room.row(at), at < room.place.chair_at
    if row is None:
        return ""
    if row.decided:
        state = say("decided")
    elif row.decided is False and (passed or row.done):
        state = say("not decided")
    else:
        state = say("discussed") if row.done else say("passed by") if passed else ""
    return " · ".join(filter(None, (row.took or row.time, state)))


def _discussed(room: Room, item: AgendaItem) -> None:
    # Somebody may just have taken it off the agenda; then there is nothing to mark.
    with suppress(ThingNotFound):
        agenda.discussed(room.visit, room.dossier.partnership, item)


def _agreed(visit: Visit, dossier: Dossier, one: Meeting) -> Markup | None:
    say = visit.reader.say
    found = minutes(visit.reader, "", one, [], register.of(visit, dossier.partnership), dossier.names)
    lines = [*(f"✓ {title}: {words}" for title, words in found.decisions), *(f"→ {words}" for words in found.actions)]
    return joined(el("h2", say("Decided and agreed so far")), el("ul", *(el("li", line) for line in lines), class_="log")) if lines else None


def _leave(visit: Visit, dossier: Dossier) -> Markup:
    say = visit.reader.say
    keys = say("Keys: ← → item · N note · D decide · A action · T discussed · F full screen · Ctrl+Enter saves · Esc leaves a field")
    out = nav_link(say("Leave the room; the meeting goes on"), href=address(visit.reader, "partnership", p=dossier.partnership.code), class_="linked")
    return joined(el("p", out) if out else None, el("p", keys, class_="muted small keys"))


def _keys(visit: Visit) -> None:
    room = component("ineen_room", js=script("meeting_room"), isolate_styles=False)
    room(data={"language": visit.language}, key="room-keys", height=1)
