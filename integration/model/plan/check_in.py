"""Check-ins: what a lead reports of a domain; never changed, a correction is a new one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from integration.errors import Problem
from integration.model.domain import Domain
from integration.model.record import Record
from integration.model.text import TEXT_LIMIT, Text

Colour = Literal["green", "amber", "red"]
COLOURS: tuple[Colour, ...] = ("green", "amber", "red")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """The lead's colour for one domain with three lines (done, stuck, need) and how sure the lead is, 1–10."""

    partnership_id: str
    domain: Domain
    colour: Colour
    confidence: int
    done: Text = Text()
    stuck: Text = Text()
    need: Text = Text()
    corrects: str = ""


def in_force(reports: Iterable[CheckIn]) -> list[CheckIn]:
    """The reports that no other of them corrects."""
    known = [*reports]
    corrected = {one.corrects for one in known}
    return [one for one in known if one.id not in corrected]


def check_in_problems(check_in: CheckIn) -> list[Problem]:
    """Every rule this check-in breaks."""
    problems = []
    if check_in.colour not in COLOURS:
        problems.append(Problem("colour", "Choose green, amber or red."))
    if not 1 <= check_in.confidence <= 10:
        problems.append(Problem("confidence", "Choose a confidence from 1 to 10."))
    for name in ("done", "stuck", "need"):
        text: Text = getattr(check_in, name)
        if max(len(text.nl), len(text.en)) > TEXT_LIMIT:
            problems.append(Problem(name, "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT))
    return [problem.about(check_in.domain) for problem in problems]
