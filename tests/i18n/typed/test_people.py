"""People as they are typed: by name or by address, and a sentence where nobody or more than one bears it."""

import pytest

from integration.errors import Problem
from integration.i18n.typed.people import typed_person
from integration.model.access.person import Person

PEOPLE = {
    "noor": Person(id="noor", name="Noor de Vries", email="noor@school.example"),
    "rene": Person(id="rene", name="René Bakker", email="rene@school.example"),
    "jan": Person(id="jan", name="Jan Smit", email="jan@school.example"),
    "other": Person(id="other", name="Jan Smit", email="jan@bedrijf.example"),
    "third": Person(id="third", name="Jan Smit"),
}


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("noor de vries", "noor"),
        (" Noor  de Vries ", "noor"),
        ("Vries, Noor de", "Nobody here is called “{value}”; add this person under “Partnership” first."),
        ("de Vries, Noor", "noor"),
        ("rene bakker", "rene"),
        ("NOOR@school.example", "noor"),
        ("Jan Smit <jan@bedrijf.example>", "other"),
        ("jan@bedrijf.example", "other"),
        ("", ""),
        ("Jan Smit", "{n} people are called “{value}”; write the address of whom you mean."),
        ("Noor", "Nobody here is called “{value}”; did you mean {name}?"),
        ("Piet", "Nobody here is called “{value}”; add this person under “Partnership” first."),
        ("piet@school.example", "Nobody here is called “{value}”; add this person under “Partnership” first."),
    ],
)
def test_a_name_or_an_address_is_one_person_or_a_sentence(words, whom):
    read = typed_person(words, PEOPLE)

    assert (read.sentence if isinstance(read, Problem) else read) == whom
