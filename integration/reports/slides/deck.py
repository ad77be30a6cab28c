"""A deck: the slides that are being made, each with a title that tells what was found, its feet, and notes for who speaks."""

import copy
import io
from dataclasses import dataclass, field
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu, Pt

from integration.days import day_of
from integration.i18n.formats import day
from integration.i18n.unbroken import unbroken
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import Snapshot
from integration.reports.look import Look
from integration.reports.render.safe_text import typed
from integration.reports.slides.master import FEET, Box, body_box, feet_of, presentation, title_box, titled_layout
from integration.reports.slides.room import LEAST, fitting, shortened

MOST, NOTES = 30, 6_000


@dataclass(slots=True)
class Deck:
    """A presentation in a look, of a snapshot."""

    say: Words
    snapshot: Snapshot
    look: Look
    made: Any = field(init=False)
    layout: Any = field(init=False)

    def __post_init__(self) -> None:
        self.made = presentation(self.look)
        self.layout = titled_layout(self.made)

    def slide(self, title: str, about: str, notes: str = "") -> tuple[Any, Box]:
        """A new slide and the room on it; `about` stands at its foot."""
        slide = self.made.slides.add_slide(self.layout)
        for one in [*slide.placeholders]:
            if one != slide.shapes.title:
                one._element.getparent().remove(one._element)
        place = self._logo(slide, title_box(self.made, self.layout))
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = place.left, place.top, place.width, place.height
        self._titled(shape, place, typed(title))
        self._feet(slide, about)
        if notes:
            slide.notes_slide.notes_text_frame.text = typed(notes)[:NOTES]
        return slide, body_box(self.made, self.layout)

    def _titled(self, shape: Any, place: Box, title: str) -> None:
        room, high = int(place.width * 0.96), int(place.height * 0.92)
        size = fitting([title], room, high, MOST, 0, 20)
        shape.text_frame.word_wrap = True
        shape.text_frame.text = unbroken(shortened(title, size, room, high))
        shape.text_frame.paragraphs[0].font.size = Pt(size)

    def _feet(self, slide: Any, about: str) -> None:
        places, number = feet_of(self.layout), len(self.made.slides)
        words = {FEET[0]: typed(f"{about} · {self.say('Steering pack')} · {day(day_of(self.snapshot.moment), self.say.language)}"), FEET[1]: str(number)}
        for kind, told in words.items():
            if kind not in places:
                continue
            element = copy.deepcopy(places[kind]._element)
            slide.shapes._spTree.append(element)
            foot = slide.shapes[-1]
            room = int(places[kind].width or 0)
            foot.text_frame.text = shortened(told, LEAST, room * 0.94, LEAST * 12_700 * 1.3) if kind == PP_PLACEHOLDER.FOOTER else told
            for paragraph in foot.text_frame.paragraphs:
                paragraph.font.size = Pt(LEAST)

    def _logo(self, slide: Any, place: Box) -> Box:
        if not self.look.logo:
            return place
        shown = slide.shapes.add_picture(io.BytesIO(self.look.logo), 0, 0)
        shape = min(int(place.height * 0.8) / shown.height, int(place.width * 0.2) / shown.width)
        width, height = int(shown.width * shape), int(shown.height * shape)
        shown.left, shown.top, shown.width, shown.height = place.left + place.width - width, place.top + (place.height - height) // 2, width, height
        shown.name = "logo"
        shown._element.nvPicPr.cNvPr.set("descr", self.say("Logo"))
        return Box(place.left, place.top, place.width - width - Emu(150_000), place.height)
