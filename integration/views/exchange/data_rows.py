"""The rows of the tables for spreadsheets and statistics, from the records and figures that pages show."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pandas as pd

from integration.measures.exposure import exposure
from integration.measures.portfolio import Portfolio
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Language, Text
from integration.rounding import one_decimal
from integration.views.kit.table import Value, values_of

Names = Mapping[str, str]


def words(text: Text, language: Language) -> str:
    """A text in the language of the link, or in the other where it has none."""
    return str(text.reading(language).words)


def partnership_rows(read: Portfolio, language: Language) -> Iterator[list[Value]]:
    """How every partnership stands; one whose data cannot be measured has empty figures."""
    rows = read.partnerships
    timed = read.timed.partnerships.reindex(rows.index)
    columns = (
        values_of(rows.code),
        [words(Text(nl, en), language) for nl, en in zip(rows.name_nl, rows.name_en, strict=True)],
        [", ".join(read.organisations.get(one, "") for one in ids.split(",") if one) for ids in rows.partners],
        values_of(rows.phase),
        values_of(rows.starts_on),
        values_of(rows.ends_on),
        values_of(one_decimal(rows.delivered)),
        values_of(one_decimal(rows.due)),
        values_of(timed.computed),
        values_of(_behind(timed)),
        values_of(rows.overdue),
        values_of(rows.next_meeting_on),
        [None if one is pd.NaT else one.to_pydatetime() for one in rows.last_update],
    )
    yield from (list(row) for row in zip(*columns, strict=True))


def domain_rows(read: Portfolio, domains: Iterable[str]) -> Iterator[list[Value]]:
    """How these domains of every partnership stand."""
    wanted = set(domains)
    cells = read.domains[read.domains.index.get_level_values("domain").isin(wanted)]
    timed = read.timed.domains.reindex(cells.index)
    columns = (
        [read.partnerships.code[one] for one in cells.index.get_level_values("partnership")],
        [str(one) for one in cells.index.get_level_values("domain")],
        values_of(one_decimal(cells.delivered)),
        values_of(one_decimal(cells.due)),
        values_of(one_decimal(cells.progress)),
        values_of(timed.computed),
        values_of(cells.colour),
        _whole(cells.confidence),
        values_of(_behind(timed)),
        _whole(cells.current),
        _whole(cells.target),
    )
    yield from (list(row) for row in zip(*columns, strict=True))


def milestone_row(one: Milestone, code: str, names: Names, language: Language, today: date) -> list[Value]:
    """One milestone."""
    return [
        code,
        one.domain,
        one.code,
        words(one.title, language),
        one.state(today),
        one.credit,
        one.weight,
        one.starts_on,
        one.promised_on,
        one.due_on,
        None if one.cancelled else one.expected(today),
        one.done_on,
        one.days_late(today),
        one.critical,
        ", ".join(one.waits_for),
        names.get(one.owner_id, ""),
        words(one.note, language),
    ]


def check_in_row(one: CheckIn, code: str, language: Language) -> list[Value]:
    """One report of a lead on a domain."""
    return [
        code,
        one.domain,
        one.recorded_at,
        one.colour,
        one.confidence or None,
        words(one.done, language),
        words(one.stuck, language),
        words(one.need, language),
    ]


def entry_row(one: Risk | Issue | Action, code: str, names: Names, language: Language) -> list[Value]:
    """One risk, issue or action of a register."""
    chances: list[Value] = [None, None, None]
    state, kind, note = "open", "action", ""
    match one:
        case Risk():
            chances = [one.probability, one.impact, exposure(one.probability, one.impact)]
            state, kind, note = one.state, one.kind, words(one.mitigation, language)
        case Issue():
            state, kind, note = one.state, "issue", words(one.detail, language)
        case Action():
            state = "closed" if one.done_on else "open"
    return [code, kind, words(one.title, language), one.raised_on, *chances, state, one.due_on, names.get(one.owner_id, ""), note]


def decision_row(one: Decision, code: str, language: Language, today: date) -> list[Value]:
    """One decision, asked or taken."""
    return [
        code,
        words(one.title, language),
        one.asked_on,
        one.needed_by,
        one.waited(today),
        one.decided_on,
        words(one.decision, language),
        words(one.options, language),
        words(one.effect, language),
    ]


def _behind(timed: pd.DataFrame) -> "pd.Series[float]":
    # What was given up is no success, so nothing is told of being early, as on pages.
    return timed.behind.mask(timed.complete.eq(True) & (timed.agreed_cancelled > 0) & (timed.behind < 0))


def _whole(column: "pd.Series[float]") -> list[Value]:
    return [None if pd.isna(one) else int(one) for one in column]
