"""The calendar of a shared link: when milestones are due and when committees meet."""

from integration.exchange.calendar import Entry, calendar_bytes
from integration.i18n.labels import group_name
from integration.i18n.words import words_in
from integration.model.share_link import ShareLink
from integration.model.text import Text
from integration.services import portfolio, timeline
from integration.services.host import Host
from integration.services.preview import visit_of
from integration.settings import public_address
from integration.views.address import address


def of_link(opened: Host, link: ShareLink) -> bytes:
    """An iCalendar file of what a guest with this link may see; milestones that are done are left out."""
    guest = visit_of(opened, link)
    say, rows = words_in(link.language), portfolio.read(guest).partnerships
    names = {one: str(Text(row.name_nl, row.name_en).reading(link.language).words) for one, row in zip(rows.index, rows.itertuples(), strict=True)}
    plan = timeline.read(guest)
    plan = plan[(plan.credit < 100) & (plan.domain == link.domain if link.domain else True)]
    entries = [
        Entry(
            f"milestone-{row.id}",
            f"{Text(row.title_nl, row.title_en).reading(link.language).words} – {names.get(row.partnership, '')}",
            (row.forecast_on if row.forecast_on == row.forecast_on else row.due_on).date(),
            group_name(say, row.domain),
            f"{public_address()}{address('partnership', link.language, p=rows.code.get(row.partnership, ''))}",
        )
        for row in plan.itertuples()
        if row.due_on == row.due_on or row.forecast_on == row.forecast_on
    ]
    meetings = [
        Entry(f"meeting-{one}", say("Steering meeting {name}", name=names[one]), day, "", f"{public_address()}{address('partnership', link.language, p=code)}")
        for one, day, code in zip(rows.index, rows.next_meeting_on, rows.code, strict=True)
        if day == day and day is not None and not link.domain
    ]
    return calendar_bytes(entries + meetings, say("Ineen: what was shared with you"), link.language, guest.now)
