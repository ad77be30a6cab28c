"""Domain: who is furthest in one domain, what is commonly late, and what its depth ladder means."""

from dataclasses import dataclass

import pandas as pd

from integration.i18n.formats import number, percent
from integration.i18n.labels import colour_letter, colour_name, group_name, level_meaning, level_name
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.rounding import half_up
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.verdict import Verdict, pair_words, verdict_of
from integration.views.portfolio.cell import SHIPPED, Levels
from integration.views.portfolio.portfolio import timed_rows

SHOWN = 25


@dataclass(frozen=True, slots=True)
class Compared:
    """One partnership's stand in this domain."""

    name: str
    href: str
    progress: float | None
    progress_words: str
    levels: Levels | None
    depth_words: str
    colour: str
    letter: str
    colour_words: str
    overdue: int
    verdict: Verdict | None = None
    pair: str = ""


@dataclass(frozen=True, slots=True)
class LateMilestone:
    """A milestone that partnerships are commonly late with."""

    code: str
    title: str
    late: str
    days: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the ladder, what it means here, and how many partnerships stand on it."""

    level: int
    name: str
    meaning: str
    standing: str
    aiming: str


@dataclass(frozen=True, slots=True)
class DomainView:
    """Everything the domain page shows."""

    title: str
    subtitle: str
    tabs: tuple[tuple[str, str, bool], ...]
    furthest: tuple[Compared, ...]
    total: int
    in_words: str
    late: tuple[LateMilestone, ...]
    ladder: tuple[Step, ...]


def domain_view(reader: Reader, domain: str, portfolio: Portfolio, late: pd.DataFrame, limits: Thresholds = SHIPPED) -> DomainView:
    """The page of one domain."""
    say, rows = reader.say, _ranked(portfolio, domain)
    furthest = rows.head(SHOWN)
    timed = timed_rows(portfolio, pd.MultiIndex.from_product([furthest.index, [domain]]))
    compared = tuple(_compared(reader, row, timed.get((row.Index, domain)), limits) for row in furthest.itertuples())
    return DomainView(
        title=group_name(say, domain),
        subtitle=say("One domain, compared across all partnerships"),
        tabs=tuple((group_name(say, one), address(reader, "domain", d=one), one == domain) for one in DOMAINS),
        furthest=compared,
        total=len(rows),
        in_words="; ".join(f"{one.name}: {one.progress_words}, {say('depth')} {one.depth_words}" for one in compared[:10]),
        late=tuple(_late(reader, row) for row in late.head(10).itertuples()),
        ladder=tuple(_step(reader, domain, level, rows) for level in range(5)),
    )


def _ranked(portfolio: Portfolio, domain: str) -> pd.DataFrame:
    every = portfolio.domains
    cells = every[every.index.get_level_values("domain") == domain].droplevel("domain")
    names = portfolio.partnerships[["code", "name_nl", "name_en"]]
    return cells.join(names).sort_values(["current", "progress", "code"], ascending=[False, False, True], na_position="last")


def _compared(reader: Reader, row: object, timed: object, limits: Thresholds) -> Compared:
    say = reader.say
    colour = row.colour if isinstance(row.colour, str) else None  # type: ignore[attr-defined]
    levels = Levels(int(row.start), int(row.current), int(row.target)) if row.current == row.current else None  # type: ignore[attr-defined]
    progress = float(row.progress) if row.progress == row.progress else None  # type: ignore[attr-defined]
    return Compared(
        name=str(Text(row.name_nl, row.name_en).reading(reader.language)),  # type: ignore[attr-defined]
        href=address(reader, "partnership", p=row.code),  # type: ignore[attr-defined]
        progress=progress,
        progress_words=percent(progress, reader.language),
        levels=levels,
        depth_words=say("{current} of {target}", current=levels.current, target=levels.target) if levels else "–",
        colour=colour or "",
        letter=colour_letter(say, colour),  # type: ignore[arg-type]
        colour_words=colour_name(say, colour),  # type: ignore[arg-type]
        overdue=int(row.overdue) if row.overdue == row.overdue else 0,  # type: ignore[attr-defined]
        verdict=verdict_of(say, timed, limits) if timed is not None else None,
        pair=pair_words(say, timed) if timed is not None else "",
    )


def _late(reader: Reader, row: object) -> LateMilestone:
    say = reader.say
    title = str(Text(row.title_nl, row.title_en).reading(reader.language))  # type: ignore[attr-defined]
    late = say("{late} of {due} ({share})", late=row.late, due=row.due, share=percent(row.share * 100, reader.language))  # type: ignore[attr-defined]
    return LateMilestone(str(row.Index), title, late, number(row.days, reader.language))  # type: ignore[attr-defined]


def _step(reader: Reader, domain: str, level: int, rows: pd.DataFrame) -> Step:
    say = reader.say
    counts = int((rows.current == level).sum()), int((rows.target == level).sum())
    return Step(level, level_name(say, level), level_meaning(say, domain, level), number(counts[0], reader.language), number(counts[1], reader.language))


def domain_table(reader: Reader, domain: str, portfolio: Portfolio) -> pd.DataFrame:
    """The comparison as a table to download."""
    say, rows = reader.say, _ranked(portfolio, domain)
    names = [str(Text(nl, en).reading(reader.language)) for nl, en in zip(rows.name_nl, rows.name_en, strict=True)]
    return pd.DataFrame(
        {
            say("Code"): rows.code,
            say("Partnership"): names,
            say("Delivered (%)"): half_up(rows.delivered, 1),
            say("Planned by now (%)"): half_up(rows.due, 1),
            say("Work under way (%)"): half_up(rows.progress, 1),
            say("Depth start"): rows.start.astype("Int64"),
            say("Depth now"): rows.current.astype("Int64"),
            say("Depth target"): rows.target.astype("Int64"),
            say("Reported colour"): [colour_name(say, colour if isinstance(colour, str) else None) for colour in rows.colour],  # type: ignore[arg-type]
            say("Overdue milestones"): rows.overdue.fillna(0).astype(int),
        }
    )
