"""A message to another program in words: what changed, which decisions are asked, or the week of one partnership."""

from collections.abc import Sequence
from dataclasses import dataclass

from integration.i18n.formats import day
from integration.model.change import Change
from integration.model.operating.webhook import Event
from integration.model.partnership import Partnership
from integration.model.register import Decision
from integration.model.text import visible
from integration.views.changes.changes import change_lines
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.pack.digest import DigestPart, Group

MOST = 8


@dataclass(frozen=True, slots=True)
class Message:
    """What is told: a title, groups of sentences, and the page of ours that has the rest."""

    event: Event
    code: str
    name: str
    title: str
    groups: tuple[Group, ...]
    open_words: str
    href: str


def news_message(reader: Reader, about: Partnership, asked: Sequence[Decision], changes: Sequence[Change], people: dict[str, str]) -> Message | None:
    """What changed and which decisions were asked; None where there is nothing to tell."""
    say = reader.say
    lines = [f"{one.sentence} ({one.who})" for one in change_lines(reader, [(one.before, one.after) for one in changes], people, 10 * MOST)]
    rest = len(lines) - MOST
    more = (say.plural("{n} more", "{n} more", rest),) if rest > 0 else ()
    groups = _filled(Group(say("Decisions asked"), tuple(_asked(reader, one) for one in asked)), Group(say("Changed"), (*lines[:MOST], *more)))
    if not groups:
        return None
    title = say("{name}: what changed", name=_name(reader, about)) if lines else say("{name}: a decision is asked", name=_name(reader, about))
    return _message(reader, "news", about, title, groups, "partnership" if lines else "register")


def _asked(reader: Reader, one: Decision) -> str:
    title, needed = str(one.title.reading(reader.language)), one.needed_by
    return title + (f" – {reader.say('needed by {day}', day=day(needed, reader.language))}" if needed else "")


def digest_message(reader: Reader, about: Partnership, part: DigestPart) -> Message | None:
    """The week of a partnership; None where nothing happened and nothing waits."""
    if not part.groups:
        return None
    stands = Group(reader.say("Where it stands"), (part.pair,) if part.pair else ())
    return (
        _message(reader, "digest", about, reader.say("{name}: this week", name=_name(reader, about)), _filled(stands, *part.groups), "partnership")
        if part.groups
        else None
    )


def test_message(reader: Reader, about: Partnership) -> Message:
    """Nothing but that it works."""
    lines = (reader.say("This is a test. Messages about this partnership will come here."),)
    return _message(reader, "test", about, reader.say("{name}: a test message from Ineen", name=_name(reader, about)), (Group("", lines),), "partnership")


def _filled(*groups: Group) -> tuple[Group, ...]:
    return tuple(one for one in groups if one.lines)


def _message(reader: Reader, event: Event, about: Partnership, title: str, groups: tuple[Group, ...], page: str) -> Message:
    shown = tuple(Group(one.title, tuple(map(visible, one.lines))) for one in groups)
    return Message(event, about.code, _name(reader, about), title, shown, reader.say("Open in Ineen"), address(reader, page, p=about.code))


def _name(reader: Reader, about: Partnership) -> str:
    return visible(str(about.name.reading(reader.language)))
