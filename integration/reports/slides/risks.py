"""The slide of risks: a matrix of probability and impact, native as a table, beside the gravest of them."""

from typing import Any

from pptx.util import Emu

from integration import palette
from integration.i18n.unbroken import NO_BREAK
from integration.i18n.words import Words
from integration.measures.exposure import exposure
from integration.reports.freeze.snapshot import PartnershipSnapshot, RiskPart
from integration.reports.render import findings
from integration.reports.render.tones import exposure_tone
from integration.reports.slides.deck import Deck
from integration.reports.slides.master import Box
from integration.reports.slides.room import LEAST, longest_word
from integration.reports.slides.shapes import EDGE, Grid, colour, described, table, written

STEPS = 5


def risk_slide(deck: Deck, part: PartnershipSnapshot) -> None:
    """Numbers in the matrix are those of the table."""
    say = deck.say
    notes = "\n".join(f"{at}. {one.title}: {one.response}" for at, one in enumerate(part.risks, start=1))
    slide, box = deck.slide(findings.risks(say, part), part.name, notes)
    left, right = box.across(0.36, 0.64)
    _matrix(slide, say, left, part.risks)
    rows = [[str(at), _named(one), _after(one), _held(one)] for at, one in enumerate(part.risks, start=1)]
    heads = ["#", say("Risk or opportunity"), say("Now → after"), say("Response, owner")]
    tones = [exposure_tone(one.before, one.kind == "opportunity") for one in part.risks]
    table(slide, say, right, Grid(say("Risks and opportunities"), heads, rows, tones))


def _named(one: RiskPart) -> str:
    return one.title if one.kind == "risk" else f"{one.kind_name}: {one.title}"


def _after(one: RiskPart) -> str:
    told = f"{one.probability} × {one.impact} = {one.before}\n{one.probability_after} × {one.impact_after} = {one.after}"
    return told.replace(" ", NO_BREAK)


def _held(one: RiskPart) -> str:
    return " – ".join(filter(None, (one.response, one.owner or one.partner)))


def _matrix(slide: Any, say: Words, box: Box, risks: tuple[RiskPart, ...]) -> None:
    frame = slide.shapes.add_table(STEPS + 1, STEPS + 1, box.left, box.top, box.width, box.height)
    described(frame, say("Risk matrix"), "; ".join(f"{at}. {one.title}: {one.probability} × {one.impact}" for at, one in enumerate(risks, start=1)))
    made = frame.table
    made.first_row = made.horz_banding = False
    corner = int(max(1.02 * longest_word(_corner(say), LEAST) + 2 * EDGE, box.width * 0.2))
    for at in range(STEPS + 1):
        made.columns[at].width = Emu(corner if at == 0 else (box.width - corner) // STEPS)
        made.rows[at].height = Emu(box.height // (STEPS + 1))
    for down in range(STEPS + 1):
        for at in range(STEPS + 1):
            _filled(made.cell(down, at), say, STEPS - down, at, risks)


def _corner(say: Words) -> str:
    return f"{say('Probability')}{NO_BREAK}↑\n{say('Impact')}{NO_BREAK}→"


def _filled(cell: Any, say: Words, probability: int, impact: int, risks: tuple[RiskPart, ...]) -> None:
    cell.fill.solid()
    if impact and probability:
        here = [str(at) for at, one in enumerate(risks, start=1) if (one.probability, one.impact) == (probability, impact)]
        cell.fill.fore_color.rgb = colour(palette.PALE[exposure_tone(exposure(probability, impact))])
        written(cell, " ".join(here), LEAST + 4, bold=True)
        return
    cell.fill.fore_color.rgb = colour(palette.WHITE)
    written(cell, str(probability) if probability else str(impact) if impact else _corner(say), LEAST, bold=False)
