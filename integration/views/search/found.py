"""What was found, in the reader's words: what each is, where it is, whose it is, and the words around those that were asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from integration.days import day_of
from integration.i18n.formats import day
from integration.i18n.labels import group_name, phase_name, theme_name
from integration.i18n.terms import definitions
from integration.i18n.typed.cell import compared, folded
from integration.i18n.words import words_in
from integration.model.access.person import Person
from integration.model.foundation import VISION, FoundationText
from integration.model.kinds import KIND_OF
from integration.model.meeting import AgendaItem, Meeting
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import LANGUAGES, Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

MOST_WORDS, AROUND = 8, 70
TOKEN = re.compile("[\\w\u0300-\u036f]+")
# Words as they stand, each with whether it was asked for.
Marked = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """The partnership that something is of: its code, and its name in two languages."""

    code: str
    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found, without what its reader may not see: on which page it stands, by which texts, and whom it names."""

    record: Record
    owner: Owner | None = None
    page: str = ""
    texts: tuple[Text | str, ...] = ()
    people: tuple[str, ...] = ()
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The best hits of one kind, and how many there are."""

    kind: type[Record]
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked, what was found, and whether it was too short to look for."""

    words: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit as a line: where it leads, what it is called, facts beside it, and the words around what was asked."""

    href: str
    title: Marked
    facts: str
    around: Marked = ()


@dataclass(frozen=True, slots=True)
class GroupRows:
    """The hits of one kind under their title, and what is said of those left out."""

    title: str
    rows: tuple[HitRow, ...]
    total: int


def words_asked(typed: str) -> tuple[str, ...]:
    """The words of a question, as they are compared."""
    return tuple(dict.fromkeys(folded(typed).split()))[:MOST_WORDS]


def found_groups(reader: Reader, found: Found) -> list[GroupRows]:
    """Everything that was found by kind, and the terms that are named or explained so."""
    rows = [GroupRows(_titles(reader)[one.kind], tuple(_row(reader, hit, found.words) for hit in one.hits), one.total) for one in found.groups]
    terms = () if found.short else tuple(_terms(reader, found.words))
    return [*rows, *([GroupRows(reader.say("What words mean"), terms, len(terms))] if terms else [])]


def _titles(reader: Reader) -> Mapping[type[Record], str]:
    say = reader.say
    return {
        Partnership: say("Partnerships"),
        Milestone: say("Milestones"),
        Risk: say("Risks and opportunities"),
        Issue: say("Issues"),
        Action: say("Actions"),
        Decision: say("Decisions"),
        Meeting: say("Meetings"),
        AgendaItem: say("Agenda items"),
        CheckIn: say("Check-ins"),
        FoundationText: say("Foundation"),
        Person: say("People"),
    }


def _row(reader: Reader, hit: Hit, words: Sequence[str]) -> HitRow:
    one = hit.record
    if isinstance(one, Person):
        return HitRow(address(reader, "people", person=one.id), marked(one.name, words), one.email)
    title, texts = _title(reader, one), [*_readings(reader, hit.texts)]
    around = next((part for text in texts if text not in title and (part := excerpt(text, words))), ())
    name = str(Text(hit.owner.nl, hit.owner.en).reading(reader.language)) if hit.owner and not isinstance(one, Partnership) else ""
    return HitRow(_href(reader, hit), marked(title, words), " · ".join(filter(None, (name, *_facts(reader, one), *dict.fromkeys(hit.people)))), around)


def _readings(reader: Reader, texts: Sequence[Text | str]) -> Iterator[str]:
    for one in texts:
        if isinstance(one, str):
            yield one
        else:
            yield from filter(None, dict.fromkeys((str(one.reading(reader.language)), one.nl, one.en)))


def _title(reader: Reader, one: Record) -> str:
    say = reader.say
    if isinstance(one, Milestone):
        return f"{one.code} {one.title.reading(reader.language)}"
    if isinstance(one, CheckIn):
        return say("{domain}, {day}", domain=group_name(say, one.domain), day=day(day_of(one.recorded_at or reader.now), reader.language))
    if isinstance(one, Meeting):
        return say("Meeting of {day}", day=day(one.day, reader.language))
    if isinstance(one, FoundationText):
        return theme_name(say, one.theme)
    if isinstance(one, Partnership):
        return f"{one.name.reading(reader.language)}"
    return str(getattr(one, "title", Text()).reading(reader.language)) or "–"


def _facts(reader: Reader, one: Record) -> tuple[str, ...]:
    if isinstance(one, Milestone):
        return (group_name(reader.say, one.domain), reader.say("Cancelled") if one.cancelled else "")
    if isinstance(one, Partnership):
        return one.code, phase_name(reader.say, one.phase)
    return ()


def _href(reader: Reader, hit: Hit) -> str:
    one, code = hit.record, hit.owner.code if hit.owner else ""
    if isinstance(one, Milestone) and hit.page != "partnership":
        return address(reader, "domain", d=one.domain) if hit.page == "domain" else address(reader, hit.page, p=code)
    if isinstance(one, Milestone):
        return address(reader, "partnership", p=code, at=f"milestone.{one.code}")
    if isinstance(one, CheckIn):
        older = {} if hit.newest else {"history": f"report.{one.domain}"}
        return address(reader, "partnership", p=code, **older, at=f"report.{one.id}" if hit.newest else "")
    if isinstance(one, Meeting | AgendaItem):
        return address(reader, "meeting", p=code, m=one.id if isinstance(one, Meeting) else one.meeting_id)
    if isinstance(one, FoundationText):
        return address(reader, "foundation", p=code, show="" if one.theme in VISION else "ambition", at=f"theme.{one.theme}")
    if isinstance(one, Partnership):
        return address(reader, "domain") if hit.page == "domain" else address(reader, "partnership" if hit.page == "portfolio" else hit.page, p=code)
    show = KIND_OF[type(one)].history
    return address(reader, "register", p=code, show="" if show == "risks" else show, at=one.id)


def _terms(reader: Reader, words: Sequence[str]) -> Iterator[HitRow]:
    known = [definitions(words_in(one)) for one in LANGUAGES]
    for name, (called, meaning) in definitions(reader.say).items():
        every = compared(" ".join(part for each in known for part in each[name]))
        if all(word in every for word in words):
            yield HitRow(address(reader, "help", at=f"term.{name}"), marked(called, words), "", marked(meaning, words))


def marked(text: str, words: Sequence[str]) -> Marked:
    """A text in pieces, those that hold a word that was asked for marked."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for token in TOKEN.finditer(text):
        first, last = _within(token[0], words)
        if last:
            parts += [(text[at : token.start() + first], False), (text[token.start() + first : token.start() + last], True)]
            at = token.start() + last
    return tuple(part for part in (*parts, (text[at:], False)) if part[0])


def _within(token: str, words: Sequence[str]) -> tuple[int, int]:
    """Where in a word the longest that was asked for stands, (0, 0) for nowhere; the whole of it where folding changed its length."""
    plain = folded(token)
    found = max((word for word in words if word in plain), key=len, default="")
    if not found:
        return 0, 0
    first = plain.index(found)
    return (first, first + len(found)) if len(plain) == len(token) else (0, len(token))


def excerpt(text: str, words: Sequence[str]) -> Marked:
    """The words around the first that was asked for, cut at spaces; nothing where none of them is in it."""
    first = next((token for token in TOKEN.finditer(text) if _within(token[0], words)[1]), None)
    if first is None:
        return ()
    begin, end = max(first.start() - AROUND, 0), min(first.end() + AROUND, len(text))
    begin = text.find(" ", begin, first.start()) + 1 if begin else 0
    stop = text.rfind(" ", first.end(), end) if end < len(text) else len(text)
    end = stop if stop > 0 else end
    return marked(f"{'… ' if begin else ''}{text[begin:end].strip()}{' …' if end < len(text) else ''}", words)
