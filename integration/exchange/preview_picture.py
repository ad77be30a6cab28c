"""The picture that chat programs show of a shared link: a title, a sentence and a bar per domain."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from integration.palette import ACCENT, INK, MUTED, PAPER, TRACK

SIZE = (1200, 630)
EDGE = 72


@dataclass(frozen=True, slots=True)
class Bar:
    """A domain, its share of 0–100 or None, and that share as pages write it."""

    name: str
    share: float | None
    words: str


def draw(title: str, summary: str, bars: Sequence[Bar]) -> bytes:
    """A PNG of 1200 × 630 pixels; a bar without a number stays empty."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.text((EDGE, 52), "Ineen", ACCENT, ImageFont.load_default(38))
    top = _lines(pen, title, 58, 120, INK, 2)
    top = _lines(pen, summary, 32, top + 12, MUTED, 2)
    height = min(78, (SIZE[1] - top - 60) // max(len(bars), 1))
    for at, bar in enumerate(bars):
        _bar(pen, top + 28 + at * height, bar)
    stored = io.BytesIO()
    image.save(stored, "PNG")
    return stored.getvalue()


def _lines(pen: ImageDraw.ImageDraw, words: str, size: int, top: int, ink: str, most: int) -> int:
    font, lines, line = ImageFont.load_default(size), [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and pen.textlength(longer, font) > SIZE[0] - 2 * EDGE:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    for number, line in enumerate(lines[:most]):
        pen.text((EDGE, top + number * size * 1.25), line, ink, font)
    return int(top + min(len(lines), most) * size * 1.25)


def _bar(pen: ImageDraw.ImageDraw, top: int, bar: Bar) -> None:
    font, left, right = ImageFont.load_default(30), 380, SIZE[0] - EDGE - 110
    pen.text((EDGE, top), bar.name, INK, font)
    pen.rounded_rectangle((left, top + 4, right, top + 32), 8, TRACK)
    if bar.share:
        pen.rounded_rectangle((left, top + 4, left + max((right - left) * bar.share / 100, 8), top + 32), 8, ACCENT)
    pen.text((right + 22, top), bar.words, INK, font)
