"""A partnership as a place: its name, how it stands and when it meets, and the tabs that lead to its pages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.model.meeting import Meeting
from integration.model.partnership import Partnership, ahead
from integration.model.threshold import Thresholds
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.schedule import a_day
from integration.views.plan.verdict import Verdict, plain_reason, verdict_of
from integration.views.register.steering_lines import name_of

# Each tab with its pages; it leads to the first of them that opens for the reader.
TABS: Mapping[str, tuple[str, ...]] = {
    "now": ("partnership",),
    "plan": ("timeline",),
    "foundation": ("foundation", "mirror"),
    "register": ("register",),
    "meetings": ("meeting", "pack", "agenda"),
    "update": ("update", "import"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name, where it leads, and whether it is the open one."""

    name: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What stands above every page of a partnership; no verdict and no meeting for who may not read how it stands."""

    title: str
    verdict: Verdict | None
    reason: str
    meeting: str
    tabs: tuple[Tab, ...]


def place_view(reader: Reader, partnership: Partnership, row: Any, limits: Thresholds, opens: Collection[str], prepared: Meeting | None = None) -> PlaceView:
    """The place of one partnership; `row` of Timed.partnerships (None where it cannot be measured), `opens` the pages on it that open for the reader.

    `prepared` is the meeting that is prepared, which knows time and place.
    """
    told = "partnership" in opens
    verdict, reason = _standing(reader.say, row if told else None, limits)
    return PlaceView(
        title=str(partnership.name.reading(reader.language)),
        verdict=verdict,
        reason=reason,
        meeting=meeting_words(reader, partnership.next_meeting_on, prepared) if told else "",
        tabs=_tabs(reader, partnership.code, opens),
    )


def _standing(say: Words, row: Any, limits: Thresholds) -> tuple[Verdict | None, str]:
    """The colour, and why; nothing where there is no row."""
    if row is None:
        return None, ""
    return verdict_of(say, row, limits), plain_reason(say, row, limits)


def meeting_words(reader: Reader, coming: date | None, prepared: Meeting | None = None) -> str:
    """When a committee meets next, and where, once that is known; a day that is past is no next meeting."""
    when = ahead(coming, reader.today)
    if when is None:
        return reader.say("No next meeting has a date.")
    known = (prepared.starts_at, prepared.location) if prepared and prepared.day == when else ()
    return reader.say("Next meeting: {day}.", day=", ".join(filter(None, (day(when, reader.language), *known))))


def _tabs(reader: Reader, code: str, opens: Collection[str]) -> tuple[Tab, ...]:
    names, here = tab_names(reader.say), reader.reach.page
    first = {tab: next((one for one in pages if one in opens), "") for tab, pages in TABS.items()}
    found = tuple(Tab(names[tab], address(reader, page, p=code), here in TABS[tab]) for tab, page in first.items() if page)
    return found if len(found) > 1 else ()


def tab_names(say: Words) -> dict[str, str]:
    """What the tabs are called."""
    return {
        "now": say("Now"),
        "plan": say("Plan"),
        "foundation": say("Foundation"),
        "register": say("Register"),
        "meetings": say("Meetings"),
        "update": say("Update"),
    }


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """One partnership to choose: its name, how it stands, when it meets, and where the choice leads."""

    name: str
    verdict: Verdict | None
    reason: str
    meeting: str
    href: str


def place_cards(reader: Reader, rows: pd.DataFrame, timed: pd.DataFrame, limits: Thresholds, page: str, told: Collection[str]) -> tuple[PlaceCard, ...]:
    """The partnerships in these rows of the portfolio, in their order; each leads to this page about it. How they stand is said of those `told` (ids)."""
    return tuple(_card(reader, row, next(timed.loc[[row.Index]].itertuples(index=False)), limits, page, row.Index in told) for row in rows.itertuples())


def _card(reader: Reader, row: Any, measured: Any, limits: Thresholds, page: str, told: bool) -> PlaceCard:
    verdict, reason = _standing(reader.say, measured if told and not row.broken else None, limits)
    return PlaceCard(
        name=name_of(reader, row),
        verdict=verdict,
        reason=reason,
        meeting=meeting_words(reader, a_day(row.next_meeting_on)) if told else "",
        href=address(reader, page, p=row.code),
    )
