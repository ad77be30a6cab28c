"""One partnership: everything its page shows, and making or changing one."""

from dataclasses import dataclass, replace

from integration.errors import Invalid, PartnershipNotFound
from integration.model.check_in import CheckIn
from integration.model.depth import Depth
from integration.model.organisation import Organisation, organisation_problems
from integration.model.partnership import Partnership, partnership_problems
from integration.model.person import Person, person_problems
from integration.model.plan import Milestone
from integration.services.visit import Visit
from integration.storage.check_in import check_ins_of
from integration.storage.depth import depths_of
from integration.storage.organisation import organisations, people
from integration.storage.partnership import codes_in_use, partnership_by_code
from integration.storage.plan import plan_of
from integration.storage.records import append


@dataclass(frozen=True, slots=True)
class Dossier:
    """A partnership with its parts: milestones, depths and check-ins (newest first)."""

    partnership: Partnership
    milestones: list[Milestone]
    depths: dict[str, Depth]
    check_ins: list[CheckIn]
    organisations: dict[str, Organisation]
    people: dict[str, Person]

    @property
    def names(self) -> dict[str, str]:
        """The names of all people and organisations, by id."""
        return {one: person.name for one, person in self.people.items()} | self.bodies

    @property
    def bodies(self) -> dict[str, str]:
        """The names of this partnership's partners, by id."""
        return {one: self.organisations[one].name for one in self.partnership.partners if one in self.organisations}


def find(visit: Visit, code: str) -> Partnership:
    """The partnership with this code; raises PartnershipNotFound."""
    visit.require("read partnership")
    with visit.reading() as cursor:
        found = partnership_by_code(cursor, code, visit.as_of)
    if found is None:
        raise PartnershipNotFound(code=code[:40])
    return found


def read(visit: Visit, code: str) -> Dossier:
    """The whole dossier of one partnership."""
    return visit.remember("dossier", lambda: _dossier(visit, find(visit, code)), code)


def _dossier(visit: Visit, partnership: Partnership) -> Dossier:
    with visit.reading() as cursor:
        return Dossier(
            partnership,
            plan_of(cursor, partnership.id, visit.as_of),
            {depth.domain: depth for depth in depths_of(cursor, partnership.id, visit.as_of)},
            check_ins_of(cursor, partnership.id, visit.as_of),
            organisations(cursor, visit.as_of),
            people(cursor, visit.as_of),
        )


def known(visit: Visit) -> tuple[dict[str, Organisation], dict[str, Person]]:
    """All organisations and all people, by id."""
    with visit.reading() as cursor:
        return organisations(cursor), people(cursor)


def save(visit: Visit, partnership: Partnership) -> Partnership:
    """Store a new or changed partnership; raises Invalid with every problem, EditConflict when somebody was first."""
    with visit.change("manage partnerships", partnership.code, partnership.id) as writing:
        taken = codes_in_use(writing.cursor)
        before = partnership_by_code(writing.cursor, partnership.code)
        own = partnership.code if before and before.id == partnership.id else ""
        problems = partnership_problems(partnership, taken - {own})
        if problems:
            raise Invalid(tuple(problems))
        return append(writing, [partnership])[0]


def add_organisation(visit: Visit, organisation: Organisation) -> Organisation:
    """Store a new organisation; raises Invalid."""
    problems = organisation_problems(organisation)
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("manage partnerships", organisation.name) as writing:
        return append(writing, [replace(organisation, name=organisation.name.strip())])[0]


def add_person(visit: Visit, name: str) -> Person:
    """Store a person who can lead or own; the same name is not added twice."""
    wanted = Person(name=name.strip())
    problems = person_problems(wanted)
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("update plan", "person") as writing:
        known_people = people(writing.cursor).values()
        return next((one for one in known_people if one.name.casefold() == wanted.name.casefold()), None) or append(writing, [wanted])[0]
