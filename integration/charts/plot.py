"""What a chart of days holds, apart from how it is drawn: its picture and the figure that one explores both draw this."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from integration.charts.calendar import Days
from integration.charts.picture import Sheet

Level = float | date


@dataclass(frozen=True, slots=True)
class Point:
    """A day, how high it stands (a share, a day, or the number of a line), and what it says."""

    at: date
    level: Level
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one name: joined in steps by a `pen`, each marked by a `shape`, or without either the ground between them; `told` is what its line says."""

    name: str
    points: tuple[Point, ...]
    pen: str = ""
    shape: str = ""
    size: float = 5
    fill: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A bar on a numbered line from one day to another, in the tone of its state; hatched where the plan was left."""

    line: int
    first: date
    last: date
    tone: str
    hatched: bool
    tip: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Series and spans, the names of the numbered lines, the days on which school is closed, and today."""

    today: date | None
    series: tuple[Series, ...] = ()
    spans: tuple[Span, ...] = ()
    lines: tuple[str, ...] = ()
    closed: tuple[tuple[date, date], ...] = ()

    def days(self) -> list[date]:
        """Every day on which something stands."""
        found = [point.at for one in self.series for point in one.points] + [day for one in self.spans for day in (one.first, one.last)]
        return [*found, *([self.today] if self.today else [])]


def as_number(level: Level) -> float:
    """A level as a number; days count from the calendar's first."""
    return level.toordinal() if isinstance(level, date) else level


def steps(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points joined by level lines and upright ones: what was true holds until something else is."""
    found = [*points[:1]]
    for x, y in points[1:]:
        found += [(x, found[-1][1]), (x, y)]
    return found


def draw(sheet: Sheet, one: Series, days: Days, y: Callable[[Level], float]) -> None:
    """A series on a sheet: `y` tells where a level stands."""
    at = [(days.x(point.at), y(point.level)) for point in one.points]
    if not one.pen and not one.shape:
        sheet.area(at, one.fill)
    if one.pen:
        sheet.path(steps(at), one.pen, one.told)
    for (x, high), point in zip(at, one.points, strict=True):
        if one.shape:
            sheet.mark(x, high, one.shape, one.size, one.fill, point.tip)
