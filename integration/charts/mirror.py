"""The Mirror as dumbbells: under or beside each whole statement the mean of each partner, joined by the gap between them."""

from collections.abc import Sequence
from functools import partial

from integration.charts.picture import LINE, Drawing, Sheet, legend, wrapped
from integration.i18n.formats import number
from integration.i18n.words import Words
from integration.views.mirror.mirror import MirrorRow

WIDEST = 5
SHAPES = ("circle", "diamond", "square", "triangle", "down")
TONES = ("running", "target", "done", "late", "muted")
TRACK = 26.0


def drawn_rows(rows: Sequence[MirrorRow]) -> list[MirrorRow]:
    """The statements that have a mean to draw, the widest gap first."""
    return [row for row in rows if any(mean is not None for _, mean, _ in row.means)]


def mirror_chart(say: Words, rows: Sequence[MirrorRow], width: float) -> Drawing:
    """One line per statement; every partner has a shape of its own, a gap that asks for the agenda is red."""
    sheet, shown = Sheet(width), drawn_rows(rows)
    words = width - 46 if sheet.narrow else width * 0.46
    left = 10.0 if sheet.narrow else words + 30
    names = [name for name, _, _ in shown[0].means] if shown else []
    y = legend(sheet, [(partial(_sign, sheet, at), name) for at, name in enumerate(names)]) + 14
    for row in shown:
        lines = wrapped(row.text, words, 5)
        sheet.lines(0, y + 14, lines)
        told = LINE * len(lines) + 4
        level = y + told + TRACK / 2 if sheet.narrow else y + max(told, TRACK) / 2
        _track(say, sheet, row, (left, width - 56), level)
        y += told + TRACK + 8 if sheet.narrow else max(told, TRACK) + 10
        sheet.line((0, y - 5), (width, y - 5), "s-grid")
    _scale(say, sheet, (left, width - 56), y + 12)
    return sheet.done(y + 20)


def _x(mean: float, edges: tuple[float, float]) -> float:
    return edges[0] + (edges[1] - edges[0]) * (mean - 1) / 4


def _track(say: Words, sheet: Sheet, row: MirrorRow, edges: tuple[float, float], y: float) -> None:
    sheet.line((edges[0], y), (edges[1], y), "s-grid")
    known = [(at, name, mean) for at, (name, mean, _) in enumerate(row.means) if mean is not None]
    ends = [_x(mean, edges) for _, _, mean in known]
    sheet.line((min(ends), y), (max(ends), y), "s-late bone" if row.proposes else "s-waiting bone")
    for at, name, mean in known:
        sheet.mark(_x(mean, edges), y, SHAPES[at % 5], 7, f"f-{TONES[at % 5]} edged", f"{row.text}\n{name}: {number(mean, say.language, 1)}")
    sheet.words(sheet.width, y + 5, row.gap_words, "bold", "end")


def _scale(say: Words, sheet: Sheet, edges: tuple[float, float], y: float) -> None:
    for mean in range(1, 6):
        sheet.words(_x(mean, edges), y, number(mean, say.language), "faint tiny", "middle")
    if not sheet.narrow:
        sheet.words(sheet.width, y, say("gap"), "faint tiny", "end")


def _sign(sheet: Sheet, at: int, x: float, y: float) -> None:
    sheet.mark(x + 12, y - 4, SHAPES[at % 5], 7, f"f-{TONES[at % 5]}")
