"""What changed since a day, in sentences: by partnership and domain, the weightiest first, each leading to its thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from integration.i18n.formats import day
from integration.measures.portfolio import Portfolio
from integration.model.change import Change, ChangesSince
from integration.model.plan.milestone import Milestone
from integration.model.text import Text
from integration.views.changes.changes import ChangeLine, change_lines
from integration.views.changes.history import history_name
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

MANY = 5


@dataclass(frozen=True, slots=True)
class SinceLine:
    """One sentence, and where its thing is."""

    line: ChangeLine
    href: str


@dataclass(frozen=True, slots=True)
class SinceGroup:
    """The sentences of one partnership, and how many changes are `left` out."""

    name: str
    href: str
    since: str
    lines: tuple[SinceLine, ...]
    more: str
    left: int = 0


def since_group(
    reader: Reader, code: str, name: str, since: date, changes: Sequence[Change], total: int, people: Mapping[str, str], held: bool = False
) -> SinceGroup:
    """The sentences of one partnership; `total` counts the changes that are not given here too."""
    begun = [change for change in changes if _begins(change)]
    # A plan that begins is one thing that happened, however many milestones it has.
    single = [change for change in changes if not _begins(change)] if len(begun) > MANY else changes
    lines = [
        SinceLine(line, address(reader, "partnership", p=code, since=since.isoformat(), history=history_name(change.after)))
        for change in _by_domain(single)
        for line in change_lines(reader, [(change.before, change.after)], dict(people))
    ]
    if len(begun) > MANY:
        [line] = change_lines(reader, [(None, change.after) for change in begun], dict(people))
        lines.append(SinceLine(line, address(reader, "timeline", p=code)))
    rest = total - len(changes)
    return SinceGroup(
        name,
        address(reader, "partnership", p=code, since=since.isoformat()),
        reader.say("since the meeting of {day}", day=day(since, reader.language)) if held else reader.say("since {day}", day=day(since, reader.language)),
        tuple(lines),
        reader.say.plural("{n} more change", "{n} more changes", rest) if rest > 0 else "",
        max(rest, 0),
    )


def _begins(change: Change) -> bool:
    return change.before is None and isinstance(change.after, Milestone)


def _by_domain(changes: Sequence[Change]) -> list[Change]:
    domains = dict.fromkeys(getattr(change.after, "domain", "") for change in changes)
    return [change for domain in domains for change in changes if getattr(change.after, "domain", "") == domain]


def partnership_groups(reader: Reader, found: Sequence[ChangesSince], portfolio: Portfolio) -> list[SinceGroup]:
    """The groups of several partnerships, by the names of the portfolio."""
    rows = portfolio.partnerships
    return [
        since_group(
            reader,
            rows.code[one.partnership_id],
            str(Text(rows.name_nl[one.partnership_id], rows.name_en[one.partnership_id]).reading(reader.language)),
            one.day,
            one.changes,
            one.total,
            portfolio.people,
            one.held,
        )
        for one in found
    ]
