"""The S-curve as a picture: planned and delivered as steps, and the cone between the earliest and the latest forecast."""

from datetime import date
from functools import partial

from integration.charts.calendar import FOOT, Days, months, now, school_years
from integration.charts.picture import Drawing, Sheet, legend
from integration.charts.plot import Level, Plot, Point, Series, as_number, draw
from integration.i18n.formats import day, percent
from integration.i18n.words import Words
from integration.views.plan.curve import CurveView, Line

PENS = ("s-muted dots", "s-muted dashes", "s-muted dots")


def curve_plot(say: Words, view: CurveView, today: date) -> Plot:
    """The cone, earlier baselines thin and broken, the one in force solid, delivered thick with marks."""
    found, force = [], len(view.planned) - 1
    earned = view.earned if view.earned and view.earned.days else None
    if view.cone and earned:
        corners = ((today, earned.shares[-1]), *((end, 100.0) for end in view.cone))
        found.append(Series(say("forecast"), tuple(Point(*one) for one in corners), fill="f-cone"))
    for at, line in enumerate(view.planned):
        pen = "s-target thick" if at == force else PENS[at % 3]
        found.append(Series(line.name, _points(say, line), pen, "circle", 6, "f-clear"))
    if earned:
        found.append(Series(earned.name, _points(say, earned), "s-done fat", "circle", 4, "f-done edged"))
    return Plot(today, tuple(found))


def curve_chart(say: Words, plot: Plot, width: float) -> Drawing:
    """The lines on a scale of days and one of shares, with today's line."""
    sheet, high = Sheet(width), 240.0 if width < 600 else 320.0
    ends = plot.days()
    # The cone lies under the lines, but is named after them.
    top = legend(sheet, [(partial(_sign, sheet, one), one.name) for one in sorted(plot.series, key=lambda one: not one.pen)]) + 24
    days, bottom = Days(min(ends), max(ends), 44, width - 8), top + high
    school_years(say, sheet, days, top, bottom)
    for share in (0, 25, 50, 75, 100):
        sheet.line((days.left, _y(share, top, bottom)), (days.right, _y(share, top, bottom)), "s-grid")
        sheet.words(days.left - 6, _y(share, top, bottom) + 4, percent(share, say.language), "faint tiny", "end")
    for one in plot.series:
        draw(sheet, one, days, lambda share: _y(share, top, bottom))
    if plot.today:
        now(say, sheet, days, plot.today, top, bottom)
    months(say, sheet, days, bottom)
    return sheet.done(bottom + FOOT)


def _points(say: Words, line: Line) -> tuple[Point, ...]:
    told = ((when, share, f"{day(when, say.language)} · {percent(share, say.language)}") for when, share in zip(line.days, line.shares, strict=True))
    return tuple(Point(when, share, f"{line.name}\n{words}") for when, share, words in told)


def _y(share: Level, top: float, bottom: float) -> float:
    return bottom - (bottom - top) * as_number(share) / 104


def _sign(sheet: Sheet, one: Series, x: float, y: float) -> None:
    if one.pen:
        sheet.line((x, y - 4), (x + 22, y - 4), one.pen)
    else:
        sheet.box(x, y - 10, 22, 11, one.fill)
