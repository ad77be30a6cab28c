"""A school's own template and logo, looked over before they are set: each problem is one sentence that says what to do."""

import io
import logging
import zipfile
from collections.abc import Sequence
from typing import Any

from pptx.parts.image import Image

from integration.errors import Problem
from integration.reports.look import Look
from integration.reports.slides.master import accent_of, body_box, presentation, titled_layout

log = logging.getLogger("ineen")
MB = 1_000_000
MOST, UNPACKED, LOGO = 10, 200, 2
PIXELS = 6_000


def template_problems(name: str, data: bytes) -> list[Problem]:
    """Why this file cannot be the template of slides; none where it can."""
    if len(data) > MOST * MB:
        return [
            Problem("", "This template has {size} MB and may have {limit}. Make its pictures smaller and bring it again.", size=-(-len(data) // MB), limit=MOST)
        ]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries, kinds = packed.infolist(), packed.read("[Content_Types].xml")
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return [_no_presentation()]
    if name.lower().endswith((".pptm", ".potm", ".ppsm")) or _has_macros(entries, kinds):
        return [Problem("", "This template holds macros. Save it in PowerPoint as a presentation without macros (.pptx) and bring that.")]
    if sum(one.file_size for one in entries) > UNPACKED * MB:
        return [Problem("", "This template unpacks to more than {limit} MB. Make its pictures smaller and bring it again.", limit=UNPACKED)]
    return _tried(data)


def _has_macros(entries: Sequence[zipfile.ZipInfo], kinds: bytes) -> bool:
    return b"macroenabled" in kinds.lower() or any(one.filename.lower().endswith("vbaproject.bin") for one in entries)


def _no_presentation() -> Problem:
    return Problem("", "This is no PowerPoint presentation. Save the template in PowerPoint as .pptx and bring that.")


def _tried(data: bytes) -> list[Problem]:
    # What strangers put into a file fails in more ways than a list of errors could name.
    try:
        made = presentation(Look(template=data))
        layout = titled_layout(made)
        room = _has_room(made, layout) if layout is not None else False
        made.save(io.BytesIO())
    except Exception:
        log.exception("a template could not be read")
        return [_no_presentation()]
    if layout is None or not room:
        return [Problem("", "No layout of this template has a title with room below it. Add the layout Title Only to its master, and bring it again.")]
    return []


def _has_room(made: Any, layout: Any) -> bool:
    made.slides.add_slide(layout)
    box = body_box(made, layout)
    return bool(box.height > 0.4 * made.slide_height and box.width > 0.5 * made.slide_width)


def logo_problems(data: bytes) -> list[Problem]:
    """Why this file cannot be the logo; none where it can."""
    if len(data) > LOGO * MB:
        return [Problem("", "This logo has {size} MB and may have {limit}. Save it smaller and bring it again.", size=-(-len(data) // MB), limit=LOGO)]
    try:
        picture = Image.from_blob(data)
        fits = picture.ext in ("png", "jpg") and 0 < max(picture.size) <= PIXELS
    except Exception:
        log.exception("a logo could not be read")
        fits = False
    return [] if fits else [Problem("", "A logo is a PNG or JPEG picture of {limit} by {limit} pixels at most. Save it as one and bring that.", limit=PIXELS)]


def accent(data: bytes) -> str:
    """The first accent of a template's theme, where it can be read on white; else empty, and ours stays."""
    found = accent_of(presentation(Look(template=data)))
    return found if found and _on_white(found) >= 4.5 else ""


def _on_white(tone: str) -> float:
    """The contrast of a colour with white, as WCAG counts it."""
    parts = [int(tone[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
