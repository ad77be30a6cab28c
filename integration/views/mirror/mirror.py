"""The Mirror in words: per statement where the partners stand, what to talk about first, and whether earlier gaps closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from integration.i18n.formats import NOTHING, day, number, percent
from integration.i18n.labels import field_name, theme_name
from integration.measures.mirror import ENOUGH, asks_for_agenda, one_decimal, shared_score
from integration.model.mirror import FollowUp, MirrorRound, Statement
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table

NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a closed round says: `found` per statement (see measures.mirror), how many answered, and remarks without a name."""

    round: MirrorRound
    statements: tuple[Statement, ...]
    found: pd.DataFrame
    answered: Mapping[str, int]
    remarks: tuple[str, ...]

    @property
    def shared(self) -> float | None:
        """The mean shared score, 0–1."""
        return shared_score(self.found) if len(self.found) else None


@dataclass(frozen=True, slots=True)
class MirrorRow:
    """One statement: the mean of each partner, gap, agreement within and between, and where it lies."""

    id: str
    theme: str
    text: str
    means: tuple[tuple[str, float | None, str], ...]
    gap: float | None
    gap_words: str
    within: str
    between: str
    shared: str
    field: str
    field_words: str
    proposes: bool
    follow_up: str


@dataclass(frozen=True, slots=True)
class MirrorView:
    """A closed round."""

    title: str
    sentence: str
    answered: tuple[tuple[str, str], ...]
    rows: tuple[MirrorRow, ...]
    widest: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Statements with a shared score per round, and one sentence about those that cannot be compared."""

    scores: Table
    left_out: str


def mirror_view(
    reader: Reader,
    outcome: Outcome,
    bodies: Mapping[str, str],
    follow_ups: Sequence[FollowUp],
    later: Outcome | None = None,
    people: Mapping[str, str] = NOBODY,
) -> MirrorView:
    """The results of one round, the widest gap first; `later` tells whether gaps that were followed up have closed."""
    say, found = reader.say, {row.Index: row for row in outcome.found.itertuples()}
    rows = [_row(reader, one, found.get(one.id), bodies, follow_ups, later, people) for one in outcome.statements]
    rows.sort(key=lambda row: (-(row.gap if row.gap is not None else -1), row.theme))
    score = shared_score(outcome.found) if len(outcome.found) else None
    score_words = percent(None if score is None else 100 * score, reader.language)
    words = say("Shared score {score}: how high and how equally both sides score, over {n} statements.", score=score_words, n=len(rows))
    few = say("A partner is shown from {n} answers on; nothing of fewer can be seen anywhere.", n=ENOUGH)
    widest = rows[0] if rows and rows[0].gap is not None else None
    return MirrorView(
        str(outcome.round.name.reading(reader.language)),
        words if score is not None else few,
        tuple((bodies.get(one, ""), _counted(reader, count)) for one, count in outcome.answered.items()),
        tuple(rows),
        say("Widest gap: ‘{text}’ ({gap})", text=widest.text, gap=widest.gap_words) if widest else "",
        outcome.remarks,
    )


def _counted(reader: Reader, count: int) -> str:
    if count < ENOUGH:
        return reader.say("fewer than {n} answers", n=ENOUGH)
    return reader.say.plural("{n} answer", "{n} answers", count)


def _row(
    reader: Reader,
    statement: Statement,
    result: Any,
    bodies: Mapping[str, str],
    follow_ups: Sequence[FollowUp],
    later: Outcome | None,
    people: Mapping[str, str],
) -> MirrorRow:
    say, language = reader.say, reader.language
    # Rounded once and for everything: exact means go to no picture and no file, for of few people they tell the scores.
    means = {body: one_decimal(mean) for body, mean in result.means.items()} if result is not None else {}
    gap = one_decimal(float(result.gap)) if result is not None and result.gap == result.gap else None
    field = result.field if result is not None else ""

    def two(value: float | None) -> str:
        return NOTHING if value is None or value != value else number(value, language, 2)

    agreements = dict(result.agreements) if result is not None else {}
    follow = next((each for each in reversed(follow_ups) if each.statement_id == statement.id), None)
    return MirrorRow(
        id=statement.id,
        theme=theme_name(say, statement.theme),
        text=str(statement.text.reading(language)),
        means=tuple((name, means.get(body), NOTHING if body not in means else number(means[body], language, 1)) for body, name in bodies.items()),
        gap=gap,
        gap_words=NOTHING if gap is None else number(gap, language, 1),
        within=" · ".join(f"{bodies.get(body, '')} {two(value)}" for body, value in agreements.items()) or NOTHING,
        between=two(result.eta if result is not None else None),
        shared=percent(None if result is None or result.shared != result.shared else 100 * result.shared, language),
        field=field,
        field_words=field_name(say, field),
        proposes=gap is not None and asks_for_agenda(gap),
        follow_up=_followed(reader, follow, statement, gap, later, people) if follow else "",
    )


def _followed(reader: Reader, follow: FollowUp, statement: Statement, gap: float | None, later: Outcome | None, people: Mapping[str, str]) -> str:
    say = reader.say
    states = {
        "agenda": say("on the agenda"),
        "declined": say("looked at, not followed up"),
        "milestone": say("became a milestone"),
        "action": say("action: {action}", action=str(follow.action.reading(reader.language))),
    }
    words = states[follow.state]
    if follow.owner_id:
        words += f" · {people.get(follow.owner_id, '')}"
    if follow.due_on:
        words += f" · {say('due {day}', day=day(follow.due_on, reader.language))}"
    now = _gap_later(statement, later)
    if follow.done_on:
        words += f" · {say('done {day}', day=day(follow.done_on, reader.language))}"
    if gap is None or now is None:
        return words
    closed = {"old": number(one_decimal(gap), reader.language, 1), "new": number(one_decimal(now), reader.language, 1)}
    return f"{words} · {say('gap went from {old} to {new}', **closed)}"


def _gap_later(statement: Statement, later: Outcome | None) -> float | None:
    # Only the same words can be compared; a statement that was worded anew starts anew.
    same = _same(statement, later) if later else None
    if later is None or same is None or same.id not in later.found.index:
        return None
    value = float(later.found.gap[same.id])
    return value if value == value else None


def trend_view(reader: Reader, outcomes: Sequence[Outcome]) -> Trend:
    """Per statement of the newest round that an earlier round asked in the same words: its shared score in each round."""
    rows, fresh = list[Row](), 0
    for one in outcomes[-1].statements:
        same = [_same(one, outcome) for outcome in outcomes]
        if sum(each is not None for each in same) < 2:
            fresh += 1
            continue
        scores = tuple(_shared(reader, outcome, each) for outcome, each in zip(outcomes, same, strict=True))
        rows.append((str(one.text.reading(reader.language)), *scores))
    say = reader.say
    rounds = (Column(one.round.id, str(one.round.name.reading(reader.language))) for one in outcomes)
    left_out = say.plural(
        "{n} statement was worded otherwise before and is not compared.", "{n} statements were worded otherwise before and are not compared.", fresh
    )
    return Trend(Table((Column("statement", say("Statement")), *rounds), tuple(rows)), left_out if fresh else "")


def _same(statement: Statement, outcome: Outcome) -> Statement | None:
    return next((each for each in outcome.statements if each.theme == statement.theme and each.text == statement.text), None)


def _shared(reader: Reader, outcome: Outcome, one: Statement | None) -> str:
    value = float(outcome.found.shared[one.id]) if one and one.id in outcome.found.index else float("nan")
    return percent(100 * value, reader.language) if value == value else NOTHING


def earlier_follow_ups(
    reader: Reader, outcomes: Sequence[Outcome], current: Outcome, follow_ups: Sequence[FollowUp], people: Mapping[str, str]
) -> list[tuple[str, str]]:
    """What was made of gaps of rounds before the one shown, and what became of the gap in it: statement, and words."""
    lines = []
    for outcome in outcomes[: next((at for at, one in enumerate(outcomes) if one.round.id == current.round.id), 0)]:
        for one in outcome.statements:
            follow = next((each for each in reversed(follow_ups) if each.statement_id == one.id), None)
            if follow:
                gap = float(outcome.found.gap[one.id]) if one.id in outcome.found.index else float("nan")
                outcome_words = _followed(reader, follow, one, gap if gap == gap else None, current, people)
                lines.append((str(one.text.reading(reader.language)), outcome_words))
    return lines


def mirror_table(reader: Reader, view: MirrorView) -> Table:
    """The results, one statement a row; what may not be shown is not in it."""
    say = reader.say
    names = [name for name, _, _ in view.rows[0].means] if view.rows else []
    columns = (
        Column("theme", say("Theme"), "file"),
        Column("statement", say("Statement")),
        *(Column(f"mean {at}", name) for at, name in enumerate(names)),
        Column("gap", say("Gap")),
        Column("within", say("Agreement within"), "page"),
        Column("between", say("Difference between"), "page"),
        Column("field", say("Field")),
    )
    return Table(columns, tuple(_cells(row) for row in view.rows))


def _cells(row: MirrorRow) -> Row:
    notes = ((row.theme, "muted"), *(((row.follow_up, "tight"),) if row.follow_up else ()))
    gap = Cell(row.gap, f"▲ {row.gap_words}", tone="late") if row.proposes else Cell(row.gap, row.gap_words)
    means = (Cell(mean, words) for _, mean, words in row.means)
    return row.theme, Cell(row.text, notes=notes), *means, gap, row.within, row.between, row.field_words
