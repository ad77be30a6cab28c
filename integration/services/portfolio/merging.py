"""Merging: two records of one organisation or one person become one, every reference follows in new versions, and what nothing hangs on is removed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from integration.errors import ThingNotFound
from integration.errors.people import HangsOn, MergeLeavesOne, MergeRefused
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.discussion.comment import Comment
from integration.model.foundation import Agreement, Nuance
from integration.model.meeting import Meeting
from integration.model.mirror import AnswerLink, FollowUp, MirrorRound
from integration.model.organisation import Organisation
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.storage import access
from integration.storage.core.database import Cursor, Writing
from integration.storage.core.records import append, latest
from integration.storage.partnership import archived_partnerships

Thing = TypeVar("Thing", bound=Organisation | Person)
# What names an organisation or a person, and in which fields; a decision may be asked of either.
OF_ORGANISATIONS: Mapping[type[Record], tuple[str, ...]] = {
    Partnership: ("partners",),
    Person: ("organisation_id",),
    Milestone: ("partner_id",),
    Risk: ("partner_id",),
    Issue: ("partner_id",),
    Action: ("partner_id",),
    Decision: ("asked_of_id", "decided_by_id"),
    Agreement: ("organisation_id",),
    Nuance: ("organisation_id",),
}
OF_PEOPLE: Mapping[type[Record], tuple[str, ...]] = {
    Partnership: ("lead_id",),
    Milestone: ("owner_id",),
    Risk: ("owner_id",),
    Issue: ("owner_id",),
    Action: ("owner_id",),
    FollowUp: ("owner_id",),
    Decision: ("asked_of_id", "decided_by_id"),
    Meeting: ("attending", "invited"),
    Comment: ("mentions",),
    Membership: ("person_id",),
}


@dataclass(frozen=True, slots=True)
class Merge:
    """What would become of a merge: which record goes into which, and what follows, by its type."""

    gone: Organisation | Person
    kept: Organisation | Person
    follows: tuple[Record, ...]

    def of(self, kind: type[Record]) -> int:
        """How many things of this kind follow."""
        return Counter(type(one) for one in self.follows)[kind]


def hanging(visit: Visit, thing: Organisation | Person) -> tuple[Record, ...]:
    """Everything that names this organisation or person now."""
    visit.require("manage people")
    with visit.reading() as cursor:
        return tuple(_naming(cursor, thing))


def preview(visit: Visit, gone: Thing, kept: Thing) -> Merge:
    """What would follow, with nothing stored; raises MergeRefused where something of the first could not."""
    visit.require("manage people")
    with visit.reading() as cursor:
        return _merge(cursor, gone, kept)


def merge(visit: Visit, gone: Thing, kept: Thing) -> Merge:
    """Let the second stand for both from now on; past days show them as they were. Raises MergeRefused, or EditConflict when somebody was first."""
    with visit.change("manage people", f"{gone.id} → {kept.id}") as writing:
        found = _merge(writing.cursor, gone, kept)
        _append_each(writing, _moved(found, OF_PEOPLE if isinstance(gone, Person) else OF_ORGANISATIONS, writing.cursor))
        append(writing, [replace(gone, removed=True)])
        if isinstance(gone, Person) and isinstance(kept, Person):
            wanted = replace(
                kept,
                email=kept.email or gone.email,
                administrator=kept.administrator or (gone.administrator and bool(gone.email)),
                organisation_id=kept.organisation_id or gone.organisation_id,
            )
            append(writing, [wanted] if wanted != kept else [])
    return found


def remove(visit: Visit, thing: Organisation | Person) -> None:
    """Take out what nothing hangs on; its history stays. Raises HangsOn."""
    with visit.change("manage people", thing.id) as writing:
        if [*_naming(writing.cursor, thing)] or _own_history(writing.cursor, thing) or (isinstance(thing, Person) and thing.email):
            raise HangsOn(name=thing.name)
        append(writing, [replace(thing, removed=True)])


def _merge(cursor: Cursor, gone: Organisation | Person, kept: Organisation | Person) -> Merge:
    known = {one.id for one in latest(cursor, type(gone))}
    if gone.id not in known or kept.id not in known or gone.id == kept.id:
        raise ThingNotFound(value=gone.name[:40])
    if (isinstance(gone, Person) and gone.erased) or (isinstance(kept, Person) and kept.erased):
        raise ThingNotFound(value=gone.name[:40])
    if _own_history(cursor, gone):
        raise MergeRefused(name=gone.name, other=kept.name)
    follows = tuple(_naming(cursor, gone))
    for one in follows:
        if isinstance(one, Partnership) and isinstance(gone, Organisation) and len(_swapped(one.partners, gone.id, kept.id)) < 2:
            raise MergeLeavesOne(code=one.code)
    return Merge(gone, kept, follows)


def _own_history(cursor: Cursor, thing: Organisation | Person) -> bool:
    """Whether something was done under its name that stays its own: answers to the Mirror of an organisation, saves and links of a person."""
    if isinstance(thing, Organisation):
        asked = any(thing.id in one.organisations for one in latest(cursor, MirrorRound))
        return asked or any(one.organisation_id == thing.id for one in latest(cursor, AnswerLink))
    return access.recorded_anything(cursor, thing.id)


def _naming(cursor: Cursor, thing: Organisation | Person) -> Iterable[Record]:
    fields = OF_ORGANISATIONS if isinstance(thing, Organisation) else OF_PEOPLE
    for kind, names in fields.items():
        stored = [*latest(cursor, kind), *(one for one, _ in archived_partnerships(cursor) if kind is Partnership)]
        yield from (one for one in stored if any(_names(getattr(one, name), thing.id) for name in names))


def _names(value: object, wanted: str) -> bool:
    return wanted in value if isinstance(value, tuple) else value == wanted


def _moved(found: Merge, fields: Mapping[type[Record], tuple[str, ...]], cursor: Cursor) -> list[Record]:
    """What follows as it stands from now on; of what there is one of per organisation or person, the other one's is left."""
    gone, kept = found.gone.id, found.kept.id
    moved: list[Record] = []
    for one in found.follows:
        changed: dict[str, Any] = {name: _swapped(getattr(one, name), gone, kept) for name in fields[type(one)]}
        wanted = replace(one, **changed)
        if isinstance(wanted, Membership):
            held = any(each.partnership_id == wanted.partnership_id and each.role == wanted.role for each in access.memberships_of(cursor, kept))
            moved += (
                [replace(one, removed=True)]
                if held
                else [replace(one, removed=True), Membership(person_id=kept, partnership_id=wanted.partnership_id, role=wanted.role)]
            )
        elif isinstance(wanted, Agreement | Nuance):
            moved += _the_one(cursor, one, wanted)
        else:
            moved.append(wanted)
    return moved


def _the_one(cursor: Cursor, before: Record, wanted: Agreement | Nuance) -> list[Record]:
    """An agreement or a nuance under its new organisation; where that has one of its own, agreements are one and the words of both stay."""
    same = next((each for each in latest(cursor, type(wanted), None, "partnership_id = ?", [wanted.partnership_id]) if _like(each, wanted)), None)
    if same is None:
        return [wanted]
    gone = replace(before, removed=True)
    if isinstance(same, Nuance) and isinstance(wanted, Nuance):
        both = Text(*("\n\n".join(filter(None, words)) for words in ((same.text.nl, wanted.text.nl), (same.text.en, wanted.text.en))))
        return [gone, replace(same, text=both)]
    return [gone]


def _like(one: Agreement | Nuance, other: Agreement | Nuance) -> bool:
    if one.id == other.id or one.organisation_id != other.organisation_id:
        return False
    if isinstance(one, Nuance) and isinstance(other, Nuance):
        return one.theme == other.theme
    return isinstance(one, Agreement) and isinstance(other, Agreement) and (one.text_id, one.text_version) == (other.text_id, other.text_version)


def _swapped(value: Any, gone: str, kept: str) -> Any:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(kept if one == gone else one for one in value))
    return kept if value == gone else value


def _append_each(writing: Writing, records: Sequence[Record]) -> None:
    for kind in dict.fromkeys(type(one) for one in records):
        append(writing, [one for one in records if type(one) is kind])
