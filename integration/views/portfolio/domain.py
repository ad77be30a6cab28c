"""Domain: who is furthest in one domain, what is commonly late, and what its depth ladder means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from integration.i18n.formats import NOTHING, day, percent
from integration.i18n.labels import colour_letter, colour_name, computed_name, group_name, level_meaning, level_name
from integration.measures.portfolio import Portfolio, within
from integration.measures.turned import RANKS
from integration.model.domain import DOMAINS
from integration.model.plan.depth import LEVELS
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.rounding import one_decimal
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table, values_of
from integration.views.plan.schedule import a_day
from integration.views.plan.verdict import Verdict, pair_words, verdict_of
from integration.views.portfolio.cell import SHIPPED, Levels
from integration.views.portfolio.portfolio import timed_rows
from integration.views.register.steering_lines import name_of

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
class DomainView:
    """Everything the domain page shows."""

    title: str
    subtitle: str
    standing: str
    tabs: tuple[tuple[str, str, bool], ...]
    furthest: tuple[Compared, ...]
    total: int
    in_words: str
    ranking: Table
    late: Table
    ladder: Table


def domain_view(reader: Reader, domain: str, portfolio: Portfolio, late: pd.DataFrame, limits: Thresholds = SHIPPED) -> DomainView:
    """The page of one domain."""
    say, rows = reader.say, _ranked(portfolio, domain)
    furthest = rows.head(SHOWN)
    compared = _compared_rows(reader, domain, portfolio, furthest, limits)
    return DomainView(
        title=group_name(say, domain),
        subtitle=say("One domain, compared across all partnerships"),
        standing=_standing(reader, domain, portfolio),
        tabs=tuple((group_name(say, one), address(reader, "domain", d=one), one == domain) for one in DOMAINS),
        furthest=compared,
        total=len(rows),
        in_words="; ".join(f"{one.name}: {one.progress_words}, {say('depth')} {one.depth_words}" for one in compared[:10]),
        ranking=_ranking(reader, furthest, compared),
        late=_late(reader, late.head(10)),
        ladder=_ladder(reader, domain, rows),
    )


def _standing(reader: Reader, domain: str, portfolio: Portfolio) -> str:
    """How many stand in each colour, the worst first, and which has been red longest."""
    say, names = reader.say, portfolio.partnerships[["name_nl", "name_en"]]
    rows = within(portfolio.timed.domains, domain).reindex(names.index)
    counts = rows.computed.value_counts()
    told = ", ".join(f"{counts[one]} {computed_name(say, one).lower()}" for one in (*RANKS, "white", "grey") if counts.get(one))
    if not told:
        return ""
    sentence = say.plural("{n} partnership: {colours}.", "{n} partnerships: {colours}.", len(rows), colours=told)
    if "since" not in rows or (red := rows.since[rows.computed == "red"].dropna()).empty:
        return sentence
    [first] = names.loc[[red.idxmin()]].itertuples()
    return f"{sentence} {say('Red the longest: {name}, since {day}.', name=name_of(reader, first), day=day(a_day(red.min()), reader.language))}"


def _ranked(portfolio: Portfolio, domain: str) -> pd.DataFrame:
    every = portfolio.domains
    cells = within(every, domain)
    names = portfolio.partnerships[["code", "name_nl", "name_en"]]
    return cells.join(names).sort_values(["current", "progress", "code"], ascending=[False, False, True], na_position="last")


def _compared_rows(reader: Reader, domain: str, portfolio: Portfolio, rows: pd.DataFrame, limits: Thresholds) -> tuple[Compared, ...]:
    timed = timed_rows(portfolio, pd.MultiIndex.from_product([rows.index, [domain]]))
    return tuple(_compared(reader, row, timed.get((row.Index, domain)), limits, domain) for row in rows.itertuples())


def _compared(reader: Reader, row: object, timed: object, limits: Thresholds, domain: str) -> Compared:
    say = reader.say
    colour = row.colour if isinstance(row.colour, str) else None  # type: ignore[attr-defined]
    levels = Levels(int(row.start), int(row.current), int(row.target)) if row.current == row.current else None  # type: ignore[attr-defined]
    progress = float(row.progress) if row.progress == row.progress else None  # type: ignore[attr-defined]
    return Compared(
        name=str(Text(row.name_nl, row.name_en).reading(reader.language)),  # type: ignore[attr-defined]
        href=address(reader, "partnership", p=row.code, at=domain),  # type: ignore[attr-defined]
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


def _late(reader: Reader, late: pd.DataFrame) -> Table:
    say = reader.say
    columns = (Column("milestone", say("Milestone")), Column("late", say("Late in")), Column("days", say("Median days late")))
    return Table(columns, tuple(_late_row(reader, row) for row in late.itertuples()), say("Commonly late"), say("No milestone of this domain has been late."))


def _late_row(reader: Reader, row: Any) -> Row:
    title = str(Text(row.title_nl, row.title_en).reading(reader.language))
    share = percent(row.share * 100, reader.language)
    return Cell(title, code=str(row.Index)), reader.say("{late} of {due} ({share})", late=row.late, due=row.due, share=share), row.days


def _ladder(reader: Reader, domain: str, rows: pd.DataFrame) -> Table:
    say = reader.say
    columns = (
        Column("step", say("Step")),
        Column("meaning", say("In this domain")),
        Column("standing", say("Stand here")),
        Column("aiming", say("Aim here")),
    )
    names = [(Cell(level, level_name(say, level)), level_meaning(say, domain, level)) for level in LEVELS]
    counts = [(int((rows.current == level).sum()), int((rows.target == level).sum())) for level in LEVELS]
    return Table(columns, tuple((*name, *count) for name, count in zip(names, counts, strict=True)), say("The depth ladder"))


def domain_table(reader: Reader, domain: str, portfolio: Portfolio, limits: Thresholds = SHIPPED) -> Table:
    """The comparison of everybody, for a file."""
    rows = _ranked(portfolio, domain)
    return _ranking(reader, rows, _compared_rows(reader, domain, portfolio, rows, limits))


def _ranking(reader: Reader, rows: pd.DataFrame, compared: Sequence[Compared]) -> Table:
    say = reader.say
    return Table.of_columns(
        [
            (Column("code", say("Code"), "file"), values_of(rows.code)),
            (Column("partnership", say("Partnership")), [Cell(one.name, href=one.href) for one in compared]),
            (Column("pair", say("Delivered, planned by now"), "page"), [one.pair for one in compared]),
            (Column("delivered", say("Delivered (%)"), "file"), values_of(one_decimal(rows.delivered))),
            (Column("planned", say("Planned by now (%)"), "file"), values_of(one_decimal(rows.due))),
            (Column("progress", say("Work under way (%)"), "file"), values_of(one_decimal(rows.progress))),
            (Column("depth", say("Depth"), "page"), [one.depth_words for one in compared]),
            (Column("start", say("Depth start"), "file"), values_of(rows.start.astype("Int64"))),
            (Column("current", say("Depth now"), "file"), values_of(rows.current.astype("Int64"))),
            (Column("target", say("Depth target"), "file"), values_of(rows.target.astype("Int64"))),
            (Column("computed", say("Computed"), "page"), [one.verdict.name if one.verdict else None for one in compared]),
            (Column("reported", say("Reported"), file_title=say("Reported colour")), [one.colour_words for one in compared]),
            (
                Column("overdue", say("Overdue"), file_title=say("Overdue milestones")),
                [Cell(one.overdue, f"▲ {one.overdue}", tone="late") if one.overdue else Cell(0, NOTHING) for one in compared],
            ),
        ]
    )
