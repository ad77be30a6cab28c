"""The calendar of a shared link: when milestones are due and when committees meet."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from integration.errors import LinkNotOpen
from integration.exchange.calendar import Entry, calendar_bytes
from integration.i18n.labels import group_name
from integration.i18n.words import words_in
from integration.measures.plan.overdue import is_open
from integration.model.access.grant import pages_showing
from integration.model.access.share_link import ShareLink
from integration.model.meeting import Meeting
from integration.model.plan.milestone import Milestone
from integration.model.text import Language, Text
from integration.services.access.preview import visit_of
from integration.services.core.host import Host
from integration.services.core.visit import Visit
from integration.services.meeting import handed_out
from integration.services.plan import timeline
from integration.services.portfolio import portfolio
from integration.settings import public_address
from integration.views.kit.address import address
from integration.views.plan.milestone import due_words, forecast_words
from integration.views.plan.schedule import a_day


def of_nothing(language: Language, now: datetime) -> bytes:
    """The calendar behind an address that opens none, ended or never made: programs that follow it drop what they had."""
    return calendar_bytes([], words_in(language)("Ineen: what was shared with you"), language, now)


def of_link(opened: Host, link: ShareLink, token: str) -> bytes:
    """An iCalendar file of what the pages of this link show; milestones that are done are left out. Raises LinkNotOpen where none shows a day.

    An event leads to the link itself: who follows the calendar need not have signed in or opened the link in this browser.
    """
    entries = [replace(one, address=f"{public_address()}/s/{token}" if one.address else "") for one in _entries(opened, link)]
    return calendar_bytes(entries, words_in(link.language)("Ineen: what was shared with you"), link.language, visit_of(opened, link).now)


def _entries(opened: Host, link: ShareLink) -> list[Entry]:
    grant = link.grant()
    dated, met = pages_showing(grant, "milestones")[:1], pages_showing(grant, "meetings")[:1]
    if not dated and not met:
        raise LinkNotOpen
    if link.thing:
        return _agenda(visit_of(opened, link), link)
    entries = [one for page in dated for one in _milestones(visit_of(opened, link, page).in_domain(link.domain), link)]
    return entries + [one for page in met for one in _meetings(visit_of(opened, link, page))]


def _agenda(guest: Visit, link: ShareLink) -> list[Entry]:
    rows = portfolio.read(guest).partnerships
    one = next((each for each in handed_out.agendas(guest) if each.id == link.thing and each.partnership_id in rows.index), None)
    if one is None:
        return []
    where = f"{public_address()}{address(guest.reader, 'agenda', p=rows.code[one.partnership_id], m=one.id)}"
    found = handed_out.entry(guest, one, _title(guest, _names(guest, rows)[one.partnership_id]), "", where)
    return [found] if found else []


def _milestones(guest: Visit, link: ShareLink) -> list[Entry]:
    rows, plan = portfolio.read(guest).partnerships, timeline.read(guest)
    open_ones = plan[is_open(plan) & ((plan.domain == link.domain) | (not link.domain))]
    names = _names(guest, rows)
    return [one for row in open_ones.itertuples() if (one := _milestone(guest, row, names, rows))]


def _meetings(guest: Visit) -> list[Entry]:
    rows = portfolio.read(guest).partnerships
    names, prepared = _names(guest, rows), handed_out.prepared(guest)
    return [_meeting(guest, one, when, prepared.get(str(one)), names, rows) for one, when in rows.next_meeting_on.dropna().items()]


def _names(guest: Visit, rows: pd.DataFrame) -> dict[str, str]:
    return {one: str(Text(nl, en).reading(guest.language).words) for one, nl, en in zip(rows.index, rows.name_nl, rows.name_en, strict=True)}


def _milestone(visit: Visit, row: Any, names: dict[str, str], rows: pd.DataFrame) -> Entry | None:
    reader = visit.reader
    one = Milestone(
        partnership_id=row.partnership,
        code=row.code,
        domain=row.domain,
        title=Text(row.title_nl, row.title_en),
        due_on=a_day(row.due_on),
        forecast_on=a_day(row.forecast_on),
        promised_on=a_day(row.planned_on),
    )
    when = one.forecast_on or one.due_on
    if when is None:
        return None
    title = f"{one.title.reading(visit.language).words} – {names[row.partnership]}"
    late = reader.say.plural("{n} day late", "{n} days late", one.days_late(reader.today)) if one.days_late(reader.today) else ""
    moved = due_words(reader, one) if one.promise != one.due_on else ""
    note = " · ".join(filter(None, (group_name(reader.say, row.domain), moved, late, forecast_words(reader, one))))
    return Entry(f"milestone-{row.id}", title, when, note, _where(visit, row.partnership, rows))


def _meeting(visit: Visit, one: Any, when: Any, prepared: Meeting | None, names: dict[str, str], rows: pd.DataFrame) -> Entry:
    day: date = pd.Timestamp(when).date()
    title, where = _title(visit, names[one]), _where(visit, one, rows)
    # Time and place are told where the page of the partnership tells them.
    if visit.page == "partnership" and prepared and prepared.planned_on == day and (found := handed_out.entry(visit, prepared, title, "", where)):
        return found
    return Entry(f"meeting-{one}", title, day, "", where)


def _title(visit: Visit, name: str) -> str:
    return words_in(visit.language)("Steering meeting {name}", name=name)


def _where(visit: Visit, one: str, rows: pd.DataFrame) -> str:
    href = address(visit.reader, "partnership", p=rows.code[one])
    return f"{public_address()}{href}" if href else ""
