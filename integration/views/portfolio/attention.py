"""What needs attention, in plain words, worst first."""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from integration.i18n.formats import ago
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.measures.plan.plan_against_reality import Timed
from integration.measures.portfolio import across
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.model.text import Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

Weight = Literal["serious", "notice"]
BUSY, SHALLOW = 60, 0.34
LONGEST = 50


@dataclass(frozen=True, slots=True)
class Attention:
    """One sentence about one partnership, and where to look."""

    weight: Weight
    name: str
    sentence: str
    href: str


def needs_attention(reader: Reader, rows: pd.DataFrame, domains: pd.DataFrame, timed: Timed | None = None) -> tuple[list[Attention], int]:
    """The active partnerships that ask for a look, one line each, worst first and at most LONGEST; and how many there are."""
    signals = _flagged(_signals(rows, domains), timed)
    urgent = signals[(signals[["reds", "missed", "critical", "melons", "dropped", "masked", "silent", "busy"]] > 0).any(axis=1)]
    urgent = urgent.sort_values(["missed", "critical", "reds", "melons", "dropped", "masked", "silent", "busy"], ascending=False)
    return [_line(reader, row) for row in urgent.head(LONGEST).itertuples()], len(urgent)


def _signals(rows: pd.DataFrame, domains: pd.DataFrame) -> pd.DataFrame:
    active = rows[rows.phase.isin(ACTIVE)]
    colours = across(domains, "colour").reindex(active.index)
    reds = colours == "red"
    depth = across(domains, "attained").reindex(active.index).mean(axis=1)
    all_green = (colours == "green").any(axis=1) & ~colours.isin(["red", "amber"]).any(axis=1)
    return active.assign(
        reds=reds.sum(axis=1),
        red_domains=_flagged_names(reds),
        missed=active.missed_school_year,
        critical=active.overdue_critical,
        masked=(all_green & (active.overdue > 0)).astype(int) * active.overdue,
        silent=active.silent.astype(int),
        busy=((active["mean"] >= BUSY) & (depth < SHALLOW)).astype(int),
    )


def _flagged(signals: pd.DataFrame, timed: Timed | None) -> pd.DataFrame:
    if timed is None or signals.empty:
        return signals.assign(melons=0, melon_domains="", dropped=0, drop_domains="")
    flags = {name: across(timed.domains, name).reindex(signals.index).eq(True) for name in ("watermelon", "dropped")}
    return signals.assign(
        melons=flags["watermelon"].sum(axis=1),
        melon_domains=_flagged_names(flags["watermelon"]),
        dropped=flags["dropped"].sum(axis=1),
        drop_domains=_flagged_names(flags["dropped"]),
        masked=signals.masked.where(~flags["watermelon"].any(axis=1), 0),
    )


def _flagged_names(flags: pd.DataFrame) -> pd.Series:
    values, names = flags.to_numpy(bool), [*flags.columns]
    return pd.Series(
        [" ".join(name for name, on in zip(names, row, strict=True) if on) if row.any() else "" for row in values], index=flags.index, dtype=object
    )


def _line(reader: Reader, row: Any) -> Attention:
    sentences = list(_sentences(reader.say, row))
    name = str(Text(row.name_nl, row.name_en).reading(reader.language))
    serious = bool(row.missed or row.critical or row.reds)
    return Attention("serious" if serious else "notice", name, " ".join(sentences), address(reader, "partnership", p=row.code))


def _sentences(say: Words, row: Any) -> list[str]:
    sentences = []
    if row.missed:
        sentences.append(say.plural("{n} milestone missed the school-year start.", "{n} milestones missed the school-year start.", row.missed))
    elif row.critical:
        sentences.append(say.plural("{n} critical milestone is overdue.", "{n} critical milestones are overdue.", row.critical))
    if row.reds:
        sentences.append(say("Reported red: {domains}.", domains=_names(say, row.red_domains)))
    if row.melons:
        sentences.append(say("Reported green, but computed red or hardly trusted: {domains}.", domains=_names(say, row.melon_domains)))
    if row.dropped:
        sentences.append(say("Confidence fell sharply: {domains}.", domains=_names(say, row.drop_domains)))
    if row.masked:
        sentences.append(
            say.plural(
                "Everything is reported green while {n} milestone is overdue.", "Everything is reported green while {n} milestones are overdue.", row.masked
            )
        )
    if row.silent:
        sentences.append(say("Silent: the last update was {ago}.", ago=ago(row.days_since, say.language)))
    if row.busy:
        sentences.append(say("Busy without merging: much progress, little depth."))
    return sentences


def _names(say: Words, domains: str) -> str:
    return ", ".join(group_name(say, domain) for domain in DOMAINS if domain in domains.split())
