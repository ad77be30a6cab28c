"""Search: what somebody may see, found by the words in it, without case and accents, in both languages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nsmallest

from integration.i18n.typed.cell import compared
from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.record import Record
from integration.services.core.narrowing import names_shown, record_shown
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.services.search.sources import SOURCES, Scope, Source, scopes
from integration.storage.organisation import NAMELESS, organisations, people
from integration.storage.search.texts import records_by_id, words_of
from integration.views.portfolio.partnership import REPORTS_SHOWN
from integration.views.search.found import Found, Group, Hit, Owner, words_asked

# A word that stands everywhere is looked for in the newest so many of a kind; who looks for it adds another.
SHOWN, LOOKED_AT = 20, 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one record as they are compared: its names, notes, what members read, all of them, and the ids of the people it names."""

    id: str
    about: str
    names: str
    notes: str
    members: str
    people: str
    all: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: the words, the people each of them names, and by partnership its code and names, its own words, and its partners'."""

    words: tuple[str, ...]
    people: Mapping[str, frozenset[str]]
    owners: Mapping[str, Owner]
    owned: Mapping[str, str]
    bodies: Mapping[str, str]

    def candidates(self, entries: Sequence[Entry], scope: Scope) -> list[Entry]:
        """What may fit: every word is somewhere in it, in its people or in the name of its partnership. Most is sifted out here, so it is short."""
        seen = {one for one in self.owners if scope.shows(one)}
        found = [*entries] if len(seen) == len(self.owners) else [one for one in entries if one.about in seen]
        for word in self.words:
            near = {one for one, words in self.owned.items() if word in words} | {one for one, words in self.bodies.items() if word in words}
            named = {one.people for one in found if one.people and any(person in one.people for person in self.people[word])} if self.people[word] else set()
            found = [one for one in found if word in one.all or one.about in near or one.people in named]
        return found

    def place(self, one: Entry, scope: Scope, of_itself: bool) -> int | None:
        """How well an entry fits, 0 best; None where a word is missing. The name of its partnership helps, but does not do alone."""
        own, worst, about = False, 0, self.owned.get(one.about, "")
        for word in self.words:
            place = self._place(word, one, scope, of_itself)
            if place is None and word not in about:
                return None
            own, worst = own or place is not None, max(worst, place or 0)
        return worst if own else None

    def _place(self, word: str, one: Entry, scope: Scope, of_itself: bool) -> int | None:
        if word in one.names:
            return 0 if f" {word}" in f" {one.names}" else 1
        if scope.whole and "notes" not in scope.hides and word in one.notes:
            return 2
        if scope.member and word in one.members:
            return 3
        if scope.whole and "owners" not in scope.hides and any(person in one.people for person in self.people[word]):
            return 2
        return 4 if of_itself and word in self.bodies.get(one.about, "") else None


def find(visit: Visit, typed: str) -> Found:
    """Everything that these words lead to and that may be seen here, the best of each kind first."""
    visit.require("read partnership")
    words = words_asked(typed)
    if sum(map(len, words)) < 2:
        return Found(words, short=True)
    asked = _asked(visit, words)
    groups = [group for source in SOURCES if (group := _group(visit, source, asked))]
    return Found(words, (*groups, *_persons(visit, asked)))


def _asked(visit: Visit, words: tuple[str, ...]) -> Asked:
    known, bodies = _people(visit), _bodies(visit)
    rows = portfolio.stored(visit)
    fits = {word: frozenset(one for one, person in known.items() if person.name != NAMELESS and word in compared(person.name)) for word in words}
    owners = {str(one.Index): Owner(str(one.code), str(one.name_nl), str(one.name_en)) for one in rows.itertuples()}
    owned = {one: compared(f"{owner.code} {owner.nl} {owner.en}") for one, owner in owners.items()}
    partners = {str(one.Index): compared(" ".join(bodies[part].name for part in str(one.partners).split(",") if part in bodies)) for one in rows.itertuples()}
    return Asked(words, fits, owners, owned, partners)


def _people(visit: Visit) -> dict[str, Person]:
    def stored() -> dict[str, Person]:
        with visit.reading() as cursor:
            return people(cursor, visit.as_of)

    return visit.remember_read("people", stored)


def _bodies(visit: Visit) -> dict[str, Organisation]:
    def stored() -> dict[str, Organisation]:
        with visit.reading() as cursor:
            return organisations(cursor, visit.as_of)

    return visit.remember_read("organisations", stored)


def _entries(visit: Visit, source: Source) -> Sequence[Entry]:
    def stored() -> list[Entry]:
        about = "id" if source.record is Partnership else "partnership_id"
        with visit.reading() as cursor:
            found = words_of(cursor, source.record, about, source.parts, visit.as_of)
        return [_entry(*row) for row in found]

    return visit.remember_read("searched", stored, source.record)


def _entry(id_: str, about: str, names: str, notes: str, members: str, named: str) -> Entry:
    parts = compared(names), compared(notes), compared(members)
    return Entry(id_, about, *parts, named, "\n".join(parts))


def _group(visit: Visit, source: Source, asked: Asked) -> Group | None:
    """What a source holds of these words: the best so many, as records that hide what their reader may not see, and how many there are."""
    found: dict[str, tuple[tuple[int, int], Scope]] = {}
    for scope in scopes(visit.grants, source):
        for rank, one in _fitting(visit, source, asked, scope):
            found.setdefault(one.id, (rank, scope))
    if not found:
        return None
    best = nsmallest(SHOWN, found, key=lambda one: found[one][0])
    with visit.reading() as cursor:
        stored: Mapping[str, Record] = records_by_id(cursor, source.record, best, visit.as_of)
    abouts = {one.partnership_id for one in stored.values() if isinstance(one, CheckIn)}
    newest = frozenset(one.id for one in _newest(_entries(visit, source), abouts)) if abouts else frozenset()
    names = {one: person.name for one, person in _people(visit).items()}
    hits = [_hit(asked, source, stored[one], found[one][1], names, newest) for one in best if one in stored]
    return Group(source.record, tuple(one for one in hits if one), len(found))


def _fitting(visit: Visit, source: Source, asked: Asked, scope: Scope) -> Iterator[tuple[tuple[int, int], Entry]]:
    entries = _entries(visit, source)
    if source.record is CheckIn and not scope.member:
        # Whoever holds a link reads the newest reports alone.
        entries = _newest(entries, scope.partnerships or frozenset())
    for at, one in enumerate(asked.candidates(entries, scope)[-LOOKED_AT:]):
        place = asked.place(one, scope, source.record is Partnership)
        if place is not None and one.about in asked.owners:
            yield (place, -at), one


def _newest(reports: Iterable[Entry], abouts: AbstractSet[str]) -> list[Entry]:
    """The reports that stand on the page of their partnership; older ones stand in its history."""
    of: dict[str, list[Entry]] = {}
    for one in reports:
        if one.about in abouts:
            of.setdefault(one.about, []).append(one)
    return [one for own in of.values() for one in own[-REPORTS_SHOWN:]]


def _hit(asked: Asked, source: Source, one: Record, scope: Scope, names: Mapping[str, str], newest: frozenset[str]) -> Hit | None:
    domain = getattr(one, "domain", "")
    if scope.domain and domain and domain != scope.domain:
        return None
    shown = record_shown(one, scope.hides)
    about = one.id if isinstance(one, Partnership) else str(getattr(one, "partnership_id", ""))
    told = names_shown(names, scope.hides) if scope.whole else {}
    people_ = tuple(told[value] for name in source.people if (value := str(getattr(shown, name) or "")) in told)
    texts = tuple(getattr(shown, name) for name in _texts(source, scope))
    return Hit(shown, asked.owners[about], scope.page, texts, people_, one.id in newest)


def _texts(source: Source, scope: Scope) -> tuple[str, ...]:
    names, notes, members, _ = source.parts
    return (*(one for one in names if one != "code"), *(notes if scope.whole else ()), *(members if scope.member else ()))


def _persons(visit: Visit, asked: Asked) -> list[Group]:
    """People by name, for who manages them; anybody else finds what somebody works on by their name."""
    if not visit.may("manage people"):
        return []
    fitting = frozenset.intersection(*asked.people.values())
    found = [one for one in _people(visit).values() if one.id in fitting]
    return [Group(Person, tuple(Hit(one) for one in found[:SHOWN]), len(found))] if found else []
