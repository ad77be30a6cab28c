"""Check-ins as a reader sees them."""

from dataclasses import dataclass

from integration.days import day_of, days_between
from integration.i18n.formats import ago, day
from integration.i18n.labels import colour_letter, colour_name, group_name
from integration.model.plan.check_in import CheckIn
from integration.views.kit.reader import Reader


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """One report: the colour as letter and word, how sure, and the three lines."""

    domain: str
    colour: str
    letter: str
    colour_words: str
    confidence: str
    lines: tuple[tuple[str, str], ...]
    when: str
    ago: str
    who: str
    corrected: bool
    href: str = ""


def check_in_row(reader: Reader, check_in: CheckIn, people: dict[str, str]) -> CheckInRow:
    """The report as shown on cards and lists."""
    say = reader.say
    texts = ((say("Done"), check_in.done), (say("Stuck"), check_in.stuck), (say("Need"), check_in.need))
    recorded = check_in.recorded_at or reader.now
    return CheckInRow(
        domain=group_name(say, check_in.domain),
        colour=check_in.colour,
        letter=colour_letter(say, check_in.colour),
        colour_words=colour_name(say, check_in.colour),
        confidence=say("confidence {n} of 10", n=check_in.confidence) if check_in.confidence else "",
        lines=tuple((label, str(text.reading(reader.language))) for label, text in texts if text),
        when=day(day_of(recorded), reader.language),
        ago=ago(days_between(recorded, reader.now), reader.language),
        who=people.get(check_in.recorded_by, ""),
        corrected=bool(check_in.corrects),
    )
