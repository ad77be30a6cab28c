"""What changed in the register, one plain sentence per change."""

from collections.abc import Iterator

from integration.i18n.formats import day
from integration.i18n.labels import risk_kind_name
from integration.i18n.words import Words
from integration.measures.exposure import exposure
from integration.model.record import Record
from integration.model.register import Action, Decision, Entry, Issue, Risk
from integration.views.kit.reader import Reader


def entry_sentences(reader: Reader, before: Record | None, after: Entry) -> Iterator[str]:
    """The sentences about one entry; what was only worded otherwise is told as changed."""
    say, subject = reader.say, f"{_kind(reader.say, after)} ‘{after.title.reading(reader.language)}’"
    if after.removed:
        yield say("{subject} was taken out of the register.", subject=subject)
    elif before is None and not (isinstance(after, Decision) and after.decided_on):
        yield say("{subject} was added.", subject=subject)
    else:
        sentences = [*_sentences(reader, before, after, subject)]
        yield from sentences or [say("{subject} was changed.", subject=subject)]


def _kind(say: Words, entry: Entry) -> str:
    if isinstance(entry, Risk):
        return risk_kind_name(say, entry.kind)
    return {Issue: say("Issue"), Action: say("Action"), Decision: say("Decision")}[type(entry)]


def _sentences(reader: Reader, before: Record | None, after: Entry, subject: str) -> Iterator[str]:
    say = reader.say
    if isinstance(after, Decision) and after.decided_on and getattr(before, "decided_on", None) != after.decided_on:
        # A link may leave out the words of a decision.
        words = str(after.decision.reading(reader.language)) if after.decision else ""
        yield say("{subject} was decided: {decision}", subject=subject, decision=words) if words else say("{subject} was decided.", subject=subject)
    if isinstance(after, Action) and after.done_on and getattr(before, "done_on", None) != after.done_on:
        yield say("{subject} was done on {day}.", subject=subject, day=day(after.done_on, reader.language))
    if isinstance(after, Risk | Issue) and isinstance(before, Risk | Issue) and before.state != after.state:
        yield say("{subject} was closed.", subject=subject) if after.state == "closed" else say("{subject} was opened again.", subject=subject)
    if isinstance(after, Risk) and isinstance(before, Risk):
        old, new = exposure(before.probability, before.impact), exposure(after.probability, after.impact)
        if old != new:
            yield say("{subject}: exposure went from {old} to {new}.", subject=subject, old=old, new=new)
    old_due, new_due = (getattr(one, "due_on", None) or getattr(one, "needed_by", None) for one in (before, after))
    if old_due != new_due and new_due and before is not None:
        yield say("{subject} is due on {day}.", subject=subject, day=day(new_due, reader.language))
