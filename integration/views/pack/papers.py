"""The papers of steering committees in words: by meeting, the newest first, each with its agenda, packs, minutes and decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from integration.days import day_of
from integration.i18n.formats import day_in_full, moment
from integration.model.meeting import Meeting
from integration.model.pack import Pack
from integration.model.partnership import Partnership
from integration.model.text import Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.schedule import a_day


@dataclass(frozen=True, slots=True)
class Committee:
    """Whose papers these are: the code, the name and the next day of one partnership's committee."""

    code: str
    name: Text
    meets_on: date | None


def committee_of(one: Partnership) -> Committee:
    """The committee of one partnership."""
    return Committee(one.code, one.name, one.next_meeting_on)


def committees(rows: pd.DataFrame) -> dict[str, Committee]:
    """The committees of rows of a portfolio, by id."""
    told = zip(rows.index, rows.code, rows.name_nl, rows.name_en, rows.next_meeting_on, strict=True)
    return {str(one): Committee(code, Text(nl, en), a_day(day)) for one, code, nl, en, day in told}


@dataclass(frozen=True, slots=True)
class PackLine:
    """One pack: when it was published and what it is, and where it is read."""

    pack: Pack
    words: str
    note: str
    href: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its papers: `title` says which, `about` whose (empty where the page is about one); addresses are empty where there is nothing to read.

    `code` and `meeting` name the partnership and the meeting that papers are handed out of; empty where there is none.
    """

    day: date
    title: str
    about: str
    agenda: str
    minutes: str
    decided: str
    decisions: str
    packs: tuple[PackLine, ...]
    code: str = ""
    meeting: str = ""


def sittings(reader: Reader, meetings: Sequence[Meeting], decided: Mapping[str, int], packs: Sequence[Pack], about: Mapping[str, Committee]) -> list[Sitting]:
    """Every meeting of these partnerships (by id) with the packs that were published for it, and the selections, newest first."""
    found = [_selection(reader, one, packs) for one in packs if not one.partnership_id]
    for key, one in about.items():
        own = [each for each in meetings if each.partnership_id == key]
        found += _of_one(reader, one, own, decided, [each for each in packs if each.partnership_id == key], len(about) > 1)
    return sorted(found, key=lambda one: one.day, reverse=True)


def _of_one(reader: Reader, one: Committee, meetings: Sequence[Meeting], decided: Mapping[str, int], packs: Sequence[Pack], named: bool) -> list[Sitting]:
    name, closed = str(one.name.reading(reader.language)) if named else "", sorted({each.day for each in meetings if each.state == "closed" and each.day})
    lines: dict[date | None, list[PackLine]] = {}
    for each in packs:
        published = day_of(each.recorded_at) if each.recorded_at else date.min
        # A pack is for the first meeting on or after the day it was published.
        lines.setdefault(next((held for held in closed if held >= published), None), []).append(_pack(reader, each, packs))
    coming = next((each for each in meetings if each.state != "closed"), None)
    rows = [_held(reader, one, each, decided[each.id], name, tuple(lines.get(each.day, ()))) for each in meetings if each.state == "closed" and each.day]
    if coming or lines.get(None):
        rows.append(_coming(reader, one, coming, name, tuple(lines.get(None, ()))))
    return rows


def _held(reader: Reader, one: Committee, meeting: Meeting, decided: int, name: str, packs: tuple[PackLine, ...]) -> Sitting:
    say, day = reader.say, meeting.day or date.min
    read = address(reader, "meeting", p=one.code, m=meeting.id)
    return Sitting(
        day,
        say("Meeting of {day}", day=day_in_full(day, reader.language)),
        name,
        "",
        read,
        say.plural("{n} decision", "{n} decisions", decided) if decided else "",
        address(reader, "register", p=one.code, show="decisions"),
        packs,
        one.code,
        meeting.id,
    )


def _coming(reader: Reader, one: Committee, meeting: Meeting | None, name: str, packs: tuple[PackLine, ...]) -> Sitting:
    say = reader.say
    planned = meeting.day if meeting else one.meets_on
    ahead = planned if planned and planned >= reader.today else None
    title = say("Next meeting, {day}", day=day_in_full(ahead, reader.language)) if ahead else say("Next meeting, without a day yet")
    agenda = address(reader, "meeting", p=one.code) if meeting else ""
    return Sitting(ahead or reader.today, title, name, agenda, "", "", "", packs, one.code, meeting.id if meeting else "")


def _selection(reader: Reader, one: Pack, packs: Sequence[Pack]) -> Sitting:
    line = _pack(reader, one, packs)
    many = reader.say.plural("{n} partnership", "{n} partnerships", len(one.members))
    return Sitting(day_of(one.recorded_at) if one.recorded_at else reader.today, str(one.name.reading(reader.language)), many, "", "", "", "", (line,))


def _pack(reader: Reader, one: Pack, packs: Sequence[Pack]) -> PackLine:
    say = reader.say
    when = moment(one.recorded_at, reader.language) if one.recorded_at else ""
    notes = [say("a correction: {reason}", reason=str(one.reason.reading(reader.language)))] if one.corrects else []
    notes += [say("corrected later")] if any(each.corrects == one.id for each in packs) else []
    return PackLine(one, say("Pack of {moment}", moment=when), " · ".join(notes), address(reader, "pack", id=one.id))
