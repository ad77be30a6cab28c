"""The history of one thing: who changed what, when, from what to what, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import Formatter

from integration.i18n.formats import moment
from integration.model.kinds import KIND_OF
from integration.model.record import Record
from integration.model.text import Text
from integration.views.changes.difference import Difference, changed_fields, differences, field_words, filled_fields
from integration.views.kit.reader import Reader


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One version: who, when, the fields that changed (old and new words), the reason where one was given, and who agreed to it when."""

    who: str
    when: str
    what: str
    fields: tuple[Difference, ...]
    reason: str
    version: int
    agreed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Everything that happened to one thing, newest first."""

    title: str
    entries: tuple[HistoryEntry, ...]


def history_name(record: Record) -> str:
    """How an address names a thing's history."""
    kind = KIND_OF[type(record)]
    return f"{kind.history}.{getattr(record, kind.part)}" if kind.history and kind.part else "partnership"


def history_view(reader: Reader, versions: Sequence[Record], known: Mapping[str, str], title: str = "") -> HistoryView:
    """The versions of one thing, or of a list of things, as entries; `known` gives names by id."""
    ordered = sorted(versions, key=lambda one: (one.id, one.version))
    entries: list[tuple[str, HistoryEntry]] = []
    for _, group in groupby(ordered, key=lambda one: one.id):
        before: Record | None = None
        for one in group:
            entries.append((str(one.recorded_at), _entry(reader, before, one, known)))
            before = one
    newest = sorted(entries, key=lambda pair: pair[0], reverse=True)
    return HistoryView(title or title_of(reader, ordered[-1]), tuple(entry for _, entry in newest))


def _entry(reader: Reader, before: Record | None, after: Record, people: Mapping[str, str]) -> HistoryEntry:
    say = reader.say
    if before is None:
        names = filled_fields(after)
        fields = differences(reader, (after,), names, people)
    else:
        fields = differences(reader, (before, after), changed_fields(before, after), people)
    note = getattr(after, "note", Text())
    reason = "" if before is None or note == getattr(before, "note", Text()) else str(note.reading(reader.language))
    what = say("Removed") if after.removed else say("Recorded") if before is None else say("Changed")
    who = people.get(after.recorded_by) or say("Local administrator")
    return HistoryEntry(who, moment(after.recorded_at, reader.language) if after.recorded_at else "–", what, tuple(fields), reason, after.version)


def title_of(reader: Reader, one: Record) -> str:
    """What a thing is called above its history."""
    sentence = KIND_OF[type(one)].title
    if sentence:
        return reader.say(sentence, **{name: _in_sentence(reader, name, getattr(one, name)) for _, name, _, _ in Formatter().parse(sentence) if name})
    named = getattr(one, "name", None) or getattr(one, "title", None)
    return str(named.reading(reader.language) if isinstance(named, Text) else named or "")


def _in_sentence(reader: Reader, name: str, value: object) -> str:
    if isinstance(value, Text):
        return str(value.reading(reader.language))
    words = field_words(reader, name, value, {})
    return words.lower() if name == "new_phase" else words
