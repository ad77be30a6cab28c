"""As of: the one date control that makes every page show a past day, and the line that says so."""

import re
from datetime import date, datetime

import streamlit as st

from integration.days import EARLIEST, day_named, day_of
from integration.errors import DayAhead, DayTooEarly, DayUnknown
from integration.i18n.formats import day_in_full
from integration.i18n.words import words_in
from integration.model.text import Language
from integration.services.changes.since import first_day
from integration.services.core.visit import Visit, moment_now
from integration.ui.forms.address_bar import write
from integration.ui.kit.html import page_open, show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.still import address_asks
from integration.views.kit.address import address

NAME = "asof"
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?)?")


def asked_as_of(today: date) -> date | None:
    """The day (or, as frozen links have it, the moment) that the address asks for, or None for now; raises DayUnknown or DayAhead."""
    value = address_asks().get(NAME, "")
    if not value:
        return None
    day = day_named(value[:10]) if DAY.fullmatch(value) else None
    if day is None:
        raise DayUnknown(value=value[:40])
    if len(value) > 10:
        return _moment(value)
    if day > today:
        raise DayAhead(day=day)
    return None if day == today else day


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise DayUnknown(value=value[:40]) from error
    if moment > moment_now():
        raise DayAhead(day=day_of(moment))
    return moment


def day_in_address() -> str | None:
    """The day or moment that the address names, to go along with links; None for none."""
    value = address_asks().get(NAME, "")
    return value if DAY.fullmatch(value) else None


def refuse_too_early(visit: Visit) -> None:
    """Raise DayTooEarly for a day before anything was recorded."""
    first = first_day(visit)
    if visit.as_of and first and visit.today < first:
        raise DayTooEarly(day=visit.today, first=first)


def as_of_control(language: Language, today: date) -> None:
    """The date in the sidebar; empty is now."""
    say = words_in(language)
    try:
        shown = asked_as_of(today)
    except (DayUnknown, DayAhead):
        shown = None
    shown = day_of(shown) if isinstance(shown, datetime) else shown
    st.session_state.as_of = shown if shown and shown >= EARLIEST else None
    st.date_input(
        say("As it was on"),
        key="as_of",
        min_value=EARLIEST,
        max_value=today,
        format="DD-MM-YYYY",
        help=say("Every page, picture and download then shows that day; empty is now."),
        on_change=_chosen,
    )


def _chosen() -> None:
    chosen = st.session_state.as_of
    write(NAME, chosen.isoformat() if chosen else None)


def as_of_banner(visit: Visit) -> None:
    """Says that a past day is shown and by which rules it is computed, and leads back to now."""
    if visit.as_of is None:
        return
    say = visit.reader.say
    words = el("strong", say("As it was on {day}", day=day_in_full(visit.today, visit.language)))
    # Who holds a frozen link may see that moment and no other.
    back = joined(" · ", back_to_now(visit)) if any(one.role != "guest" for one in visit.grants) else None
    rules = el("p", say("The data are of that day; numbers and colours are computed by today’s rules, with the thresholds of that day."), class_="small")
    first = el("p", words, " · ", say("nothing can be changed here"), back)
    show(el("div", first, rules, class_="notice past", role="status"), key="past")


def back_to_now(visit: Visit) -> Markup:
    """The link that shows the same page as it is now."""
    asked = {name: value for name, value in address_asks().items() if name not in (NAME, "lang")}
    return anchor(visit.reader.say("Back to now"), href=address(visit.reader.without_past(), page_open(), **asked))
