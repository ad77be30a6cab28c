"""People by name or by address, and what is said where nobody or more than one bears it."""

from collections.abc import Mapping

from integration.errors import Problem
from integration.i18n.typed.cell import folded, one_line, short
from integration.model.access.person import Person, plain_email


def bearers(words: str, people: Mapping[str, Person]) -> list[str]:
    """The ids of whom a name or an address means: whoever has the address, or else everybody of that name."""
    said = one_line(words)
    if "@" in said:
        address = said.rpartition("<")[2].rstrip("> ")
        return [one for one, person in people.items() if person.email and plain_email(person.email) == plain_email(address)]
    name = folded(said)
    return [one for one, person in people.items() if name and name in (folded(person.name), folded(_turned(person.name)))]


def typed_person(words: str, people: Mapping[str, Person]) -> str | Problem:
    """The id of whom somebody named; "" for nobody, and a sentence where it is nobody we know or may be two."""
    said = one_line(words)
    found = bearers(said, people)
    if len(found) == 1 or not said:
        return found[0] if found else ""
    if found:
        return Problem("", "{n} people are called “{value}”; write the address of whom you mean.", n=len(found), value=short(said))
    near = [person.name for person in people.values() if folded(said) in folded(person.name).split()]
    if near:
        return Problem("", "Nobody here is called “{value}”; did you mean {name}?", value=short(said), name=near[0])
    return Problem("", "Nobody here is called “{value}”; add this person under “Partnership” first.", value=short(said))


def _turned(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{last} {first}"
