"""Reading cells: days, shares, numbers, states and people, each with its question where it can mean two things."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from integration.exchange.propose.asking import Asking
from integration.exchange.propose.columns import Columns, cell_at, dates_in
from integration.exchange.propose.line import Line
from integration.exchange.propose.names import MONTH_FIRST
from integration.exchange.propose.values import COLOURS, are_fractions, shares_mixed
from integration.i18n.formats import day as day_words
from integration.i18n.typed.cell import plain_name, words_of
from integration.i18n.typed.days import ORDERS, Order, Reading, order_of, reading
from integration.i18n.typed.numbers import either_number, is_share, number_of
from integration.i18n.typed.progress import GONE, far_of
from integration.i18n.words import Words

LEAVE = "leave out"
STEPS = ("0", "25", "50", "75", "100")


@dataclass(slots=True)
class CellReader:
    """Reads single cells of one table, knowing what all cells of a column say together."""

    say: Words
    asking: Asking
    year: int
    order: Order | None = None
    shares: str | None = "percent"

    def learn(self, tables: Iterable[Columns]) -> None:
        """Find the order of days and the sense of shares in all tables of the file; ask where they do not show."""
        found = [*tables]
        cells = [(columns, row, at) for columns in found for at in dates_in(columns) for row in columns.rows]
        readings = [(one.sheet.number(row), reading(_cell(one, row, at), self.year)) for one, row, at in cells]
        proven, either = order_of(told for _, told in readings)
        self.order = next(iter(proven)) if len(proven) == 1 else None
        if self.order is None and not proven and any(one.preset in MONTH_FIRST for one in found):
            self.order = "month-day"
        if self.order is None and either:
            self.order = self._ask_order(readings)
        shares = [cell_at(one, row, "credit") for one in found for row in one.rows]
        if shares_mixed(shares):
            self.shares = self._ask_shares(shares)
        elif are_fractions(shares) and not any(one.sheet.ours or one.preset == "ineen" for one in found):
            self.shares = "fraction"

    def day(self, line: Line, cell: Any) -> date | None:
        """The one day that a cell means, or None while that is open or there is none."""
        read = reading(cell if isinstance(cell, int | float | date) else words_of(cell), self.year)
        if read.odd:
            line.refused.append(self.say("“{value}” is no day between 2000 and 2100.", value=words_of(cell)[:40]))
        if read.either:
            if self.order is None:
                line.asked.append("dates")
            return read.either[ORDERS.index(self.order)] if self.order else None
        return self._vague(line, read) if read.vague else read.day

    def share(self, line: Line, cell: Any) -> float | None:
        """How far it is, from 0 to 100."""
        if not words_of(cell):
            return None
        value = number_of(cell)
        if value is None:
            return self._far(line, words_of(cell))
        if is_share(cell):
            return value
        if self.shares is None and 0 < value <= 1:
            line.asked.append("progress")
            return None
        return round(value * 100, 6) if self.shares == "fraction" and 0 <= value <= 1 else value

    def number(self, line: Line, cell: Any) -> float | None:
        """A number with either decimal sign; 1,500 is asked."""
        said = words_of(cell)
        if line.ours and isinstance(cell, str) and re.fullmatch(r"\d+\.\d+", said):
            return float(said)
        if two := either_number(cell):
            asked = self.say("Does {value} have decimals, or does it count thousands?", value=said)
            answer = self.asking.ask(f"number:{said}", asked, two)
            if answer is None:
                line.asked.append(f"number:{said}")
            return float(answer) if answer else None
        value = number_of(cell)
        if said and value is None:
            line.refused.append(self.say("“{value}” is no number.", value=said[:40]))
        return value

    def status(self, line: Line, cell: Any, known: bool) -> None:
        """What words of state say: how far it is where no share says so, and whether it was called off."""
        said = words_of(cell)
        if not known or not said:
            return
        if plain_name(said) in GONE:
            line.values["cancelled"] = True
        elif line.values.get("credit") is None:
            line.values["credit"] = number_of(cell) if is_share(cell) else self._far(line, said)

    def people(self, cell: Any) -> tuple[str, ...]:
        """The names in a cell; several stand between semicolons, or between commas where that leaves whole names."""
        said = words_of(cell)
        parts = said.split(";") if ";" in said else said.split(",") if said.count(",") else [said]
        return tuple(name for one in parts if (name := re.sub(r"\[\d+%?\]", "", one).strip()))

    def _far(self, line: Line, said: str) -> float | None:
        name = plain_name(said)
        if name in GONE:
            line.values["cancelled"] = True
            return None
        if (credit := far_of(said)) is not None:
            return credit
        coloured = name in COLOURS or said in COLOURS
        question = (
            self.say("A colour does not say how far something is. What does “{value}” mean?", value=said[:60])
            if coloured
            else self.say("How far is what stands at “{value}”, from 0 to 100?", value=said[:60])
        )
        options = (LEAVE, *STEPS) if coloured else (*STEPS, "cancelled", LEAVE)
        answer = self.asking.ask(f"status:{said[:60]}", question, options)
        if answer is None:
            line.asked.append(f"status:{said[:60]}")
        if answer == "cancelled":
            line.values["cancelled"] = True
        return float(answer) if answer in STEPS else None

    def _vague(self, line: Line, read: Reading) -> date | None:
        name = f"date:{read.vague[:60]}"
        proposed = (read.proposed.isoformat(),) if read.proposed else ()
        asked = self.say("Which day does “{value}” mean?", value=read.vague[:60])
        answer = self.asking.ask(name, asked, (*proposed, LEAVE), _is_day)
        if answer is None:
            line.asked.append(name)
            return None
        if answer == LEAVE:
            line.told.append(self.say("“{value}” was left out: it is no day.", value=read.vague[:60]))
        return date.fromisoformat(answer) if answer != LEAVE else None

    def _ask_order(self, readings: list[tuple[int, Reading]]) -> Order | None:
        first = [(row, one.either) for row, one in readings if one.either][:3]

        def listed(at: int) -> str:
            return "; ".join(self.say("row {row}: {day}", row=row, day=day_words(days[at], self.say.language)) for row, days in first)

        question = self.say("Do the dates write the day first or the month first? Day first: {one}. Month first: {other}.", one=listed(0), other=listed(1))
        answer = self.asking.ask("dates", question, ORDERS)
        return next((one for one in ORDERS if one == answer), None)

    def _ask_shares(self, cells: list[Any]) -> str | None:
        part = next(words_of(one) for one in cells if not is_share(one) and 0 < (number_of(one) or 0) < 1)
        question = self.say("One column holds {part} beside numbers above 1. Is {part} a fraction of one whole, or a percentage?", part=part)
        return self.asking.ask("progress", question, ("fraction", "percent"))


def _cell(columns: Columns, row: int, at: int) -> Any:
    cells = columns.sheet.rows[row]
    value = cells[at] if at < len(cells) else None
    return value if isinstance(value, int | float | date) else words_of(value)


def _is_day(answer: str) -> bool:
    try:
        return bool(date.fromisoformat(answer))
    except ValueError:
        return False
