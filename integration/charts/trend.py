"""The milestone trend as a picture: report day across, expected day up; a level line holds, a rising one slips."""

from collections.abc import Sequence
from datetime import date

from integration.charts.calendar import Days, months, school_years, spread
from integration.charts.picture import LINE, Drawing, Sheet, cut, wrapped
from integration.charts.plot import Level, Plot, Point, Series, draw
from integration.i18n.formats import day, month
from integration.i18n.words import Words
from integration.views.plan.trend import TrendLine, TrendView

NAMED, HIGH, NAMES = 5, 380.0, 250.0
SHAPES = ("circle", "square", "diamond", "triangle", "down")
REST = "s-waiting"


def trend_plot(say: Words, view: TrendView) -> Plot:
    """The rest in grey, and over it the five that slipped most, each with a mark of its own."""
    named = [one for one in view.lines if one.slip > 0][:NAMED]
    rest = [_series(say, one, REST, "circle", 2.5, "f-waiting") for one in view.lines if one not in named]
    return Plot(None, (*rest, *(_series(say, one, "s-late fat", SHAPES[at], 5, "f-late edged") for at, one in enumerate(named))))


def trend_chart(say: Words, plot: Plot, width: float) -> Drawing:
    """The lines on two scales of days, the five named at their end, or under the picture where there is no room."""
    sheet = Sheet(width)
    named = [one for one in plot.series if one.pen != REST]
    reported, top, bottom = plot.days(), 34.0, 34.0 + HIGH
    days = Days(min(reported), max(reported), 64, width - (0.0 if sheet.narrow else NAMES) - 16)
    first, last = spread([point.level for one in plot.series for point in one.points if isinstance(point.level, date)])
    levels = Days(first, last, bottom, top)

    def y(level: Level) -> float:
        return levels.x(level) if isinstance(level, date) else level

    school_years(say, sheet, days, top, bottom)
    _months(say, sheet, days, levels)
    sheet.words(0, 14, say("expected on"), "faint tiny")
    for one in plot.series:
        draw(sheet, one, days, y)
    months(say, sheet, days, bottom)
    sheet.words(days.right, bottom + 36, say("reported on"), "faint tiny", "end")
    ends = [(days.x(one.points[-1].at), y(one.points[-1].level), one) for one in named]
    return sheet.done(_under(sheet, ends, bottom + 60) if sheet.narrow else max(bottom + 42, _beside(sheet, ends, days.right)))


def _months(say: Words, sheet: Sheet, days: Days, levels: Days) -> None:
    step = next((one for one in (1, 2, 3, 6, 12) if (levels.last - levels.first).days / 30.4 / one <= 9), 24)
    shown = date(levels.first.year, 1, 1)
    while shown <= levels.last:
        if shown >= levels.first:
            sheet.line((days.left, levels.x(shown)), (days.right, levels.x(shown)), "s-grid")
            sheet.words(days.left - 8, levels.x(shown) + 4, month(shown, say.language), "faint tiny", "end")
        shown = date(shown.year + (shown.month - 1 + step) // 12, (shown.month - 1 + step) % 12 + 1, 1)


def _series(say: Words, line: TrendLine, pen: str, shape: str, size: float, fill: str) -> Series:
    name = f"{line.code} {line.title}"
    told = (
        Point(reported, expected, f"{name}\n{day(reported, say.language)} → {day(expected, say.language)}")
        for reported, expected in zip(line.reported, line.expected, strict=True)
    )
    return Series(name, tuple(told), pen, shape, size, fill, f"{name}\n{line.slip_words}")


def _under(sheet: Sheet, ends: Sequence[tuple[float, float, Series]], y: float) -> float:
    for _, _, one in ends:
        sheet.mark(7, y - 5, one.shape, one.size, one.fill)
        lines = wrapped(one.told.replace("\n", " – "), sheet.width - 24, 3)
        sheet.lines(20, y, lines, "tiny")
        y += LINE * len(lines) + 5
    return y


def _beside(sheet: Sheet, ends: Sequence[tuple[float, float, Series]], right: float) -> float:
    free, left = 24.0, right + 34
    for x, high, one in sorted(ends, key=lambda end: end[1]):
        place = max(high, free)
        # A line of its own leads from where the milestone's ends to its name.
        sheet.line((x + 6, high), (max(x + 6, right + 6), high), "s-late dots")
        sheet.line((max(x + 6, right + 6), high), (left - 12, place), "s-late dots")
        sheet.mark(left - 6, place, one.shape, one.size, one.fill)
        name, _, slip = one.told.partition("\n")
        sheet.words(left + 4, place + 2, cut(name, sheet.width - left - 4), "bold tiny")
        sheet.words(left + 4, place + 17, cut(slip, sheet.width - left - 4), "faint tiny")
        free = place + 38
    return free + 4
