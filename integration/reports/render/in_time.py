"""Milestones in time: which of them a pack shows, and from when to when each is drawn."""

from datetime import date

from integration.reports.freeze.snapshot import MilestonePart, PartnershipSnapshot

MOST = 8


def shown_in_time(part: PartnershipSnapshot, most: int = MOST) -> list[MilestonePart]:
    """The open milestones: those that are late, the latest first, and then the next to come."""
    open_ones = [one for one in part.milestones if one.state not in ("done", "cancelled") and (one.due or one.promised)]
    return sorted(open_ones, key=lambda one: (-one.late, one.forecast or one.due or date.max, one.code))[:most]


def span(one: MilestonePart, today: date) -> tuple[date, date]:
    """Of what is late, the promised day and the expected one (today at the earliest); of the rest, today and its day."""
    expected = one.forecast or one.due or today
    return (one.promised or one.due or today, max(expected, today)) if one.late else (today, max(expected, today))
