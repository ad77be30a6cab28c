"""One partnership: everything its page shows, and making or changing one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from integration.days import day_of
from integration.errors import IneenError, Invalid, NameInUse, NotAllowed, NotShared, PartnershipArchived, PartnershipNotFound, Problem
from integration.model.access.person import Person, person_problems
from integration.model.organisation import Organisation, organisation_problems
from integration.model.partnership import Partnership, partnership_problems, plain_code
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import unseen_problems
from integration.services.core.narrowing import names_shown, record_shown
from integration.services.core.visit import Visit
from integration.services.portfolio import archive, portfolio
from integration.storage.access import people_near
from integration.storage.core.database import Cursor, Writing
from integration.storage.core.records import append, versions
from integration.storage.organisation import former, organisations, people
from integration.storage.partnership import codes_in_use, joined_by, partnership_by_code, partnership_by_id, partnership_once_called
from integration.storage.plan.check_in import check_ins_of
from integration.storage.plan.depth import depths_of
from integration.storage.plan.milestone import plan_of


@dataclass(frozen=True, slots=True)
class Dossier:
    """A partnership with its parts: milestones, depths and check-ins (newest first), and whoever and whatever is `former` among its names."""

    partnership: Partnership
    milestones: list[Milestone]
    depths: dict[str, Depth]
    check_ins: list[CheckIn]
    organisations: dict[str, Organisation]
    people: dict[str, Person]
    former: dict[str, str]

    @property
    def names(self) -> dict[str, str]:
        """The names of all people and organisations, by id, and of those that are no more but were part of it."""
        return self.former | {one: person.name for one, person in self.people.items()} | self.bodies

    @property
    def bodies(self) -> dict[str, str]:
        """The names of this partnership's partners, by id."""
        return {one: self.organisations[one].name for one in self.partnership.partners if one in self.organisations}


def find(visit: Visit, code: str) -> Partnership:
    """The partnership with this code, or the one that bore it last; raises PartnershipNotFound, or PartnershipArchived for who may read it."""
    visit.require("read partnership")
    found = _stored(visit, code)
    if found is None:
        _refuse_archived(visit, code)
    # Who may not see everything is told the same of what does not exist.
    if visit.seen is not None and (found is None or not visit.may("read partnership", found.id)):
        raise NotShared
    if found is None:
        raise PartnershipNotFound(code=code[:40])
    return found


def code_now(visit: Visit, asked: str) -> str:
    """The code that the partnership has now (or had on the day that is shown) which bears or bore this one; as asked where there is none to see."""
    try:
        return find(visit, asked).code if asked else asked
    except IneenError:
        return asked


def _refuse_archived(visit: Visit, code: str) -> None:
    # A guest is told only that a link opens nothing.
    for one in archive.read(visit):
        if one.partnership.code == code:
            raise PartnershipArchived(code=code, day=day_of(one.moment), moment=one.last_seen.isoformat())


def read(visit: Visit, code: str) -> Dossier:
    """The whole dossier of one partnership."""
    found = find(visit, code)

    def stored() -> Dossier:
        # The partnership once more, so that its table counts too.
        return _dossier(visit, _stored(visit, code) or found)

    return _narrowed(visit, visit.remember_read("dossier", stored, code))


def _stored(visit: Visit, code: str) -> Partnership | None:
    def stored() -> Partnership | None:
        with visit.reading() as cursor:
            return partnership_by_code(cursor, code, visit.as_of) or partnership_once_called(cursor, code, visit.as_of)

    return visit.remember_read("partnership", stored, code)


def _dossier(visit: Visit, partnership: Partnership) -> Dossier:
    with visit.reading() as cursor:
        return Dossier(
            partnership,
            plan_of(cursor, partnership.id, visit.as_of),
            {depth.domain: depth for depth in depths_of(cursor, partnership.id, visit.as_of)},
            check_ins_of(cursor, partnership.id, visit.as_of),
            organisations(cursor, visit.as_of),
            people(cursor, visit.as_of),
            former(cursor, visit.as_of),
        )


def _partners_ever(visit: Visit, partnership_id: str) -> frozenset[str]:
    def stored() -> frozenset[str]:
        with visit.reading() as cursor:
            return frozenset(body for one in versions(cursor, Partnership, "CAST(r.id AS VARCHAR) = ?", [partnership_id]) for body in one.partners)

    return visit.remember_read("partners ever", stored, partnership_id)


def _narrowed(visit: Visit, dossier: Dossier) -> Dossier:
    hides = visit.hides(dossier.partnership.id)
    if visit.seen is None and not hides:
        return dossier
    involved = near(visit, dossier.partnership.id)
    around = involved | _partners_ever(visit, dossier.partnership.id)
    names = names_shown({one: person.name for one, person in dossier.people.items() if one in involved}, hides)
    return replace(
        dossier,
        milestones=[record_shown(one, hides) for one in dossier.milestones],
        check_ins=[record_shown(one, hides) for one in dossier.check_ins],
        organisations={one: body for one, body in dossier.organisations.items() if one in dossier.partnership.partners},
        people={one: replace(dossier.people[one], name=name, email="") for one, name in names.items()},
        former=names_shown({one: name for one, name in dossier.former.items() if one in around}, hides),
    )


def near(visit: Visit, partnership_id: str) -> frozenset[str]:
    """The ids of the people around one partnership: whoever works on it may know their names."""
    visit.require("read partnership", partnership_id)

    def stored() -> frozenset[str]:
        with visit.reading() as cursor:
            return people_near(cursor, partnership_id)

    return visit.remember_read("near", stored, partnership_id)


def codes(visit: Visit) -> frozenset[str]:
    """The codes that are in use, for whoever may begin a partnership."""
    visit.require("edit partnership")
    with visit.reading() as cursor:
        return codes_in_use(cursor)


def organisations_and_people(visit: Visit) -> tuple[dict[str, Organisation], dict[str, Person]]:
    """The organisations and people by id that a form may offer: all to an administrator, to others those of their own partnerships."""
    with visit.reading() as cursor:
        bodies, persons = organisations(cursor), people(cursor)
    seen = visit.seen
    if seen is None:
        return bodies, persons
    rows = portfolio.read(visit).partnerships
    own = {one for partners in rows.partners for one in partners.split(",")}
    around = frozenset().union(*(near(visit, one) for one in rows.index))
    return {one: body for one, body in bodies.items() if one in own}, {one: person for one, person in persons.items() if one in around}


def save(visit: Visit, partnership: Partnership, fresh: Sequence[Organisation | Person] = ()) -> Partnership:
    """Store a new or changed partnership, with the organisations and people in it that are new themselves.

    Raises Invalid with every problem, EditConflict when somebody was first.
    """
    wanted = replace(partnership, code=plain_code(partnership.code))
    with visit.change("edit partnership", wanted.code, wanted.id if wanted.version else "") as writing:
        taken = codes_in_use(writing.cursor)
        before = partnership_by_code(writing.cursor, wanted.code)
        own = wanted.code if before and before.id == wanted.id else ""
        problems = partnership_problems(wanted, taken - {own}) + [problem for one in fresh for problem in _fresh_problems(one)]
        if problems:
            raise Invalid(tuple(problems))
        wanted = _joined(writing, wanted, fresh)
        known = partnership_by_id(writing.cursor, wanted.id)
        lead = known.lead_id if known else ""
        if wanted.lead_id != lead:
            changed = [f"{sign}lead {who}" for sign, who in (("-", lead), ("+", wanted.lead_id)) if who]
            writing.subject = " ".join((wanted.code, *changed))
        return append(writing, [wanted])[0]


def _fresh_problems(fresh: Organisation | Person) -> list[Problem]:
    found, field = (organisation_problems(fresh), "partners") if isinstance(fresh, Organisation) else (person_problems(fresh), "lead_id")
    return [Problem(field, one.sentence, one.subject, **one.details) for one in (*found, *unseen_problems(fresh))]


def _joined(writing: Writing, partnership: Partnership, fresh: Sequence[Organisation | Person]) -> Partnership:
    """The partnership with what is new stored beside it; whoever bears the name of somebody known is them."""
    now: dict[str, str] = {}
    for kind, known in ((Organisation, organisations(writing.cursor)), (Person, people(writing.cursor))):
        by_name = {one.name.casefold(): one.id for one in known.values()}
        own = [one for one in fresh if isinstance(one, kind)]
        now |= {one.id: by_name[one.name.casefold()] for one in own if one.name.casefold() in by_name}
        append(writing, [one for one in own if one.id not in now])
    partners = tuple(dict.fromkeys(now.get(one, one) for one in partnership.partners))
    return replace(partnership, partners=partners, lead_id=now.get(partnership.lead_id, partnership.lead_id))


def add_organisation(visit: Visit, organisation: Organisation, about: str = "", another: bool = False) -> Organisation:
    """Store a new or renamed organisation, for the partnership with this id or for a new one.

    Raises Invalid, and NameInUse where one is called so already and nobody said that this is `another`.
    """
    problems = organisation_problems(organisation)
    if problems:
        raise Invalid(tuple(problems))
    wanted = replace(organisation, name=organisation.name.strip())
    with visit.change("edit partnership", organisation.name, about) as writing:
        if wanted.version:
            _refuse_others_name(visit, writing.cursor, wanted)
        known = organisations(writing.cursor).values()
        if not another and any(one.id != wanted.id and one.name.casefold() == wanted.name.casefold() for one in known):
            raise NameInUse(name=wanted.name)
        return append(writing, [wanted])[0]


def _refuse_others_name(visit: Visit, cursor: Cursor, organisation: Organisation) -> None:
    # A name stands on the pages of every partnership that it takes part in, so whoever changes it must edit them all.
    joined = joined_by(cursor, organisation.id)
    if not visit.may("manage people") and not (joined and all(visit.may("edit partnership", one) for one in joined)):
        raise NotAllowed


def add_person(visit: Visit, name: str, about: str = "") -> Person:
    """Store a person who can lead or own, for the partnership with this id or for a new one; the same name is not added twice."""
    wanted = Person(name=name.strip())
    problems = person_problems(wanted)
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("update plan", "person", about) as writing:
        known_people = people(writing.cursor).values()
        return next((one for one in known_people if one.name.casefold() == wanted.name.casefold()), None) or append(writing, [wanted])[0]
