"""The master of slides: our own, or that of a template; where on it words may stand, and which of its layouts is for what."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from integration import palette
from integration.reports.look import Look

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
WIDER = 4 / 3
COLOURS = {"dk2": palette.INK, "accent1": palette.ACCENT, "accent2": palette.PLANNED, "accent3": palette.DELIVERED, "accent4": palette.FORECAST}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def across(self, *shares: float, gap: int = Inches(0.2)) -> Iterator["Box"]:
        """Boxes beside each other by these shares."""
        room, at = self.width - gap * (len(shares) - 1), self.left
        for share in shares:
            width = int(room * share / sum(shares))
            yield Box(at, self.top, width, self.height)
            at += width + gap

    def down(self, *shares: float, gap: int = Inches(0.15)) -> Iterator["Box"]:
        """Boxes below each other by these shares."""
        room, at = self.height - gap * (len(shares) - 1), self.top
        for share in shares:
            height = int(room * share / sum(shares))
            yield Box(self.left, at, self.width, height)
            at += height + gap


def presentation(look: Look) -> Any:
    """An empty presentation in this look."""
    return emptied(Presentation(io.BytesIO(look.template))) if look.template else _own()


def emptied(made: Any) -> Any:
    """A presentation without its slides, and without what names them: sections and shows."""
    listed = made.slides._sldIdLst
    for one in [*listed]:
        made.part.drop_rel(one.get(qn("r:id")))
        listed.remove(one)
    for name in ("p:custShowLst", "p:extLst"):
        for found in made.part._element.findall(qn(name)):
            made.part._element.remove(found)
    return made


def accent_of(made: Any) -> str:
    """The first accent of a presentation's theme; empty where it is told otherwise than as a colour."""
    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode("utf-8", "replace")
    found = re.search(r'<a:accent1>\s*<a:srgbClr val="([0-9A-Fa-f]{6})"', theme)
    return f"#{found[1].lower()}" if found else ""


def titled_layout(made: Any) -> Any | None:
    """The layout for a title and whatever comes below it: *Title Only*, else the one with the fewest other places; None where none has a title."""
    layouts = [one for one in made.slide_layouts if any(_is(each, *TITLES) for each in one.placeholders)]
    ordered = sorted(layouts, key=lambda one: (one._element.get("type") != "titleOnly", _is_title_slide(one), len(one.placeholders)))
    return next(iter(ordered), None)


def _is_title_slide(layout: Any) -> bool:
    return layout._element.get("type") in ("title", "secHead", "vertTitleAndTx")


def _is(placeholder: Any, *kinds: Any) -> bool:
    return placeholder.placeholder_format.type in kinds


def title_box(made: Any, layout: Any) -> Box:
    """Where the title stands: as the layout has it, or at the top where that leaves no room below it."""
    title = next(one for one in layout.placeholders if _is(one, *TITLES))
    found = Box(*(int(one or 0) for one in (title.left, title.top, title.width, title.height)))
    wide, high = made.slide_width, made.slide_height
    if found.top + found.height <= 0.3 * high and found.width >= 0.6 * wide and found.height >= 0.08 * high:
        return found
    return Box(int(0.045 * wide), int(0.05 * high), int(0.91 * wide), int(0.14 * high))


def body_box(made: Any, layout: Any) -> Box:
    """The room below the title and above the feet."""
    title, high = title_box(made, layout), made.slide_height
    feet = [int(one.top) for one in layout.placeholders if _is(one, *FEET) and one.top and one.top > 0.8 * high]
    top = title.top + title.height + int(0.015 * high)
    return Box(title.left, top, title.width, min([*feet, int(0.93 * high)]) - int(0.01 * high) - top)


def feet_of(layout: Any) -> dict[Any, Any]:
    """The places of a layout for a line at the foot and for the number."""
    return {one.placeholder_format.type: one for one in layout.placeholders if _is(one, *FEET)}


def _own() -> Any:
    made = Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    master = made.slide_master
    for one in [*master.shapes, *(shape for layout in made.slide_layouts for shape in layout.shapes)]:
        if one._element.spPr.find(qn("a:xfrm")) is not None:
            one.left, one.width = Emu(int(one.left * WIDER)), Emu(int(one.width * WIDER))
    places = {"TITLE": (0.6, 0.3, 12.13, 1.0), "FOOTER": (0.6, 6.98, 10.6, 0.4), "SLIDE_NUMBER": (11.53, 6.98, 1.2, 0.4)}
    for one in master.placeholders:
        if place := places.get(one.placeholder_format.type.name):
            one.left, one.top, one.width, one.height = map(Inches, place)
            if one.placeholder_format.type.name == "FOOTER":
                one._element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr")).set("algn", "l")
    _styled(master)
    return made


def _styled(master: Any) -> None:
    head = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    head.set("algn", "l")
    letters = head.find(qn("a:defRPr"))
    letters.set("sz", str(Pt(28).centipoints))
    letters.set("b", "1")
    letters.find(qn("a:solidFill"))[0].set("val", "accent1")
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    words = theme.blob.decode("utf-8")
    for name, tone in COLOURS.items():
        words = re.sub(rf"(<a:{name}>)<a:srgbClr val=\"\w+\"/>", rf'\g<1><a:srgbClr val="{tone.removeprefix("#")}"/>', words)
    theme._blob = words.encode()
