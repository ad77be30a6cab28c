"""The minutes of a closed meeting, as a page and as files, the way to the pack, and the meetings before."""

from collections.abc import Sequence

import streamlit as st

from integration.i18n.formats import day
from integration.i18n.labels import state_word
from integration.model.meeting import Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import agenda, meeting
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.kit.downloads import File, downloads
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.meeting.paper_files import paper_files
from integration.ui.meeting.preparation import meeting_heading
from integration.views.kit.address import address
from integration.views.meeting.meeting import AgendaRow, Minutes, minutes
from integration.views.meeting.minutes_text import left_open, minutes_markdown, minutes_plain


def show_minutes(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """What was decided, agreed and noted."""
    say, partnership = visit.reader.say, dossier.partnership
    name = str(partnership.name.reading(visit.language))
    found = minutes(visit.reader, name, one, agenda.read(visit, partnership, one), register.of(visit, partnership), dossier.names)
    meeting_heading(visit, dossier, say("The meeting of {day} is closed.", day=day(one.day, visit.language)))
    show(_markup(visit, found), key="minutes")
    _files(visit, found, partnership.code, one)
    if visit.may("run meeting", partnership.id) and st.button(say("Open this meeting again"), key="reopen", type="tertiary", icon=":material/undo:"):
        meeting.reopen(visit, partnership, one)
        st.query_params.pop("m", None)
        st.rerun()


def _markup(visit: Visit, found: Minutes) -> Markup:
    say = visit.reader.say
    facts = el("dl", *(el("div", el("dt", label), el("dd", words)) for label, words in found.facts), class_="facts")
    decisions = (el("li", el("strong", title), el("blockquote", words)) for title, words in found.decisions)
    decided = el("ul", *decisions, class_="log") if found.decisions else el("p", say("Nothing was decided."), class_="muted")
    agreed = el("ul", *(el("li", one) for one in found.actions), class_="log") if found.actions else el("p", say("No action was agreed."), class_="muted")
    items = el("ol", *(_item(visit, one) for one in found.items), class_="log") if found.items else el("p", say("The agenda is empty."), class_="muted")
    notes = joined(el("h2", say("Notes")), el("p", found.notes, class_="typed")) if found.notes else None
    parts = (el("h2", found.title), facts, el("h2", say("Decisions")), decided, el("h2", say("Actions")), agreed, el("h2", say("Agenda")), items, notes)
    return el("article", *parts, class_="minutes")


def _item(visit: Visit, one: AgendaRow) -> Markup:
    left = left_open(visit.reader.say, one)
    skipped = el("div", left, class_="small muted") if left else None
    why = (el("div", line, class_="small muted") for line in one.why)
    head = joined(f"{one.number}. ", el("span", one.origin, class_=f"origin {one.kind}"), " ", el("strong", one.title))
    return el("li", head, *why, el("div", one.note, class_="typed") if one.note else None, skipped)


def _files(visit: Visit, found: Minutes, code: str, one: Meeting) -> None:
    say = visit.reader.say
    name = f"ineen-minutes-{code}-{one.day.isoformat() if one.day else ''}"
    downloads(
        visit,
        *paper_files(visit, code, one.id, one.day, "minutes", "decisions"),
        File(say("Minutes as text"), f"{name}.txt", "text/plain; charset=utf-8", lambda: minutes_plain(say, found), name),
        File(say("Minutes as Markdown"), f"{name}.md", "text/markdown; charset=utf-8", lambda: minutes_markdown(say, found), name),
        key="minutes",
    )


def past_meetings(visit: Visit, dossier: Dossier, meetings: Sequence[Meeting], shown: Meeting | None) -> None:
    """Links to the other meetings of this partnership, newest first."""
    say, code = visit.reader.say, dossier.partnership.code
    others = [one for one in reversed(meetings) if shown is None or one.id != shown.id]
    links = (
        el("li", anchor(day(one.day, visit.language), href=address(visit.reader, "meeting", p=code, m=one.id), class_="linked"), _state(visit, one))
        for one in others
    )
    # What was planned after the meeting that is shown has its own address: the page without one.
    coming = el("p", anchor(say("To the next meeting"), href=address(visit.reader, "meeting", p=code), class_="linked")) if st.query_params.get("m") else None
    past = address(visit.reader, "partnership", p=code, history="meetings")
    history = (
        el("p", anchor(say("History of the meetings"), href=past, class_="linked"), class_="small")
        if meetings and visit.may("read history", dossier.partnership.id)
        else None
    )
    if others or coming:
        show(joined(el("h2", say("Other meetings")), coming, el("ul", *links, class_="agreed"), history), key="past-meetings")


def _state(visit: Visit, one: Meeting) -> str:
    return "" if one.state == "closed" else f" · {state_word(visit.reader.say, one.state).lower()}"
