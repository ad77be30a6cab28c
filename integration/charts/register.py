"""The 5 × 5 matrices as a picture: risks, and opportunities in a field of their own, before mitigation with an arrow to where each should end."""

from collections import Counter
from collections.abc import Sequence

from integration.charts.picture import Drawing, Sheet
from integration.i18n.words import Words
from integration.measures.exposure import HIGH, MIDDLE, exposure
from integration.views.register.register import RiskRow

MOST, LARGEST, LEFT = 20, 430.0, 34.0
PLACES = ((0.0, 0.0), (-0.25, 0.23), (0.25, -0.23), (0.25, 0.23), (-0.25, -0.23), (0.0, 0.32), (0.0, -0.32), (-0.34, 0.0), (0.34, 0.0))


def matrix_chart(say: Words, rows: Sequence[RiskRow], width: float) -> Drawing:
    """Open risks as circles and opportunities as diamonds, before (open) and after (filled)."""
    sheet = Sheet(width)
    kept = [(kind, [row for row in rows[:MOST] if row.opportunity == kind]) for kind in (False, True)]
    fields = [(kind, found) for kind, found in kept if found]
    beside = len(fields) > 1 and not sheet.narrow
    side = min((width - 40) / 2 if beside else width, LARGEST)
    for at, (kind, found) in enumerate(fields):
        left, top = (at * (side + 40), 0.0) if beside else (0.0, at * (side + 44))
        _Field(say, sheet, left, top, side).draw(kind, found)
    return sheet.done((side + 44) * (1 if beside else max(len(fields), 1)))


class _Field:
    """One matrix at its place on the sheet."""

    def __init__(self, say: Words, sheet: Sheet, left: float, top: float, side: float) -> None:
        self._say, self._sheet, self._left, self._top, self._side = say, sheet, left + LEFT, top + 26, side
        self._step = (side - LEFT) / 5
        self._used: Counter[tuple[int, int]] = Counter()

    def draw(self, opportunity: bool, rows: Sequence[RiskRow]) -> None:
        """The ground, what stands on it, and its scales."""
        sheet, say = self._sheet, self._say
        sheet.words(self._left, self._top - 10, say("Opportunities") if opportunity else say("Risks"), "bold")
        for probability in range(1, 6):
            for impact in range(1, 6):
                score = exposure(probability, impact)
                strong = "high" if score >= HIGH else "middle" if score >= MIDDLE else "low"
                x, y = self._x(impact - 0.5), self._y(probability + 0.5)
                sheet.box(x + 1, y + 1, self._step - 2, self._step - 2, f"g-{'chance-' if opportunity else ''}{strong}", "", 4)
        for row in rows:
            self._row(row)
        bottom = self._y(0.5)
        for one in range(1, 6):
            sheet.words(self._left - 14, self._y(one) + 4, str(one), "faint tiny", "middle")
            sheet.words(self._x(one), bottom + 15, str(one), "faint tiny", "middle")
        scales = f"↑ {say('Probability').lower()} · → {say('Impact').lower()}"
        sheet.words(self._left + self._step * 5, bottom + 32, scales, "faint tiny", "end")

    def _row(self, row: RiskRow) -> None:
        tone, shape = ("running", "diamond") if row.opportunity else ("late", "circle")
        before = self._place(row.before)
        tip = f"{row.mark} {row.entry.title}\n{row.words}"
        if row.after != row.before:
            after = self._place(row.after)
            self._sheet.line(before, after, "s-muted")
            self._sheet.mark(*after, shape, 5, f"f-{tone}", tip)
        self._sheet.mark(*before, shape, 14, f"f-paper s-{tone} thick", tip)
        self._sheet.words(before[0], before[1] + 4, row.mark, "bold tiny", "middle")

    def _place(self, at: tuple[int, int]) -> tuple[float, float]:
        # Several of one score stand beside each other within their square.
        aside = PLACES[self._used[at] % len(PLACES)]
        self._used[at] += 1
        return self._x(at[1] + aside[0]), self._y(at[0] + aside[1])

    def _x(self, impact: float) -> float:
        return self._left + self._step * (impact - 0.5)

    def _y(self, probability: float) -> float:
        return self._top + self._step * (5.5 - probability)
