"""What the committee will see: how a partnership and its domains stand now, and how once this is saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from integration.i18n.formats import day, percent
from integration.i18n.labels import colour_letter, colour_name, group_name
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.threshold import Thresholds
from integration.views.kit.reader import Reader
from integration.views.plan.verdict import Verdict, verdict_of


@dataclass(frozen=True, slots=True)
class CommitteeLine:
    """One thing that a committee reads, before and after; with the colours where these are colours."""

    about: str
    before: str
    after: str
    colours: tuple[Verdict, Verdict] | None = None


def committee_lines(reader: Reader, before: Portfolio, after: Portfolio, limits: Thresholds) -> list[CommitteeLine]:
    """What will read otherwise, the whole first and then by domain; nothing where a save changes no figure."""
    whole = (_only(before.timed.partnerships), _only(after.timed.partnerships))
    lines = [*_judged(reader, reader.say("The partnership"), whole, limits), *_figures(reader, whole)]
    for domain in DOMAINS:
        rows = tuple(_domain(one, domain) for one in (before, after))
        name = group_name(reader.say, domain)
        lines += [*_judged(reader, name, rows, limits), *_delivered(reader, name, rows), *_reported(reader, name, rows)]
    return lines


def _only(rows: Any) -> Any:
    return next(rows.itertuples(index=False))


def _domain(measured: Portfolio, domain: str) -> Any:
    rows = measured.timed.domains
    return _only(rows[rows.index.get_level_values("domain") == domain])


def _judged(reader: Reader, about: str, rows: tuple[Any, Any], limits: Thresholds) -> Iterator[CommitteeLine]:
    old, new = (verdict_of(reader.say, one, limits) for one in rows)
    if old.words != new.words:
        yield CommitteeLine(about, old.words, new.words, (old, new))


def _delivered(reader: Reader, about: str, rows: tuple[Any, Any]) -> Iterator[CommitteeLine]:
    old, new = (percent(one.delivered, reader.language) if one.delivered == one.delivered else "–" for one in rows)
    if old != new:
        yield CommitteeLine(f"{about}: {reader.say('delivered')}", old, new)


def _figures(reader: Reader, rows: tuple[Any, Any]) -> Iterator[CommitteeLine]:
    yield from _delivered(reader, reader.say("The partnership"), rows)
    old, new = (day(None if one.expected_end != one.expected_end else one.expected_end.date(), reader.language) for one in rows)
    if old != new:
        yield CommitteeLine(reader.say("Expected end"), old, new)


def _reported(reader: Reader, about: str, rows: tuple[Any, Any]) -> Iterator[CommitteeLine]:
    old, new = (one.reported if isinstance(one.reported, str) else None for one in rows)
    if old != new:
        say = reader.say
        words = [f"{colour_letter(say, one)} · {colour_name(say, one)}" if one else "–" for one in (old, new)]  # type: ignore[arg-type]
        yield CommitteeLine(f"{about}: {say('the lead says')}", words[0], words[1])
