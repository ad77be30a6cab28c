"""A partnership now: what is asked of its steering committee, and how each domain stands on one row."""

from collections.abc import Sequence
from dataclasses import dataclass

from integration.days import day_of
from integration.i18n.formats import day
from integration.i18n.labels import group_name
from integration.model.plan.check_in import CheckIn
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.portfolio.cell import DomainCell
from integration.views.portfolio.partnership import DomainCard
from integration.views.register.steering_lines import SteeringLine


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One domain on a row: its cell, the line of its lead that a board must know first, what comes next, and the way to it all."""

    cell: DomainCell
    label: str
    line: str
    reported: str
    report_href: str
    next_due: str
    href: str
    depth_href: str


def need_lines(reader: Reader, code: str, check_ins: Sequence[CheckIn]) -> tuple[SteeringLine, ...]:
    """What the leads' latest reports (`check_ins`, the newest first) ask of the committee, one line per domain that needs something."""
    latest = {one.domain: one for one in reversed(check_ins)}
    return tuple(
        SteeringLine(
            name="",
            title=str(one.need.reading(reader.language)),
            about=f"{reader.say('asked by the lead')} · {group_name(reader.say, one.domain)} · {day(day_of(one.recorded_at or reader.now), reader.language)}",
            href=address(reader, "meeting", p=code),
        )
        for one in latest.values()
        if one.need
    )


def domain_row(reader: Reader, code: str, card: DomainCard) -> DomainRow:
    """One row, from the domain's card; what is stuck goes before what was done."""
    words = dict(card.report.lines) if card.report else {}
    label = next((one for one in (reader.say("Stuck"), reader.say("Done"), reader.say("Need")) if one in words), "")
    return DomainRow(
        cell=card.cell,
        label=label,
        line=words.get(label, ""),
        reported=card.report.when if card.report else reader.say("Nothing was reported yet."),
        report_href=card.report.href if card.report else "",
        next_due=card.next_due,
        href=address(reader, "timeline", p=code, domain=card.cell.domain),
        depth_href=card.depth_href,
    )
