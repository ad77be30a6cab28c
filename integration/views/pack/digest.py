"""The digest in words: what changed since last week, what is theirs to do, and what to decide, per partnership; also as plain text for a mail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.model.change import Change
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision
from integration.model.text import visible
from integration.views.changes.changes import change_lines
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.plan.milestone import due_words, forecast_words

SOON, MOST, NEWS = timedelta(days=14), 8, 4
# So many sentences of a week are read to count what is not told.
EVERY = 1000


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DigestPart:
    """One partnership of a digest: how its plan stands, and what is told of it."""

    name: str
    pair: str
    href: str
    groups: tuple[Group, ...]
    papers_href: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person reads of a week."""

    title: str
    since: str
    parts: tuple[DigestPart, ...]
    nothing: str

    @property
    def text(self) -> str:
        """The whole as plain text, with every sign that nobody sees named."""
        return visible("\n\n".join([self.since, *map(_text, self.parts)] if self.parts else [self.since, self.nothing]) + "\n")


def _text(part: DigestPart) -> str:
    groups = ("\n".join([f"{group.title}:", *(f"- {line}" for line in group.lines)]) for group in part.groups)
    return "\n".join([part.name, "=" * min(len(part.name), 60), *filter(None, [part.pair]), *groups])


def digest_view(reader: Reader, name: str, since: date, parts: Sequence[DigestPart]) -> Digest:
    """The digest of one person; partnerships without news are left out."""
    say = reader.say
    return Digest(
        say("Since last week: {name}", name=name),
        say("What changed from {first} to {last}, and what comes next.", first=day(since, reader.language), last=day(reader.today, reader.language)),
        tuple(part for part in parts if part.groups),
        say("Nothing changed in your partnerships, and nothing is due."),
    )


def digest_part(
    reader: Reader,
    place: tuple[str, str],
    changes: Sequence[Change],
    milestones: Sequence[Milestone],
    actions: Sequence[Action],
    people: Mapping[str, str],
    pair: str,
    committee: Sequence[Group] = (),
) -> DigestPart:
    """One partnership (its code and name): the `pair` of its plan, what concerns its committee, its weightiest changes, and what of the person's own is due."""
    say, (code, name) = reader.say, place
    own_work = (*_milestones(reader, milestones), *_actions(reader, actions))
    told = [(one.before, one.after) for one in changes if not (committee and isinstance(one.after, Decision) and one.after.decided_on)]
    changed = tuple(f"{line.sentence} ({line.who})" for line in change_lines(reader, told, dict(people), EVERY))
    groups = (
        *committee,
        Group(say("Changed"), _first(say, changed, NEWS if committee and not own_work else MOST)),
        Group(say("Yours to do"), _first(say, own_work, MOST)),
    )
    return DigestPart(
        name,
        pair,
        address(reader, "partnership", p=code, since=(reader.today - timedelta(days=7)).isoformat()),
        tuple(one for one in groups if one.lines),
        address(reader, "pack", p=code) if committee else "",
    )


def _first(say: Words, lines: Sequence[str], most: int) -> tuple[str, ...]:
    """The first so many lines, and how many more there are."""
    rest = len(lines) - most
    return (*lines[:most], *((say.plural("{n} more", "{n} more", rest),) if rest > 0 else ()))


def committee_groups(reader: Reader, meeting: date | None, decisions: Sequence[Decision], turned: Sequence[str], since: date) -> tuple[Group, ...]:
    """What concerns a committee: the colours that turned, what was decided since, and what waits for it."""
    say = reader.say
    decided = sorted((one for one in decisions if one.decided_on and one.decided_on >= since and not one.removed), key=lambda one: (one.decided_on, one.id))
    words = [f"{one.title.reading(reader.language)}: {one.decision.reading(reader.language)}".removesuffix(": ") for one in reversed(decided)]
    return (
        Group(say("Colours that turned"), _first(say, turned, NEWS)),
        Group(say("Decided"), _first(say, words, NEWS)),
        Group(say("For the steering committee"), committee_lines(reader, meeting, decisions)),
    )


def committee_lines(reader: Reader, meeting: date | None, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The decisions that wait, the one that is needed first on top, and the next meeting where one is planned."""
    say = reader.say
    waiting = sorted((one for one in decisions if one.decided_on is None and not one.removed), key=lambda one: (one.needed_by or date.max, one.id))
    titles = ((str(one.title.reading(reader.language)), one.needed_by) for one in waiting)
    lines = [title + (f" – {say('needed by {day}', day=day(needed, reader.language))}" if needed else "") for title, needed in titles]
    coming = [say("Next meeting: {day}.", day=day(meeting, reader.language))] if meeting and meeting >= reader.today else []
    return (*_first(say, lines, NEWS), *coming)


def _milestones(reader: Reader, milestones: Sequence[Milestone]) -> Iterator[str]:
    """What is late, the longest first, and what is promised or due soon; an expected day that has passed says so."""
    near = reader.today + SOON
    wanted = [(one.expected(reader.today) or date.max, one) for one in milestones]
    late = [one for _, one in wanted if one.days_late(reader.today)]
    soon = [(when, one) for when, one in wanted if not one.days_late(reader.today) and min(when, one.due_on or when, one.promise or when) <= near]
    for one in sorted(late, key=lambda one: (-one.days_late(reader.today), one.code)):
        days = reader.say.plural("{n} day late", "{n} days late", one.days_late(reader.today))
        passed = forecast_words(reader, one) if one.forecast_passed(reader.today) else ""
        yield _line(reader, one, " · ".join(filter(None, (days, passed))))
    for _, one in sorted(soon, key=lambda pair: (pair[0], pair[1].code)):
        due = reader.say("due {day}", day=day(one.due_on, reader.language)) if one.promise == one.due_on else due_words(reader, one)
        yield _line(reader, one, " · ".join(filter(None, (due, forecast_words(reader, one)))))


def _line(reader: Reader, one: Milestone, words: str) -> str:
    return f"{one.code} {one.title.reading(reader.language)} – {words}"


def _actions(reader: Reader, actions: Sequence[Action]) -> Iterator[str]:
    for one in sorted(actions, key=lambda one: (one.due_on or date.max, one.id)):
        if one.due_on is None or one.due_on > reader.today + SOON:
            continue
        late = (reader.today - one.due_on).days
        days = reader.say.plural("{n} day late", "{n} days late", late) if late > 0 else reader.say("due {day}", day=day(one.due_on, reader.language))
        yield f"{one.title.reading(reader.language)} – {days}"
