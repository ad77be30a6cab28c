"""The milestone trend as a picture: report day across, expected day up; a level line holds, a rising one slips."""

from datetime import date

from integration.charts.calendar import Days, months, school_years, spread
from integration.charts.picture import LINE, Drawing, Sheet, cut, wrapped
from integration.i18n.formats import day, month
from integration.i18n.words import Words
from integration.views.plan.trend import TrendLine, TrendView

NAMED, HIGH = 5, 380.0
SHAPES = ("circle", "square", "diamond", "triangle", "circle")


def trend_chart(say: Words, view: TrendView, width: float) -> Drawing:
    """The five that slipped most, named at their end, over the rest in grey."""
    sheet = Sheet(width)
    named = [one for one in view.lines if one.slip > 0][:NAMED]
    names = 0.0 if sheet.narrow else 230.0
    reported = [one for line in view.lines for one in line.reported]
    days = Days(min(reported), max(reported), 64, width - names - 16)
    top, bottom = 34.0, 34.0 + HIGH
    first, last = spread([one for line in view.lines for one in line.expected])
    level = Days(first, last, bottom, top)
    school_years(say, sheet, days, top, bottom)
    _months(say, sheet, days, level)
    sheet.words(0, 14, say("expected on"), "faint tiny")
    for line in view.lines:
        if line not in named:
            _line(say, sheet, days, level, line, "s-grid thick", "")
    for at, line in enumerate(named):
        _line(say, sheet, days, level, line, "s-late fat", SHAPES[at])
    under = _named(sheet, days, level, named, names, bottom)
    months(say, sheet, days, bottom)
    sheet.words(days.right, bottom + 36, say("reported on"), "faint tiny", "end")
    return sheet.done(under)


def _months(say: Words, sheet: Sheet, days: Days, level: Days) -> None:
    step = next((one for one in (1, 2, 3, 6, 12) if (level.last - level.first).days / 30.4 / one <= 9), 24)
    shown = date(level.first.year, 1, 1)
    while shown <= level.last:
        if shown >= level.first:
            sheet.line((days.left, level.x(shown)), (days.right, level.x(shown)), "s-grid")
            sheet.words(days.left - 8, level.x(shown) + 4, month(shown, say.language), "faint tiny", "end")
        shown = date(shown.year + (shown.month - 1 + step) // 12, (shown.month - 1 + step) % 12 + 1, 1)


def _line(say: Words, sheet: Sheet, days: Days, level: Days, line: TrendLine, kind: str, shape: str) -> None:
    points: list[tuple[float, float]] = []
    for reported, expected in zip(line.reported, line.expected, strict=True):
        if points:
            points.append((days.x(reported), points[-1][1]))
        points.append((days.x(reported), level.x(expected)))
    sheet.path(points, kind, f"{line.code} {line.title}\n{line.slip_words}")
    for reported, expected in zip(line.reported, line.expected, strict=True):
        tip = f"{line.code} {line.title}\n{day(reported, say.language)} → {day(expected, say.language)}"
        sheet.mark(days.x(reported), level.x(expected), shape or "circle", 5 if shape else 2.5, "f-late edged" if shape else "f-waiting", tip)


def _named(sheet: Sheet, days: Days, level: Days, named: list[TrendLine], names: float, bottom: float) -> float:
    """The names at the end of their lines, or under the picture where there is no room; and where the picture ends."""
    y = bottom + 60
    if sheet.narrow:
        for at, line in enumerate(named):
            sheet.mark(7, y - 5, SHAPES[at], 5, "f-late")
            lines = wrapped(f"{line.code} {line.title} – {line.slip_words}", sheet.width - 24, 3)
            sheet.lines(20, y, lines, "tiny")
            y += LINE * len(lines) + 5
        return y
    free = 24.0
    for line in sorted(named, key=lambda one: level.x(one.expected[-1])):
        place = max(level.x(line.expected[-1]), free)
        sheet.words(days.right + 12, place + 2, cut(f"{line.code} {line.title}", names - 4), "bold tiny")
        sheet.words(days.right + 12, place + 17, cut(line.slip_words, names - 4), "faint tiny")
        free = place + 38
    return max(bottom + 42, free + 4)
