"""What needs attention, in plain words, most urgent first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from integration.i18n.formats import ago
from integration.i18n.formats import day as day_words
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.model.domain import DOMAINS
from integration.model.text import Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

Weight = Literal["serious", "notice"]
LONGEST = 50


@dataclass(frozen=True, slots=True)
class Attention:
    """One sentence about one partnership, and where to look."""

    weight: Weight
    name: str
    sentence: str
    href: str


def needs_attention(reader: Reader, ranked: pd.DataFrame) -> tuple[list[Attention], int]:
    """The partnerships that ask for a look, one line each, at most LONGEST, and how many there are; `ranked` as by measures.attention.most_urgent."""
    urgent = ranked[ranked.asks]
    return [_line(reader, row) for row in urgent.head(LONGEST).itertuples()], len(urgent)


def _line(reader: Reader, row: Any) -> Attention:
    name = str(Text(row.name_nl, row.name_en).reading(reader.language))
    where = address(reader, "partnership", p=row.code)
    return Attention("serious" if row.serious else "notice", name, " ".join(attention_sentences(reader.say, row)), where)


def attention_sentences(say: Words, row: Any) -> Iterator[str]:
    """Everything that a row of measures.attention asks a look for, most pressing first."""
    if row.red_domains:
        yield from _red(say, row)
    elif row.red_plan:
        yield say("Computed red: the plan as a whole.")
    if row.melons:
        yield say("Reported green, but computed red or hardly trusted: {domains}.", domains=_names(say, row.melon_in))
    if row.missed:
        yield say.plural("{n} milestone missed the school-year start.", "{n} milestones missed the school-year start.", row.missed)
    if row.will_miss:
        yield say.plural("{n} milestone will miss the school-year start.", "{n} milestones will miss the school-year start.", row.will_miss)
    if row.decisions:
        yield say.plural("{n} decision is past its date.", "{n} decisions are past their date.", row.decisions)
    if row.silent:
        yield say("Silent: the last update was {ago}.", ago=ago(row.days_since, say.language))
    if row.key:
        yield say.plural("{n} key milestone is late.", "{n} key milestones are late.", row.key)
    if row.needs:
        yield say.plural("{n} need of the lead is on no agenda yet.", "{n} needs of the lead are on no agenda yet.", row.needs)
    if row.busy:
        yield say("Busy without merging: much progress, little depth.")


def _red(say: Words, row: Any) -> Iterator[str]:
    """The red domains, those that have been so longest first, with since when where that is known."""
    since: dict[date | None, list[str]] = {}
    for domain, day in sorted(zip(row.red_in, row.red_since, strict=True), key=lambda pair: (pair[1] is not None, pair[1] or date.max)):
        since.setdefault(day, []).append(domain)
    for first, domains in since.items():
        if first is None:
            yield say("Computed red: {domains}.", domains=_names(say, domains))
        else:
            yield say("Computed red since {day}: {domains}.", day=day_words(first, say.language), domains=_names(say, domains))


def _names(say: Words, domains: Sequence[str]) -> str:
    return ", ".join(group_name(say, domain) for domain in DOMAINS if domain in domains)
