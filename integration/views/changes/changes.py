"""What changed, one plain sentence per change: a template per kind of change, no text generator."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from integration.i18n.formats import day, moment
from integration.i18n.labels import colour_name, credit_name, group_name, level_name, phase_name
from integration.i18n.words import Words
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.views.changes.difference import changed_fields, differences
from integration.views.changes.foundation_changes import foundation_sentences
from integration.views.changes.register_changes import entry_sentences
from integration.views.kit.reader import Reader

IN_SENTENCES = {"cancelled", "credit", "due_on", "forecast_on", "done_on", "owner_id", "note", "proof"}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One sentence about one change, with who and when."""

    sentence: str
    who: str
    when: str


def change_lines(reader: Reader, pairs: Sequence[tuple[Record | None, Record]], people: dict[str, str], most: int = 30) -> list[ChangeLine]:
    """The sentences of (before, after) pairs in their order; check-ins stand elsewhere, a first plan is one line."""
    lines: list[ChangeLine] = []
    begun = [after for before, after in pairs if before is None and isinstance(after, Milestone)]
    for before, after in pairs:
        if len(lines) >= most:
            break
        many = len(begun) > 5 and before is None and isinstance(after, Milestone)
        if after.recorded_at is None or (many and after is not begun[0]):
            continue
        sentences = [reader.say.plural("{n} milestone was planned.", "{n} milestones were planned.", len(begun))] if many else _sentences(reader, before, after)
        who = people.get(after.recorded_by) or reader.say("Local administrator")
        lines += [ChangeLine(sentence, who, moment(after.recorded_at, reader.language)) for sentence in sentences]
    return lines[:most]


def _sentences(reader: Reader, before: Record | None, after: Record) -> Iterator[str]:
    if after.removed and isinstance(after, Milestone | Depth | Baseline):
        yield reader.say("{subject} was taken out.", subject=_subject(reader, after))
    elif isinstance(after, Milestone):
        yield from _milestone(reader, before, after)
    elif isinstance(after, Depth):
        yield from _depth(reader, before, after)
    elif isinstance(after, Partnership):
        yield from _partnership(reader, before, after)
    elif isinstance(after, CheckIn) and isinstance(before, CheckIn):
        yield from _report(reader, before, after)
    elif isinstance(after, Risk | Issue | Action | Decision):
        yield from entry_sentences(reader, before, after)
    elif isinstance(after, Baseline):
        say, words = reader.say, {"name": str(after.name.reading(reader.language)), "reason": str(after.reason.reading(reader.language))}
        yield say("A new baseline was set: ‘{name}’; reason: {reason}", **words) if after.reason else say("A baseline was set: ‘{name}’.", name=words["name"])
    elif not isinstance(after, CheckIn):
        yield from foundation_sentences(reader, before, after)


def _subject(reader: Reader, one: Milestone | Depth | Baseline) -> str:
    if isinstance(one, Milestone):
        return f"{group_name(reader.say, one.domain)}: ‘{one.title.reading(reader.language)}’"
    if isinstance(one, Depth):
        return reader.say("Depth of {domain}", domain=group_name(reader.say, one.domain))
    return f"‘{one.name.reading(reader.language)}’"


def _milestone(reader: Reader, before: Record | None, after: Milestone) -> Iterator[str]:
    say, subject = reader.say, _subject(reader, after)
    if not isinstance(before, Milestone):
        yield say("{subject} was added.", subject=subject)
        return
    if after.cancelled != before.cancelled:
        yield say("{subject} was cancelled.", subject=subject) if after.cancelled else say("{subject} was restored.", subject=subject)
    if after.credit != before.credit:
        yield say(
            "{subject} went from {old} to {new}.", subject=subject, old=credit_name(say, before.credit).lower(), new=credit_name(say, after.credit).lower()
        )
    moves = list(_moves(reader, before, after))
    note = str(after.note.reading(reader.language)) if after.note != before.note else ""
    for old, new, sentence in moves:
        moved = sentence.format(subject=subject, days=say.days(abs((new - old).days)), day=day(new, reader.language))
        yield say("{sentence}; reason: {note}", sentence=moved.rstrip("."), note=note) if note else moved
    ahead = after.done_on is not None and after.done_on > reader.today
    if after.done_on != before.done_on and after.done_on:
        words = {"subject": subject, "day": day(after.done_on, reader.language)}
        yield say("{subject}: the done date became {day}, which is still to come.", **words) if ahead else say("{subject} was done on {day}.", **words)
    if after.owner_id != before.owner_id:
        yield say("{subject} has another owner.", subject=subject) if after.owner_id else say("{subject} has no owner now.", subject=subject)
    if after.note != before.note and not (moves and note):
        yield say("{subject}: note “{note}”", subject=subject, note=note) if note else say("{subject}: the note was taken out.", subject=subject)
    if after.proof != before.proof and after.credit == before.credit:
        yield say("{subject}: proof “{proof}”", subject=subject, proof=str(after.proof.reading(reader.language)) or "–")
    yield from _rest(reader, before, after, subject, IN_SENTENCES)


def _rest(reader: Reader, before: Record, after: Record, subject: str, covered: Set[str]) -> Iterator[str]:
    names = [name for name in changed_fields(before, after) if name not in covered]
    for one in differences(reader, (before, after), names, {}):
        old, new = one.words
        same = old == new or one.field.endswith("_id") or one.field == "partners"
        yield (
            reader.say("{subject}: {field} was changed.", subject=subject, field=one.label.lower())
            if same
            else reader.say("{subject}: {field} became {new} (was {old}).", subject=subject, field=one.label.lower(), new=new, old=old)
        )


def _moves(reader: Reader, before: Milestone, after: Milestone) -> Iterator[tuple[date, date, str]]:
    """The day that moved, the due one or else the expected one: from when, to when, and the sentence that says so."""
    if before.due_on != after.due_on:
        old, new, kind = before.due_on, after.due_on, "due"
    else:
        old, new, kind = before.forecast_on or before.due_on, None if after.done else after.forecast_on or after.due_on, "expected"
    if old and new and old != new:
        yield old, new, _move(reader.say, kind, new > old, new < reader.today)


def _move(say: Words, kind: str, later: bool, over: bool) -> str:
    # Of a day that is over nothing is due or expected any more.
    sentences = {
        ("due", True, False): say("{subject} is due {days} later, on {day}."),
        ("due", False, False): say("{subject} is due {days} earlier, on {day}."),
        ("due", True, True): say("{subject} was due {days} later, on {day}."),
        ("due", False, True): say("{subject} was due {days} earlier, on {day}."),
        ("expected", True, False): say("{subject} is expected {days} later, on {day}."),
        ("expected", False, False): say("{subject} is expected {days} earlier, on {day}."),
        ("expected", True, True): say("{subject} was expected {days} later, on {day}."),
        ("expected", False, True): say("{subject} was expected {days} earlier, on {day}."),
    }
    return sentences[kind, later, over]


def _depth(reader: Reader, before: Record | None, after: Depth) -> Iterator[str]:
    say, name = reader.say, group_name(reader.say, after.domain)
    if not isinstance(before, Depth):
        yield say("{domain}: the depth was chosen, target {target}.", domain=name, target=f"{after.target} ({level_name(say, after.target).lower()})")
        return
    if after.current != before.current:
        yield say(
            "{domain}: depth went from {old} to {new} ({name}).",
            domain=name,
            old=before.current,
            new=after.current,
            name=level_name(say, after.current).lower(),
        )
    if after.target != before.target:
        yield say("{domain}: the target depth became {new} (was {old}).", domain=name, old=before.target, new=after.target)
    yield from _rest(reader, before, after, name, {"current", "target"})


def _report(reader: Reader, before: CheckIn, after: CheckIn) -> Iterator[str]:
    say, name = reader.say, group_name(reader.say, after.domain)
    if after.colour != before.colour:
        words = {"old": colour_name(say, before.colour).lower(), "new": colour_name(say, after.colour).lower()}
        yield say("{domain}: reported {new} (was {old}).", domain=name, **words)
    if after.confidence != before.confidence:
        yield say("{domain}: confidence went from {old} to {new} of 10.", domain=name, old=before.confidence, new=after.confidence)


def _partnership(reader: Reader, before: Record | None, after: Partnership) -> Iterator[str]:
    say = reader.say
    if not isinstance(before, Partnership):
        yield say("The partnership began to be followed.")
        return
    if after.phase != before.phase:
        yield say("The phase became {phase}.", phase=phase_name(say, after.phase).lower())
    if after.next_meeting_on != before.next_meeting_on:
        meeting = day(after.next_meeting_on, reader.language)
        yield say("The next steering meeting is on {day}.", day=meeting) if after.next_meeting_on else say("No next steering meeting is planned any more.")
    if after.lead_id != before.lead_id:
        yield say("The partnership has another lead.")
    yield from _rest(reader, before, after, say("The partnership"), {"phase", "next_meeting_on", "lead_id"})
