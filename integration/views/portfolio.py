"""Portfolio: where every partnership stands in the four domains, and what needs attention."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from integration.i18n.formats import ago, day_in_full, number, percent, points
from integration.i18n.labels import colour_name, group_name, phase_name
from integration.i18n.words import Words
from integration.measures.portfolio import Figures, Portfolio, figures
from integration.model.check_in import COLOURS
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.model.text import Language, Text
from integration.views.address import address
from integration.views.attention import Attention, needs_attention
from integration.views.cell import DomainCell, domain_cell
from integration.views.reader import Reader

PAGE_SIZE = 50
SORTS = ("attention", "name", "progress", "weakest", "fresh")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of the portfolio."""

    search: str = ""
    organisation: str = ""
    domain: str = ""
    phase: str = ""
    sort: str = "attention"
    page: int = 1


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number with its trend over the last weeks; `worse` says the change is unwelcome."""

    label: str
    value: str
    note: str
    change: str
    worse: bool
    history: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One partnership of the heat map."""

    code: str
    name: str
    borrowed: str
    partners: str
    phase: str
    mean: str
    weakest: str
    updated: str
    silent: bool
    href: str
    cells: tuple[DomainCell, ...]


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """Everything the portfolio page shows."""

    title: str
    subtitle: str
    figures: tuple[KeyFigure, ...]
    attention: tuple[Attention, ...]
    asking: int
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    matching: int
    total: int
    pages: int
    page: int
    counted: str


def portfolio_view(reader: Reader, portfolio: Portfolio, trend: list[Figures], asked: Asked) -> PortfolioView:
    """The page for what is asked; the key figures follow the filter, their trend is shown when nothing is filtered."""
    say = reader.say
    matching = _matching(portfolio, asked)
    within = portfolio.narrowed(matching.index)
    whole = len(matching) == len(portfolio.partnerships)
    pages = pages_of(len(matching), PAGE_SIZE)
    page = min(max(asked.page, 1), pages)
    ordered = _sorted(matching, within, asked, say.language).iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    shown: list[str] = [asked.domain] if asked.domain else list(DOMAINS)
    attention, asking = needs_attention(say, within.partnerships, within.domains)
    return PortfolioView(
        title=say("Portfolio"),
        subtitle=say("Where every partnership stands on {day}", day=day_in_full(reader.today, reader.language)),
        figures=_key_figures(say, figures(within, reader.today), trend if whole else []),
        attention=tuple(attention),
        asking=asking,
        columns=tuple(group_name(say, domain) for domain in shown),
        rows=tuple(_heat_rows(say, ordered, within, shown, reader.now)),
        matching=len(matching),
        total=len(portfolio.partnerships),
        pages=pages,
        page=page,
        counted=_counted(say, len(matching), page),
    )


def pages_of(things: int, size: int) -> int:
    """How many pages of a size things fill; at least one."""
    return max(1, -(-things // size))


def _matching(portfolio: Portfolio, asked: Asked) -> pd.DataFrame:
    rows = portfolio.partnerships
    if asked.search:
        words = rows.code + " " + rows.name_nl + " " + rows.name_en + " " + _partner_names(portfolio, rows)
        rows = rows[words.str.casefold().str.contains(asked.search.casefold(), regex=False)]
    if asked.organisation:
        rows = rows[rows.partners.str.contains(asked.organisation, regex=False)]
    return rows[rows.phase == asked.phase] if asked.phase else rows


def _partner_names(portfolio: Portfolio, rows: pd.DataFrame) -> pd.Series:
    return rows.partners.map(lambda ids: partner_names(portfolio, ids))


def partner_names(portfolio: Portfolio, ids: str) -> str:
    """The names of the partners whose ids stand in a stored list."""
    return " · ".join(portfolio.organisations[one] for one in ids.split(",") if one in portfolio.organisations)


def _sorted(rows: pd.DataFrame, portfolio: Portfolio, asked: Asked, language: Language) -> pd.DataFrame:
    own, other = (rows.name_nl, rows.name_en) if language == "nl" else (rows.name_en, rows.name_nl)
    name = own.where(own != "", other).str.casefold()
    progress = portfolio.domains.progress.xs(asked.domain, level="domain").reindex(rows.index) if asked.domain else rows["mean"]
    keys: dict[str, Callable[[], pd.Series]] = {
        "name": lambda: name,
        "progress": lambda: -progress.fillna(-1),
        "weakest": lambda: (progress if asked.domain else rows.weakest).fillna(np.inf),
        "fresh": lambda: -rows.days_since.fillna(np.inf),
        "attention": lambda: -_urgency(rows, portfolio),
    }
    return rows.assign(_key=keys[asked.sort](), _name=name).sort_values(["_key", "_name"])


def _urgency(rows: pd.DataFrame, portfolio: Portfolio) -> pd.Series:
    colours = portfolio.domains.colour.unstack("domain").reindex(rows.index)
    reds, ambers = (colours == "red").sum(axis=1), (colours == "amber").sum(axis=1)
    return rows.missed_school_year * 1000 + rows.overdue_critical * 100 + reds * 50 + rows.silent * 30 + ambers * 10 + rows.overdue


def _heat_rows(say: Words, rows: pd.DataFrame, portfolio: Portfolio, shown: list[str], now: datetime) -> list[HeatRow]:
    near = portfolio.narrowed(rows.index).domains
    cells = dict(zip(near.index, near.itertuples(index=False), strict=True))
    return [
        _heat_row(say, row, portfolio, [domain_cell(say, domain, cells[(row.Index, domain)], now, row.phase in ACTIVE) for domain in shown])
        for row in rows.itertuples()
    ]


def _heat_row(say: Words, row: Any, portfolio: Portfolio, cells: list[DomainCell]) -> HeatRow:
    reading = Text(row.name_nl, row.name_en).reading(say.language)
    return HeatRow(
        code=row.code,
        name=reading.words,
        borrowed=reading.borrowed or "",
        partners=partner_names(portfolio, row.partners),
        phase=phase_name(say, row.phase),
        mean=percent(row.mean, say.language),
        weakest=group_name(say, row.weakest_domain) if row.weakest_domain else "–",
        updated=ago(row.days_since, say.language),
        silent=bool(row.silent),
        href=address("partnership", say.language, p=row.code),
        cells=tuple(cells),
    )


def _counted(say: Words, matching: int, page: int) -> str:
    if matching <= PAGE_SIZE:
        return say.plural("{n} partnership", "{n} partnerships", matching)
    first = (page - 1) * PAGE_SIZE + 1
    shown = {"first": number(first, say.language), "last": number(min(matching, first + PAGE_SIZE - 1), say.language)}
    return say("{first}–{last} of {total} partnerships", **shown, total=number(matching, say.language))


def _key_figures(say: Words, now: Figures, trend: list[Figures]) -> tuple[KeyFigure, ...]:
    weakest = group_name(say, now.weakest_domain) if now.weakest_domain else "–"
    return (
        _key_figure(say, say("Partnerships"), number(now.partnerships, say.language), "", now, trend, "partnerships", None),
        _key_figure(say, say("Mean progress"), percent(now.mean, say.language), "", now, trend, "mean", False),
        _key_figure(say, say("Weakest domain"), weakest, percent(now.weakest, say.language), now, trend, "weakest", False),
        _key_figure(say, say("Overdue milestones"), number(now.overdue, say.language), "", now, trend, "overdue", True),
        _key_figure(say, say("Silent partnerships"), number(now.silent, say.language), "", now, trend, "silent", True),
    )


def _key_figure(say: Words, label: str, value: str, note: str, now: Figures, trend: list[Figures], field: str, more_is_worse: bool | None) -> KeyFigure:
    then = [float(getattr(one, field) or 0) for one in trend]
    latest = float(getattr(now, field) or 0)
    change, worse = "", False
    if trend:
        difference = latest - then[0]
        weeks = (now.day - trend[0].day).days // 7
        steady = round(difference) == 0
        change = (
            say("unchanged in {weeks} weeks", weeks=weeks) if steady else say("{points} in {weeks} weeks", points=points(difference, say.language), weeks=weeks)
        )
        worse = not steady and more_is_worse is not None and (difference > 0) == more_is_worse
    return KeyFigure(label, value, note, change, worse, (*then, latest) if trend else ())


def portfolio_table(say: Words, portfolio: Portfolio, asked: Asked) -> pd.DataFrame:
    """The whole matching portfolio as a table to download: names, progress and depth per domain, reported colours."""
    matching = _matching(portfolio, asked)
    rows = _sorted(matching, portfolio.narrowed(matching.index), asked, say.language)
    shown = [asked.domain] if asked.domain else list(DOMAINS)
    colours = {colour: colour_name(say, colour) for colour in COLOURS}
    table = pd.DataFrame(
        {say("Code"): rows.code, say("Partnership"): [str(Text(nl, en).reading(say.language)) for nl, en in zip(rows.name_nl, rows.name_en, strict=True)]}
    )
    table[say("Partners")] = _partner_names(portfolio, rows)
    table[say("Phase")] = [phase_name(say, phase) for phase in rows.phase]
    for domain in shown:
        cells = portfolio.domains.xs(domain, level="domain").reindex(rows.index)
        name = group_name(say, domain)
        table[f"{name}: {say('Progress (%)')}"] = cells.progress.round(1)
        table[f"{name}: {say('Depth now')}"] = cells.current
        table[f"{name}: {say('Depth target')}"] = cells.target
        table[f"{name}: {say('Reported colour')}"] = cells.colour.map(colours)
    table[say("Overdue milestones")] = rows.overdue
    table[say("Last update")] = rows.last_update
    return table
