"""Turns: how often a form was begun anew, and what it began from; the browser keeps it too, so that another server goes on where this one ended."""

import re

import streamlit as st

# What a browser sends may be anything.
KEPT = re.compile(r"(\d{1,6}) (\S{0,60})", re.ASCII)
HIDDEN = "turn-"


def turn_of(form: str, stored: str) -> tuple[int, str]:
    """The turn of this form, whose fields have keys of their own in each turn, and what it began from: `stored` in a turn that begins now."""
    turns: dict[str, str] = st.session_state.setdefault("turns", {})
    own = turns.get(form)
    if own is not None and not KEPT.fullmatch(own):
        own = turns[form] = f"{own} {stored}"
    key, fresh = HIDDEN + form, f"0 {stored}"
    if own is not None:
        st.session_state[key] = own
    told = st.text_input("turn", "" if own else fresh, key=key, label_visibility="collapsed")
    found = KEPT.fullmatch(own or told or "") or KEPT.fullmatch(fresh)
    turns[form] = found.group() if found else fresh
    return (int(found[1]), found[2]) if found else (0, stored)


def next_turn(form: str) -> int:
    """Begin the form anew in the next run, with nothing of what was typed; returns its new turn."""
    turns: dict[str, str] = st.session_state.setdefault("turns", {})
    now = KEPT.fullmatch(turns.get(form, ""))
    turn = int(now[1]) + 1 if now else 1
    turns[form] = str(turn)
    return turn
