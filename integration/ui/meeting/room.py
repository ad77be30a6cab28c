"""Meeting mode: one item at a time before the whole room, driven by keys; everything is saved as it is made."""

from contextlib import suppress

import streamlit as st
from streamlit.components.v2 import component

from integration.errors import ThingNotFound
from integration.i18n.formats import day, day_in_full
from integration.model.meeting import AgendaItem, Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import agenda
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.assets import script
from integration.ui.forms.address_bar import asked_number, write
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.meeting.item import show_item
from integration.ui.meeting.opening_and_closing import show_closing, show_opening
from integration.views.kit.address import address
from integration.views.meeting.meeting import AgendaRow, agenda_rows, minutes, taken_in


def show_room(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """The opening, the items one by one, and the closing; which one stands in the address."""
    items = agenda.read(visit, dossier.partnership, one)
    taken = taken_in(one, register.of(visit, dossier.partnership))
    rows, last = agenda_rows(visit.reader, items, {each.id for each in taken}), len(items) + 1
    at = min(asked_number("item", 0), last)
    row = rows[at - 1] if 0 < at < last else None
    _keys(visit)
    if one.held_on and one.held_on < visit.today and visit.as_of is None:
        begun = visit.reader.say(
            "This meeting was begun on {day} and not closed yet. Go on, or close it at the end of the agenda.", day=day(one.held_on, visit.language)
        )
        show(el("p", "▲ ", begun, class_="notice", role="status"), key="begun-before")
    show(joined(_where(visit, dossier, rows, at), _screen(visit, dossier, one, row, at)), key="room")
    may = visit.may("run meeting", dossier.partnership.id)
    if may:
        _steps(visit, dossier, at, last, items[at - 1] if row and not row.done else None)
        if row:
            show_item(visit, dossier, one, items[at - 1])
        elif at == 0:
            show_opening(visit, dossier, one)
        else:
            show_closing(visit, dossier, one)
    show(_agreed(visit, dossier, one), key="agreed")


def _where(visit: Visit, dossier: Dossier, rows: list[AgendaRow], at: int) -> Markup:
    say, code = visit.reader.say, dossier.partnership.code

    def link(number: int, words: str, label: str, done: bool = False) -> Markup | None:
        href = address(visit.reader, "meeting", p=code, item=number)
        return nav_link(words, href=href, aria_label=label, aria_current="step" if number == at else None, class_="done" if done else None)

    numbers = (link(one.number, f"{'✓ ' if one.done else ''}{one.number}", f"{one.number} {one.title}", one.done) for one in rows)
    ends = (link(0, say("Opening"), say("Opening")), link(len(rows) + 1, say("Closing"), say("Closing")))
    return el("nav", ends[0], *numbers, ends[1], class_="steps", aria_label=say("Agenda"))


def _screen(visit: Visit, dossier: Dossier, one: Meeting, row: AgendaRow | None, at: int) -> Markup:
    say, name = visit.reader.say, str(dossier.partnership.name.reading(visit.language))
    if row:
        head = el("p", el("span", row.origin, class_=f"origin {row.kind}"), f" · {name}")
        # The options of a decision are a list under the question's facts; changes are a list of their own.
        said, listed = (row.why[:1], row.why[1:]) if row.kind != "since" else ((), row.why)
        why = joined(*(el("p", line) for line in said), el("ul", *(el("li", line) for line in listed)) if listed else None)
        return el("section", head, el("h1", row.title), el("div", why, class_="why"), class_="screen")
    when = day_in_full(one.held_on, visit.language) if one.held_on else ""
    title = say("Welcome") if at == 0 else say("Closing the meeting")
    return el("section", el("p", name), el("h1", title), el("div", el("p", when), class_="why"), class_="screen")


def _steps(visit: Visit, dossier: Dossier, at: int, last: int, item: AgendaItem | None) -> None:
    say = visit.reader.say
    with st.container(horizontal=True, vertical_alignment="center", key="room-steps"):
        st.button(say("Back"), key="room-back", icon=":material/arrow_back:", disabled=at == 0, on_click=lambda: write("item", at - 1 or None))
        st.button(say("Next"), key="room-next", icon=":material/arrow_forward:", type="primary", disabled=at == last, on_click=lambda: write("item", at + 1))
        if item:
            st.button(say("Discussed"), key="room-discussed", icon=":material/check:", on_click=lambda: _discussed(visit, dossier, item))
        keys = say("Keys: ← → item · N note · D decide · A action · T discussed · F full screen · Esc leaves a field")
        leave = anchor(say("Leave the room; the meeting goes on"), href=address(visit.reader, "partnership", p=dossier.partnership.code), class_="linked")
        show(el("p", leave, " · ", keys, class_="muted small"), key="keys-told")


def _discussed(visit: Visit, dossier: Dossier, item: AgendaItem) -> None:
    # Somebody may just have taken it off the agenda; then there is nothing to mark.
    with suppress(ThingNotFound):
        agenda.discussed(visit, dossier.partnership, item)


def _agreed(visit: Visit, dossier: Dossier, one: Meeting) -> Markup:
    say = visit.reader.say
    found = minutes(visit.reader, "", one, [], register.of(visit, dossier.partnership), dossier.names)
    lines = [*(f"✓ {title}: {words}" for title, words in found.decisions), *(f"→ {words}" for words in found.actions)]
    return joined(el("h2", say("Decided and agreed so far")), el("ul", *(el("li", line) for line in lines), class_="log")) if lines else el("p")


def _keys(visit: Visit) -> None:
    room = component("ineen_room", js=script("meeting_room"), isolate_styles=False)
    room(data={"language": visit.language}, key="room-keys", height=1)
