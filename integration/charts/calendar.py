"""Days on a sheet: where each stands, the school years behind them, the months under them, and today."""

from dataclasses import dataclass
from datetime import date, timedelta

from integration.charts.picture import Sheet
from integration.i18n.formats import month
from integration.i18n.words import Words
from integration.model.plan.milestone import school_year_start

HEAD, FOOT = 22.0, 24.0


@dataclass(frozen=True, slots=True)
class Days:
    """The days between two of them, from one place to another on a sheet."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands, within the edges."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)


def school_years(say: Words, sheet: Sheet, days: Days, top: float, bottom: float) -> None:
    """The school years as grounds with their names on top and a line at every beginning."""
    for year in range(days.first.year - 1, days.last.year + 1):
        starts, ends = (school_year_start(date(one, 1, 1)) for one in (year, year + 1))
        if ends <= days.first or starts > days.last:
            continue
        left, right = days.x(starts), days.x(ends)
        if year % 2:
            sheet.box(left, top, right - left, bottom - top, "f-band")
        short, whole = f"{year % 100:02d}/{(year + 1) % 100:02d}", say("school year {years}", years=f"{year}–{(year + 1) % 100:02d}")
        label = whole if right - left > 150 else short
        if right - left > 44:
            sheet.words(left + 4, top - 6, label, "faint tiny")
        if starts >= days.first:
            sheet.line((left, top - 14), (left, bottom), "s-muted dots")


def months(say: Words, sheet: Sheet, days: Days, bottom: float) -> None:
    """As many months as fit, named under the picture."""
    step = next((one for one in (1, 2, 3, 6, 12) if (days.last - days.first).days / 30.4 / one * 70 <= days.right - days.left), 24)
    shown = date(days.first.year, 1, 1)
    while shown <= days.last:
        if shown >= days.first and days.x(shown) < days.right - 24:
            sheet.line((days.x(shown), bottom), (days.x(shown), bottom + 4), "s-muted")
            sheet.words(days.x(shown), bottom + 18, month(shown, say.language), "faint tiny", "middle" if days.x(shown) > 34 else "start")
        shown = date(shown.year + (shown.month - 1 + step) // 12, (shown.month - 1 + step) % 12 + 1, 1)


def now(say: Words, sheet: Sheet, days: Days, today: date, top: float, bottom: float) -> None:
    """Today's line, named at its foot."""
    if not days.first <= today <= days.last:
        return
    x = days.x(today)
    sheet.line((x, top), (x, bottom), "s-ink thick")
    left = x > (days.left + days.right) / 2
    sheet.words(x - 5 if left else x + 5, top + 14, say("today"), "bold tiny halo", "end" if left else "start")


def spread(days: list[date]) -> tuple[date, date]:
    """The first and last day with a little room at both ends."""
    return min(days) - timedelta(days=12), max(days) + timedelta(days=26)
