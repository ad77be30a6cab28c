"""An indicator over time: what was measured, and the target."""

from datetime import date

from integration.charts.calendar import FOOT, Days, months
from integration.charts.picture import Drawing, Sheet
from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.views.foundation.foundation import IndicatorRow

HIGH = 150.0


def objective_chart(say: Words, row: IndicatorRow, width: float) -> Drawing:
    """The measurements as a line with marks; the target as a broken line with its number."""
    sheet = Sheet(min(width, 700))
    measured = [one for one in row.days if isinstance(one, date)]
    days, top, bottom = Days(min(measured), max(measured), 30, sheet.width - 30), 34.0, 34.0 + HIGH
    most = max([row.target, *row.values]) * 1.15 or 1.0

    def y(value: float) -> float:
        return bottom - (bottom - top) * value / most

    sheet.line((days.left - 20, bottom), (days.right + 20, bottom), "s-grid")
    sheet.line((days.left - 20, y(row.target)), (days.right + 20, y(row.target)), "s-target thick dashes")
    sheet.words(days.right + 20, y(row.target) - 6, f"{say('Target')}: {row.target:g} {row.unit}", "tiny", "end")
    points = [(days.x(when), y(value)) for when, value in zip(measured, row.values, strict=True)]
    sheet.path(points, "s-running fat")
    for (x, at), when, value in zip(points, measured, row.values, strict=True):
        sheet.mark(x, at, "circle", 4.5, "f-running edged", f"{row.name}\n{day(when, say.language)}: {value:g} {row.unit}")
        sheet.words(x, at + 18 if abs(at - y(row.target)) < 22 else at - 9, f"{value:g}", "tiny", "middle")
    months(say, sheet, days, bottom)
    return sheet.done(bottom + FOOT)
