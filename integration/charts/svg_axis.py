"""An axis of a picture in SVG: where a number, a day or a named line stands, and what is written beside it."""

from datetime import date, datetime, timedelta
from typing import Any

from integration.charts.look import Figure

STEPS = (1, 2, 3, 6, 12, 24, 48)


class Axis:
    """From values to places: numbers, days (as days since the first of the calendar), or lines with a group and a name."""

    def __init__(self, first: float, last: float, ticks: list[tuple[Any, str]], lines: dict[Any, int] | None = None) -> None:
        self._first, self._last, self.ticks, self._lines = first, last, ticks, lines
        self.low, self.high = 0.0, 1.0

    def between(self, low: float, high: float) -> None:
        """Where the axis begins and ends in the picture."""
        self.low, self.high = low, high

    @property
    def step(self) -> float:
        """How far apart two lines are."""
        return abs(self.high - self.low) / max(abs(self._last - self._first), 1)

    def number(self, value: Any) -> float:
        """A value as a number."""
        if self._lines is not None and value in self._lines:
            return self._lines[value]
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
        if isinstance(value, datetime):
            return value.toordinal() + value.hour / 24
        return float(value.toordinal() if isinstance(value, date) else value)

    def at(self, value: Any) -> float:
        """Where a value stands."""
        return self.low + (self.high - self.low) * (self.number(value) - self._first) / ((self._last - self._first) or 1)

    def place(self, value: Any, whose: Any) -> float:
        """Where a value stands that is one of this axis, or a share of its length."""
        if whose and ("domain" in str(whose) or str(whose) == "paper"):
            return self.low + (self.high - self.low) * float(value)
        return min(max(self.at(value), min(self.low, self.high)), max(self.low, self.high))


def axis_of(figure: Figure, name: str) -> Axis:
    """The axis of a figure as its layout and its traces have it."""
    asked = getattr(figure.layout, f"{name}axis")
    if asked.type == "multicategory":
        return _grouped(figure, name)
    bare = Axis(0, 1, [])
    values = [bare.number(one) for trace in figure.data for one in _values(trace, name) if one is not None]
    first, last = map(bare.number, asked.range) if asked.range else (min(values, default=0), max(values, default=1))
    if asked.tickvals is not None:
        words = asked.ticktext if asked.ticktext is not None else [f"{one:g}" for one in asked.tickvals]
        return Axis(first, last, [(one, str(text).strip()) for one, text in zip(asked.tickvals, words, strict=True)])
    return Axis(first, last, _months(first, last) if asked.type == "date" else _numbers(first, last))


def _values(trace: Any, name: str) -> list[Any]:
    found = getattr(trace, name)
    return [] if found is None else [*found]


def _grouped(figure: Figure, name: str) -> Axis:
    keys: dict[tuple[str, str], None] = {}
    for trace in figure.data:
        found = _values(trace, name)
        if len(found) == 2:
            keys |= dict.fromkeys(zip(map(str, found[0]), map(str, found[1]), strict=True))
    lanes = [*dict.fromkeys(group for group, _ in keys)]
    ordered = sorted(keys, key=lambda one: lanes.index(one[0]))
    lines = {one: at for at, one in enumerate(ordered)}
    return Axis(
        len(lines) - 0.4, -0.6, [(one, f"{one[0]} · {one[1]}" if lines[one] == 0 or ordered[lines[one] - 1][0] != one[0] else one[1]) for one in ordered], lines
    )


def _months(first: float, last: float) -> list[tuple[date, str]]:
    start, end = date.fromordinal(int(first)), date.fromordinal(int(last))
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next((one for one in STEPS if months / one <= 9), STEPS[-1])
    days = (date(start.year + at // 12, at % 12 + 1, 1) for at in range(start.month - 1, start.month - 1 + months + 1))
    shown = [one for one in days if start <= one <= end and (one.month - 1) % min(step, 12) == 0]
    return [(one, f"{one:%m-%Y}") for one in shown] or [(start + timedelta(days=1), f"{start:%m-%Y}")]


def _numbers(first: float, last: float) -> list[tuple[float, str]]:
    return [(value, f"{value:g}") for at in range(5) if (value := first + (last - first) * at / 4) is not None]
