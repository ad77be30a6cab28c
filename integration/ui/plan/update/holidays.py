"""School holidays of a partnership: a small table to edit, and the national regions to start from."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from integration.errors import EditConflict, Invalid, Problem
from integration.i18n.formats import day
from integration.i18n.labels import region_name
from integration.i18n.typed.days import typed_day, written_day
from integration.model.partnership import Partnership
from integration.model.plan.holiday import REGIONS, Holiday
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.plan import holidays
from integration.ui.forms.messages import problems_list, saved, sentences
from integration.ui.forms.turns import next_turn, turn_of
from integration.ui.kit.panels import small_print

COLUMNS = ("name", "first_on", "last_on")


def update_holidays(visit: Visit, partnership: Partnership) -> None:
    """Add, change and remove holidays; they are drawn under every timeline of this partnership."""
    say, stored = visit.reader.say, holidays.read(visit, partnership)
    st.subheader(say("School holidays"))
    turn = _turn(partnership, stored)
    # What the typing began from; a save of somebody else must not move rows under it.
    seen: list[Holiday] = st.session_state.setdefault("holidays_seen", {}).setdefault(f"{partnership.code}-{turn}", stored)
    base = _frame(visit, seen)
    edited = _editor(visit, base, f"holidays-{partnership.code}-{visit.language}-{turn}")
    wanted, removed, odd = _edits(visit, partnership, seen, base, edited)
    if odd:
        sentences(say("These days need another look; they stay as typed:"), [say.problem(one) for one in odd], "holidays-odd")
    if stored != seen:
        _settle(visit, partnership, seen, stored, bool(wanted or removed))
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    changed = bool(wanted or removed) and not odd
    if left.button(say("Save the holidays"), type="primary" if changed else "secondary", disabled=not changed, key="save-holidays"):
        _saved(visit, partnership, lambda: holidays.save(visit, partnership, wanted, removed))
    with right.container(horizontal=True, vertical_alignment="bottom"):
        region = st.selectbox(say("Region"), REGIONS, format_func=lambda one: region_name(say, one), key="region")
        if st.button(say("Take over this region"), key="take-over"):
            _saved(visit, partnership, lambda: holidays.take_over(visit, partnership, region))
    small_print(say("The regions hold the nationally advised days of the school years 2025–26 and 2026–27; check them with the school."), "holiday-note")


def _settle(visit: Visit, partnership: Partnership, seen: list[Holiday], stored: list[Holiday], typed: bool) -> None:
    """Follow what somebody else saved; where something was typed, show theirs beside it and let the person choose."""
    say, language = visit.reader.say, visit.language
    if typed:
        theirs = [one for one in stored if one not in seen]
        lines = [f"{one.name.reading(language)}: {day(one.first_on, language)} – {day(one.last_on, language)}" for one in theirs]
        sentences(say("Somebody else saved this meanwhile."), lines, "holidays-theirs")
    if not typed or st.button(say("Show the newest"), key="holidays-newest"):
        _next_turn(partnership)


def _turn(partnership: Partnership, stored: list[Holiday]) -> int:
    now = hashlib.sha256(repr(stored).encode()).hexdigest()[:16]
    turn, began = turn_of(_form(partnership), now)
    if began != now and f"{partnership.code}-{turn}" not in st.session_state.get("holidays_seen", {}):
        # What was typed at another server belongs to rows that are not these any more.
        _next_turn(partnership)
    return turn


def _next_turn(partnership: Partnership) -> None:
    next_turn(_form(partnership))
    st.rerun()


def _form(partnership: Partnership) -> str:
    return f"holidays/{partnership.code}"


def _frame(visit: Visit, stored: list[Holiday]) -> pd.DataFrame:
    rows = [(one.name.reading(visit.language).words, written_day(one.first_on), written_day(one.last_on)) for one in stored]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype("object")


def _editor(visit: Visit, base: pd.DataFrame, key: str) -> pd.DataFrame:
    say, column = visit.reader.say, st.column_config
    return st.data_editor(
        base,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        placeholder="–",
        alt=say("School holidays, editable"),
        column_config={
            "name": column.TextColumn(say("Holiday"), width=200, max_chars=300),
            "first_on": column.TextColumn(say("First day"), width=110),
            "last_on": column.TextColumn(say("Last day"), width=110),
        },
    )


def _edits(
    visit: Visit, partnership: Partnership, stored: list[Holiday], base: pd.DataFrame, edited: pd.DataFrame
) -> tuple[list[Holiday], list[Holiday], list[Problem]]:
    wanted, odd = list[Holiday](), list[Problem]()
    for index, name, first, last in edited.itertuples():
        known = stored[index] if isinstance(index, int) and index < len(base) else None
        seen = known or Holiday(partnership_id=partnership.id, name=Text(), first_on=None, last_on=None)
        one = replace(seen, name=seen.name.saying(visit.language, str(name or "").strip()), first_on=_day(first, odd), last_on=_day(last, odd))
        if one != seen:
            wanted.append(one)
    kept = set(edited.index)
    return wanted, [one for index, one in enumerate(stored) if index not in kept], odd


def _day(value: object, odd: list[Problem]) -> date | None:
    read = typed_day(str(value or ""))
    if isinstance(read, Problem):
        odd.append(read)
        return None
    return read


def _saved(visit: Visit, partnership: Partnership, store: Callable[[], int]) -> None:
    say = visit.reader.say
    try:
        count = store()
    except Invalid as error:
        problems_list(visit, error)
        return
    except EditConflict:
        # The next run shows theirs above what was typed.
        st.rerun()
    saved(visit, [say.plural("{n} holiday was saved.", "{n} holidays were saved.", count)])
    _next_turn(partnership)
