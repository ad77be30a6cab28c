"""Fields for days and numbers: any words may be typed in them, and how they were read is said below."""

from datetime import date
from typing import Literal, TypeVar

import streamlit as st

from integration.errors import Problem
from integration.i18n.formats import day_in_full
from integration.i18n.typed.days import typed_day, written_day
from integration.i18n.typed.numbers import typed_number, typed_whole, written_number
from integration.services.core.visit import Visit
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import el

Persists = Literal["session"] | None
V = TypeVar("V")


def day_field(visit: Visit, label: str, value: date | None, key: str, persists: Persists = "session") -> date | Problem | None:
    """A day as it was typed, None while the field is empty, or why it is none."""
    say = visit.reader.say
    words = st.text_input(as_label(label), written_day(value), key=key, persist_state=persists, placeholder=say("day-month-year"), autocomplete="off") or ""
    read = typed_day(words)
    if isinstance(read, date) and words.strip() != written_day(value):
        st.html(el("p", day_in_full(read, visit.language), class_="field-read"))
    return _told(visit, read)


def number_field(visit: Visit, label: str, value: float, key: str, persists: Persists = "session") -> float | Problem:
    """A number as it was typed, or why it is none."""
    words = st.text_input(as_label(label), written_number(value, visit.language), key=key, persist_state=persists, autocomplete="off") or ""
    read = typed_number(words)
    return _told(visit, Problem("", "Write a number.") if read is None else read)


def whole_field(visit: Visit, label: str, value: int, least: int, most: int, key: str) -> int | Problem:
    """A whole number as it was typed, within these bounds, or why it is none."""
    return _told(visit, typed_whole(st.text_input(as_label(label), str(value), key=key, autocomplete="off") or "", least, most))


def _told(visit: Visit, read: V) -> V:
    if isinstance(read, Problem):
        st.html(el("p", "▲ ", visit.reader.say.problem(read), class_="field-problem", role="alert"))
    return read
