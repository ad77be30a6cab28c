"""One domain across partnerships: progress as a bar and, beside it, depth as steps; two measures, two scales."""

from collections.abc import Sequence

from integration.charts.picture import LINE, Drawing, Sheet, wrapped
from integration.i18n.words import Words
from integration.model.plan.depth import LEVELS
from integration.views.portfolio.domain import Compared

STEP, BAR, ROOM = 15.0, 12.0, 52.0


def domain_chart(say: Words, compared: Sequence[Compared], width: float) -> Drawing:
    """A row per partnership, the furthest first: its name, progress with its number, and the steps reached and aimed at."""
    sheet = Sheet(width)
    steps = (STEP + 4) * len(LEVELS) + (0 if sheet.narrow else 66)
    names = 0.0 if sheet.narrow else width * 0.32
    left, right = names + (0 if sheet.narrow else 14), width - steps - 26
    sheet.words(left, 14, say("Work under way"), "faint tiny")
    sheet.words(width - steps, 14, say("Depth, 0 to 4"), "faint tiny")
    y = 24.0
    for one in compared:
        lines = wrapped(one.name, width if sheet.narrow else names, 2)
        sheet.lines(0, y + 14, lines, "bold" if sheet.narrow else "")
        told = LINE * len(lines)
        level = y + told + 16 if sheet.narrow else y + told / 2 + 5
        _progress(sheet, one, (left, right), level)
        _depth(say, sheet, one, width - steps, level)
        y += told + (34 if sheet.narrow else 10)
        sheet.line((0, y - 4), (width, y - 4), "s-grid")
    return sheet.done(y)


def _progress(sheet: Sheet, one: Compared, edges: tuple[float, float], y: float) -> None:
    left, right = edges[0], edges[1] - ROOM
    tip = f"{one.name}\n{one.progress_words}"
    sheet.box(left, y - BAR / 2, right - left, BAR, "f-track", tip, 3)
    if one.progress is not None:
        sheet.box(left, y - BAR / 2, (right - left) * min(one.progress, 100) / 100, BAR, "f-running", tip, 3)
    sheet.words(right + 8, y + 5, one.progress_words, "bold tiny")


def _depth(say: Words, sheet: Sheet, one: Compared, left: float, y: float) -> None:
    if not one.levels:
        sheet.words(left, y + 5, "–", "faint")
        return
    tip = f"{one.name}\n{say('Depth')}: {one.depth_words}"
    for at, level in enumerate(LEVELS[1:]):
        kind = "f-target" if level <= one.levels.current else "f-clear s-target" if level <= one.levels.target else "f-clear s-grid"
        sheet.box(left + at * (STEP + 4), y - STEP / 2, STEP, STEP, kind, tip, 3)
    if not sheet.narrow:
        sheet.words(left + (STEP + 4) * (len(LEVELS) - 1) + 8, y + 5, one.depth_words, "tiny")
