"""The form that shares a view: what, live or frozen, what to leave out, until when, with or without a PIN."""

from base64 import b64encode
from dataclasses import replace
from datetime import timedelta

import streamlit as st

from integration.access.token import new_pin
from integration.days import day_of, end_of
from integration.errors import Invalid
from integration.exchange.qr import qr_png
from integration.i18n.formats import day_in_full
from integration.i18n.labels import part_name
from integration.i18n.words import Words
from integration.model.access.grant import PARTS, Content, pages_showing
from integration.model.access.share_link import MOST_DAYS, USUAL_PIN, WHOLE, ShareLink, plain_pin
from integration.model.text import LANGUAGES
from integration.services.access import link
from integration.services.core.visit import Visit
from integration.services.exchange import data_feed
from integration.settings import FRAMES, public_address
from integration.ui.forms.messages import problems_list
from integration.ui.kit.downloads import File, downloads
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.panels import small_print
from integration.views.access.link_words import told_too, what

MADE, PIN = "link_made", "link_made_pin"
DATED: tuple[Content, ...] = ("milestones", "meetings")


def share_form(visit: Visit, offered: list[ShareLink], names: dict[str, str]) -> None:
    """The choices with sensible ones made already; one button makes the link."""
    say = visit.reader.say
    chosen = offered[0]
    if len(offered) > 1:
        # Another view offers other kinds, and a choice among those is none here.
        key = f"share-what-{'-'.join(one.kind for one in offered)}"
        at = st.radio(say("What"), range(len(offered)), format_func=lambda one: as_label(what(say, offered[one], names)), key=key)
        chosen = offered[at or 0]
    else:
        small_print(what(say, chosen, names), "share-what")
    if any(pages_showing(chosen.grant(), content) for content in DATED):
        small_print(told_too(say, chosen), "share-told")
    note = st.text_input(say("For whom (a note for yourself)"), key="share-note") or ""
    with st.expander(say("Live or frozen, until when, with a PIN, without names …"), icon=":material/tune:"):
        wanted, pin = _details(visit, chosen)
    if st.button(say("Make the link"), type="primary", icon=":material/link:", key="make-link"):
        try:
            stored, token = link.make(visit, replace(wanted, note=note), pin)
        except Invalid as error:
            problems_list(visit, error)
            return
        st.session_state[MADE], st.session_state[PIN] = (stored.id, token), (stored.id, plain_pin(pin))
        st.rerun()


def _details(visit: Visit, chosen: ShareLink) -> tuple[ShareLink, str]:
    say, today = visit.reader.say, visit.today
    frozen = st.radio(
        say("Which moment"),
        (False, True),
        format_func=lambda one: say("Frozen: always as it is at this moment") if one else say("Live: always as it is when somebody looks"),
        key="share-frozen",
    )
    # What is shown whole or not at all has nothing to leave out.
    parts = () if chosen.page in WHOLE else PARTS
    hides = st.multiselect(say("Leave out"), parts, format_func=lambda one: part_name(say, one), placeholder=say("Nothing"), key="share-hides") if parts else ()
    one, two = st.columns(2)
    with one:
        last = st.date_input(
            say("Last day"),
            day_of(chosen.expires_at),
            min_value=today + timedelta(days=1),
            max_value=today + timedelta(days=MOST_DAYS),
            format="DD-MM-YYYY",
            key="share-until",
        )
        language = st.radio(say("Language"), LANGUAGES, index=LANGUAGES.index(chosen.language), format_func=_language, horizontal=True, key="share-language")
    with two:
        st.checkbox(say("With a PIN of six digits"), key="share-with-pin", on_change=_propose_pin)
        pin = st.text_input(say("PIN (4 to 12 digits, or empty)"), key="share-pin", autocomplete="off", max_chars=40) or ""
    until = end_of(last).replace(microsecond=0) if last else chosen.expires_at
    moment = visit.now if frozen else None
    return replace(chosen, as_of=moment, hides=tuple(hides), expires_at=until, language=language or chosen.language), pin


def _propose_pin() -> None:
    # Six digits of chance, for people choose years and birthdays; whoever wants another may still type one.
    st.session_state["share-pin"] = new_pin(USUAL_PIN) if st.session_state["share-with-pin"] else ""


def _language(one: str) -> str:
    return {"nl": "Nederlands", "en": "English"}[one]


def made_link(visit: Visit, one: ShareLink, token: str) -> None:
    """The address of a new link, which is told only now: to copy, as a QR code, as a calendar, and for an intranet page."""
    say = visit.reader.say
    address = f"{here()}/s/{token}"
    st.success(say("The link is ready. Copy it now: it is shown once, and only its seal is kept."), icon=":material/check:")
    st.code(address, language=None, wrap_lines=True)
    show(copy_button(say, address), key="copy-made")
    small_print(say("Opens until {day}.", day=day_in_full(day_of(one.expires_at), visit.language)), "made-until")
    kept = st.session_state.get(PIN, ("", ""))
    if kept[0] == one.id and kept[1]:
        st.markdown(f"**{say('The PIN, to be sent another way than the address')}**")
        st.code(kept[1], language=None)
    with st.expander(say("QR code, calendar, in an intranet page"), icon=":material/qr_code:"):
        _other_ways(visit, one, token, address)


def _other_ways(visit: Visit, one: ShareLink, token: str, address: str) -> None:
    say = visit.reader.say
    left, right = st.columns([1, 2])
    with left:
        picture = qr_png(address)
        # Within the page itself, for the picture is the secret.
        shown = f"data:image/png;base64,{b64encode(picture).decode()}"
        show(el("img", src=shown, width="190", height="190", alt=say("QR code of the link")), key="qr")
        downloads(visit, File(say("QR code as PNG"), "ineen-link.png", "image/png", lambda: picture), key="qr")
    with right:
        if not one.pin_hash and any(pages_showing(one.grant(), content) for content in DATED):
            st.markdown(f"**{say('As a calendar')}**")
            st.code(f"{here()}/calendar/{token}.ics", language=None, wrap_lines=True)
            small_print(say("Add this address in your calendar program; milestones and meetings follow by themselves."), "calendar-note")
        _data_address(say, one, token)
        if FRAMES.text():
            st.markdown(f"**{say('In an intranet page')}**")
            st.code(f'<iframe src="{address}" title="Ineen" style="width:100%;height:900px;border:0"></iframe>', language=None, wrap_lines=True)


def _data_address(say: Words, one: ShareLink, token: str) -> None:
    if not (given := data_feed.tables_of(one)):
        return
    st.markdown(f"**{say('As data for Excel or Power BI')}**")
    st.code(f"{here()}/data/{token}/{given[0]}.csv", language=None, wrap_lines=True)
    told = say("Excel and Power BI read this address, and ask again whenever they refresh; “{name}” at the end tells what else there is.", name="columns.csv")
    small_print(told, "data-note")


def copy_button(say: Words, address: str) -> Markup:
    """A button that copies an address; where the browser lets it, that was done already as it appeared."""
    return el("button", say("Copy"), type="button", class_="copy", data_copy=address, data_copied=f"✓ {say('Copied')}")


def here() -> str:
    """The address of this server as people reach it."""
    return public_address(st.context.url or "")
