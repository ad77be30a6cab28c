"""The calendar of a shared link: when milestones are due and when committees meet."""

from datetime import date
from typing import Any

import pandas as pd

from integration.exchange.calendar import Entry, calendar_bytes
from integration.i18n.labels import group_name
from integration.i18n.words import words_in
from integration.measures.plan.overdue import is_open
from integration.model.access.share_link import ShareLink
from integration.model.text import Text
from integration.services.access.preview import visit_of
from integration.services.core.host import Host
from integration.services.core.visit import Visit
from integration.services.plan import timeline
from integration.services.portfolio import portfolio
from integration.settings import public_address
from integration.views.kit.address import address


def of_link(opened: Host, link: ShareLink) -> bytes:
    """An iCalendar file of what a guest with this link may see; milestones that are done are left out."""
    guest = visit_of(opened, link)
    rows, plan = portfolio.read(guest).partnerships, timeline.read(guest)
    names = {one: str(Text(nl, en).reading(link.language).words) for one, nl, en in zip(rows.index, rows.name_nl, rows.name_en, strict=True)}
    open_ones = plan[is_open(plan) & ((plan.domain == link.domain) | (not link.domain))]
    entries = [one for row in open_ones.itertuples() if (one := _milestone(guest, row, names, rows))]
    if not link.domain:
        entries += [_meeting(guest, one, when, names, rows) for one, when in rows.next_meeting_on.dropna().items()]
    return calendar_bytes(entries, words_in(link.language)("Ineen: what was shared with you"), link.language, guest.now)


def _milestone(visit: Visit, row: Any, names: dict[str, str], rows: pd.DataFrame) -> Entry | None:
    when = row.due_on if pd.isna(row.forecast_on) else row.forecast_on
    if pd.isna(when):
        return None
    title = f"{Text(row.title_nl, row.title_en).reading(visit.language).words} – {names[row.partnership]}"
    return Entry(
        f"milestone-{row.id}", title, pd.Timestamp(when).date(), group_name(words_in(visit.language), row.domain), _where(visit, row.partnership, rows)
    )


def _meeting(visit: Visit, one: Any, when: Any, names: dict[str, str], rows: pd.DataFrame) -> Entry:
    day: date = pd.Timestamp(when).date()
    return Entry(f"meeting-{one}", words_in(visit.language)("Steering meeting {name}", name=names[one]), day, "", _where(visit, one, rows))


def _where(visit: Visit, one: str, rows: pd.DataFrame) -> str:
    href = address(visit.reader, "partnership", p=rows.code[one])
    return f"{public_address()}{href}" if href else ""
