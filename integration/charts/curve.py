"""The S-curve as a picture: planned and delivered as steps, and the cone between the earliest and the latest forecast."""

from datetime import date

from integration.charts.calendar import FOOT, Days, months, now, school_years
from integration.charts.picture import Drawing, Sheet, cut
from integration.i18n.formats import day, percent
from integration.i18n.words import Words
from integration.views.plan.curve import CurveView, Line

KINDS = ("s-muted dots", "s-muted dashes", "s-muted dots")


def curve_chart(say: Words, view: CurveView, today: date, width: float) -> Drawing:
    """Earlier baselines thin and broken, the one in force solid, delivered thick with marks; today's line."""
    sheet, high = Sheet(width), 240.0 if width < 600 else 320.0
    lines = [*view.planned, *([view.earned] if view.earned and view.earned.days else [])]
    ends = [one for line in lines for one in line.days] + [*(view.cone or ()), today]
    top = _signs(say, sheet, view) + 24
    days, bottom = Days(min(ends), max(ends), 44, width - 8), top + high
    school_years(say, sheet, days, top, bottom)
    for share in (0, 25, 50, 75, 100):
        sheet.line((days.left, _y(share, top, bottom)), (days.right, _y(share, top, bottom)), "s-grid")
        sheet.words(days.left - 6, _y(share, top, bottom) + 4, percent(share, say.language), "faint tiny", "end")
    if view.cone and view.earned and view.earned.days:
        reached = _y(view.earned.shares[-1], top, bottom)
        sheet.area([(days.x(today), reached), (days.x(view.cone[0]), top), (days.x(view.cone[1]), top)], "f-cone")
    for at, line in enumerate(view.planned):
        _steps(say, sheet, days, line, (top, bottom), "s-target thick" if at == len(view.planned) - 1 else KINDS[at % 3], False)
    if view.earned and view.earned.days:
        _steps(say, sheet, days, view.earned, (top, bottom), "s-done fat", True)
    now(say, sheet, days, today, top, bottom)
    months(say, sheet, days, bottom)
    return sheet.done(bottom + FOOT)


def _y(share: float, top: float, bottom: float) -> float:
    return bottom - (bottom - top) * share / 104


def _steps(say: Words, sheet: Sheet, days: Days, line: Line, edges: tuple[float, float], kind: str, marked: bool) -> None:
    points, before = [], line.shares[0]
    for when, share in zip(line.days, line.shares, strict=True):
        points += [(days.x(when), _y(before, *edges)), (days.x(when), _y(share, *edges))]
        before = share
    sheet.path(points, kind)
    for when, share in zip(line.days, line.shares, strict=True):
        tip = f"{line.name}\n{day(when, say.language)} · {percent(share, say.language)}"
        sheet.mark(days.x(when), _y(share, *edges), "circle", 4 if marked else 6, "f-done edged" if marked else "f-clear", tip)


def _signs(say: Words, sheet: Sheet, view: CurveView) -> float:
    x, y = 0.0, 14.0
    force = len(view.planned) - 1
    shown = [("s-target thick" if at == force else KINDS[at % 3], line.name) for at, line in enumerate(view.planned)]
    shown += [("s-done fat", view.earned.name)] if view.earned and view.earned.days else []
    shown += [("f-cone", say("forecast"))] if view.cone else []
    for kind, words in shown:
        told = cut(words, 200)
        long = 30 + 6.8 * len(told) + 14
        if x and x + long > sheet.width:
            x, y = 0.0, y + 22
        if kind == "f-cone":
            sheet.box(x, y - 10, 22, 11, kind)
        else:
            sheet.line((x, y - 4), (x + 22, y - 4), kind)
        sheet.words(x + 28, y, told, "tiny")
        x += long
    return y
