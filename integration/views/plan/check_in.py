"""Check-ins as a reader sees them, and as they are typed: what was reported last, what would be, and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from integration.days import day_of, days_between
from integration.i18n.formats import ago, day
from integration.i18n.labels import colour_letter, colour_name, group_name
from integration.model.plan.check_in import COLOURS, CheckIn, check_in_problems
from integration.model.text import Text
from integration.views.kit.reader import Reader

LINES = ("done", "stuck", "need")
REPORT = ("colour", "confidence", *LINES, "corrects")
UNSAID, FRESH = 7, 6


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
    id: str = ""
    comments: str = ""
    struck: str = ""


def check_in_row(reader: Reader, check_in: CheckIn, people: dict[str, str], correction: CheckIn | None = None) -> CheckInRow:
    """The report as shown on cards and lists; one that another corrects is `struck`, in words that say when."""
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
        struck=say("corrected on {day}", day=day(day_of(correction.recorded_at), reader.language)) if correction and correction.recorded_at else "",
        id=check_in.id,
    )


@dataclass(frozen=True, slots=True)
class TypedReport:
    """What was typed of a domain: the report it makes, or what is said at each field that is not right yet."""

    report: CheckIn | None
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LastReport:
    """The last report of a domain as the next begins with it: what stands beside the fields, and what they hold where nothing changed."""

    domain: str
    name: str
    row: CheckInRow | None
    fresh: bool
    same: Mapping[str, str]
    said: Mapping[str, str] = field(default_factory=dict)


def last_report(reader: Reader, domain: str, last: CheckIn | None, people: Mapping[str, str]) -> LastReport:
    """A domain's last report; what was done then is not done again, what was stuck or needed still is. A correction begins with all that was `said`."""
    name = group_name(reader.say, domain)
    if last is None:
        return LastReport(domain, name, None, False, {"colour": "", "confidence": str(UNSAID), "stuck": "", "need": ""})
    texts = {one: getattr(last, one).reading(reader.language).words for one in ("stuck", "need")}
    same = {"colour": last.colour, "confidence": str(last.confidence or UNSAID), **texts}
    said = {**same, "done": last.done.reading(reader.language).words}
    return LastReport(domain, name, check_in_row(reader, last, {**people}), is_fresh(reader, last), same, said)


def is_fresh(reader: Reader, last: CheckIn) -> bool:
    """Whether a report is of this week, so that another may correct it."""
    return last.recorded_at is not None and days_between(last.recorded_at, reader.now) < FRESH


def typed_report(reader: Reader, partnership_id: str, domain: str, cells: Mapping[str, str], last: CheckIn | None) -> TypedReport:
    """The report that was typed; without a colour it is none yet, and stays as it was typed."""
    if cells.get("colour") not in COLOURS:
        return TypedReport(None, {"colour": reader.say("Choose green, amber or red.")})
    sure, texts = cells.get("confidence", ""), {one: Text().saying(reader.language, cells.get(one, "").strip()) for one in LINES}
    wanted = CheckIn(
        partnership_id=partnership_id,
        domain=domain,  # type: ignore[arg-type]
        colour=cells["colour"],  # type: ignore[arg-type]
        confidence=int(sure) if sure.isdecimal() else 0,
        corrects=last.id if last and cells.get("corrects") and is_fresh(reader, last) else "",
        **texts,  # type: ignore[arg-type]
    )
    problems = check_in_problems(wanted)
    return TypedReport(None if problems else wanted, {one.field: reader.say.problem(one) for one in problems})
