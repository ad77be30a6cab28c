"""Portfolio: where every partnership stands in the four domains, and what needs attention."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from integration.i18n.formats import ago, day_in_full, number, percent
from integration.i18n.labels import group_name, phase_name
from integration.i18n.words import Words
from integration.measures.attention import most_urgent
from integration.measures.portfolio import Figures, Portfolio, figures, within
from integration.measures.turned import TURNED
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.model.text import Language, Text
from integration.model.threshold import Thresholds
from integration.views.kit.address import address
from integration.views.kit.key_figure import KeyFigure
from integration.views.kit.reader import Reader
from integration.views.plan.cliff_warning import CliffWarning, first_cliff_warnings
from integration.views.plan.verdict import pair_words
from integration.views.portfolio.attention import Attention, needs_attention
from integration.views.portfolio.cell import SHIPPED, DomainCell, domain_cell
from integration.views.portfolio.key_figures import calibrated_figure, key_figures, led
from integration.views.portfolio.turned import Key, Turn, standing_sentence, turns

PAGE_SIZE = 50
Shared = Mapping[str, tuple[float, int]]
NOTHING_SHARED: Shared = {}
NOTHING_TURNED = pd.DataFrame(columns=TURNED)
SORTS = ("attention", "name", "progress", "weakest", "fresh")


@dataclass(frozen=True, slots=True)
class PortfolioChoices:
    """What the address asks of the portfolio."""

    search: str = ""
    organisation: str = ""
    domain: str = ""
    phase: str = ""
    sort: str = "attention"
    page: int = 1


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One partnership of the heat map."""

    code: str
    name: str
    borrowed: str
    partners: str
    phase: str
    pair: str
    foundation_late: str
    updated: str
    silent: bool
    href: str
    cells: tuple[DomainCell, ...]
    shared: str = "–"
    shared_when: str = ""
    foundation_href: str = ""
    broken: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """Everything the portfolio page shows."""

    title: str
    day: str
    sentence: str
    figures: tuple[KeyFigure, ...]
    attention: tuple[Attention, ...]
    attention_count: int
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    matching: int
    total: int
    pages: int
    page: int
    counted: str
    cliff_warnings: tuple[tuple[CliffWarning, int], ...] = ()
    ids: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


def portfolio_view(
    reader: Reader,
    portfolio: Portfolio,
    trend: list[Figures],
    asked: PortfolioChoices,
    limits: Thresholds = SHIPPED,
    calibrated: float | None = None,
    shared: Shared = NOTHING_SHARED,
    turned: pd.DataFrame = NOTHING_TURNED,
    since: str = "",
) -> PortfolioView:
    """The page for what is asked; the key figures follow the filter, their trend is shown when nothing is filtered."""
    say = reader.say
    matching = matching_rows(portfolio, asked)
    within = portfolio.narrowed(matching.index)
    numbers, whole = figures(within, reader.today, ACTIVE), len(matching) == len(portfolio.partnerships)
    pages = pages_of(len(matching), PAGE_SIZE)
    page = min(max(asked.page, 1), pages)
    ranked = ranked_rows(matching, within, say.language)
    ordered = ordered_rows(matching, within, asked, say.language, ranked).iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    domains: list[str] = [asked.domain] if asked.domain else list(DOMAINS)
    attention, attention_count = needs_attention(reader, ranked)
    turned_here = turns(reader, turned, within)
    late = int(within.partnerships.decisions_late[within.partnerships.active].sum())
    return PortfolioView(
        title=say("Portfolio"),
        day=day_in_full(reader.today, reader.language),
        sentence=standing_sentence(reader, attention_count, len(matching), late, since, [*turned_here.values()]) if len(matching) else "",
        figures=(*led(reader, key_figures(say, numbers, trend if whole else []), numbers), *(calibrated_figure(say, calibrated) if whole else ())),
        attention=tuple(attention),
        attention_count=attention_count,
        columns=tuple(group_name(say, domain) for domain in domains),
        rows=tuple(with_shared(reader, with_turns(_heat_rows(reader, ordered, within, domains, limits), ordered.index, turned_here), ordered.index, shared)),
        matching=len(matching),
        total=len(portfolio.partnerships),
        pages=pages,
        page=page,
        counted=_counted(say, len(matching), page),
        cliff_warnings=tuple(first_cliff_warnings(reader, within.timed.cliffs, matching)),
        ids=tuple(matching.index),
        turns=tuple(turned_here.values()),
    )


def pages_of(things: int, size: int) -> int:
    """How many pages of a size things fill; at least one."""
    return max(1, -(-things // size))


def matching_rows(portfolio: Portfolio, asked: PortfolioChoices) -> pd.DataFrame:
    """The partnerships that a search and its filters leave."""
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


def _names(rows: pd.DataFrame, language: Language) -> pd.Series:
    own, other = (rows.name_nl, rows.name_en) if language == "nl" else (rows.name_en, rows.name_nl)
    return own.where(own != "", other).str.casefold()


def ranked_rows(rows: pd.DataFrame, portfolio: Portfolio, language: Language) -> pd.DataFrame:
    """These partnerships with what asks for attention, most urgent first; what asks for the same, or for nothing, stands by name."""
    return most_urgent(portfolio.narrowed(_names(rows, language).sort_values().index))


def ordered_rows(rows: pd.DataFrame, portfolio: Portfolio, asked: PortfolioChoices, language: Language, ranked: pd.DataFrame | None = None) -> pd.DataFrame:
    """These partnerships in the order that is asked; `ranked` by ranked_rows where that is known."""
    if asked.sort == "attention":
        return rows.loc[(ranked_rows(rows, portfolio, language) if ranked is None else ranked).index]
    name = _names(rows, language)
    shares = within(portfolio.domains, asked.domain).reindex(rows.index) if asked.domain else rows
    behind = (shares.due - shares.delivered).fillna(-np.inf)
    keys: dict[str, Callable[[], pd.Series]] = {
        "name": lambda: name,
        "progress": lambda: -shares.delivered.fillna(-1),
        "weakest": lambda: -behind,
        "fresh": lambda: -rows.days_since.fillna(np.inf),
    }
    return rows.assign(_key=keys[asked.sort](), _name=name).sort_values(["_key", "_name"])


def _heat_rows(reader: Reader, rows: pd.DataFrame, portfolio: Portfolio, domains: list[str], limits: Thresholds) -> list[HeatRow]:
    near = portfolio.narrowed(rows.index).domains
    cells = dict(zip(near.index, near.itertuples(index=False), strict=True))
    timed = timed_rows(portfolio, near.index)

    def cell(row: Any, domain: str) -> DomainCell:
        key = (row.Index, domain)
        found = domain_cell(reader.say, domain, cells[key], row.phase in ACTIVE, timed.get(key), limits)
        return replace(found, href=address(reader, "partnership", p=row.code, at=domain))

    return [_heat_row(reader, row, portfolio, [cell(row, domain) for domain in domains]) for row in rows.itertuples()]


def with_shared(reader: Reader, rows: list[HeatRow], ids: pd.Index, shared: Shared) -> list[HeatRow]:
    """The rows with the shared score of their foundation and how old it is."""
    shared_rows = []
    for row, one in zip(rows, ids, strict=True):
        score, days = shared.get(str(one), (None, None))
        href = address(reader, "foundation", p=row.code)
        words = percent(None if score is None else 100 * score, reader.language)
        shared_rows.append(replace(row, shared=words, shared_when=ago(days, reader.language) if days is not None else "", foundation_href=href))
    return shared_rows


def with_turns(rows: list[HeatRow], ids: pd.Index, found: Mapping[Key, Turn]) -> list[HeatRow]:
    """The rows with a sign at each domain that turned."""
    return [replace(row, cells=tuple(_turned(cell, found.get((str(one), cell.domain))) for cell in row.cells)) for row, one in zip(rows, ids, strict=True)]


def _turned(cell: DomainCell, turn: Turn | None) -> DomainCell:
    return replace(cell, turn=turn.sign, turn_words=turn.cell_words, summary=f"{cell.summary}, {turn.cell_words}") if turn else cell


def timed_rows(portfolio: Portfolio, index: pd.Index) -> dict[Any, Any]:
    """What was measured against time of these partnerships and domains, by id and domain."""
    rows = portfolio.timed.domains.reindex(index)
    return dict(zip(rows.index, rows.itertuples(index=False), strict=True))


def _heat_row(reader: Reader, row: Any, portfolio: Portfolio, cells: list[DomainCell]) -> HeatRow:
    say, reading = reader.say, Text(row.name_nl, row.name_en).reading(reader.language)
    return HeatRow(
        code=row.code,
        name=reading.words,
        borrowed=reading.borrowed or "",
        partners=partner_names(portfolio, row.partners),
        phase=phase_name(say, row.phase),
        pair=pair_words(say, row),
        foundation_late=say.plural("{n} overdue", "{n} overdue", int(row.overdue_foundation)) if row.overdue_foundation else "",
        updated=ago(row.days_since, say.language),
        silent=bool(row.silent),
        href=address(reader, "partnership", p=row.code),
        cells=tuple(cells),
        broken=say("The data cannot be measured; ask the operator to check the store.") if getattr(row, "broken", False) else "",
    )


def _counted(say: Words, matching: int, page: int) -> str:
    if matching <= PAGE_SIZE:
        return say.plural("{n} partnership", "{n} partnerships", matching)
    first = (page - 1) * PAGE_SIZE + 1
    numbers = {"first": number(first, say.language), "last": number(min(matching, first + PAGE_SIZE - 1), say.language)}
    return say("{first}–{last} of {total} partnerships", **numbers, total=number(matching, say.language))
