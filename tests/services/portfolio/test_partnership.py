"""Partnerships: made, changed, found, and read with everything that belongs to them."""

from dataclasses import replace

import pytest

from integration.errors import EditConflict, Invalid, NotAllowed, PartnershipNotFound
from integration.model.access.person import Person
from integration.model.meeting import Chairing
from integration.model.organisation import Organisation
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.core.identity import Credentials
from integration.services.portfolio import partnership, portfolio
from tests.examples import (
    BRIDGE,
    COMPANY,
    FEBRUARY,
    JANUARY,
    MARCH,
    NOON,
    SCHOOL,
    VERA,
    a_check_in,
    a_depth,
    a_milestone,
    a_partnership,
    a_visit,
    an_organisation,
    fields_of,
    save,
)


def codes(database):
    return sorted(read.code for read in (partnership.find(a_visit(database), code) for code in ("BRUG", "TUNNEL")))


def test_a_new_partnership_can_be_found(bridge):
    saved = partnership.save(a_visit(bridge), a_partnership(id="00000000-0000-7000-8000-000000000021", code="TUNNEL"))

    assert partnership.find(a_visit(bridge), "TUNNEL") == saved
    assert codes(bridge) == ["BRUG", "TUNNEL"]


def test_two_partnerships_never_share_a_code(bridge):
    with pytest.raises(Invalid) as refusal:
        partnership.save(a_visit(bridge), a_partnership(id="00000000-0000-7000-8000-000000000021"))

    assert fields_of(refusal.value.problems) == ["code"]


def test_a_partnership_keeps_or_changes_its_own_code(bridge):
    seen = partnership.find(a_visit(bridge), "BRUG")
    renamed = partnership.save(a_visit(bridge), replace(seen, name=Text("Brug")))
    moved = partnership.save(a_visit(bridge), replace(renamed, code="TUNNEL"))

    assert (moved.version, partnership.find(a_visit(bridge), "TUNNEL").name) == (3, Text("Brug"))


def test_an_old_code_leads_on_until_another_partnership_bears_it(bridge):
    seen = partnership.find(a_visit(bridge), "BRUG")
    partnership.save(a_visit(bridge), replace(partnership.save(a_visit(bridge), replace(seen, code="TUNNEL")), code="VIADUCT"))
    assert [partnership.code_now(a_visit(bridge), one) for one in ("BRUG", "TUNNEL", "VIADUCT", "NERGENS", "")] == [*["VIADUCT"] * 3, "NERGENS", ""]
    other = partnership.save(a_visit(bridge), a_partnership(id="00000000-0000-7000-8000-000000000021", code="BRUG"))

    assert partnership.find(a_visit(bridge), "BRUG") == other
    assert partnership.code_now(a_visit(bridge), "TUNNEL") == "VIADUCT"


def test_on_a_past_day_every_code_leads_to_the_one_of_then(db):
    [seen] = save(db, a_partnership(), recorded_at=JANUARY)
    save(db, replace(seen, code="TUNNEL"), recorded_at=MARCH)

    assert [partnership.code_now(a_visit(db, as_of=FEBRUARY), one) for one in ("BRUG", "TUNNEL")] == ["BRUG", "BRUG"]
    assert [partnership.code_now(a_visit(db), one) for one in ("BRUG", "TUNNEL")] == ["TUNNEL", "TUNNEL"]


def test_what_is_new_in_a_partnership_is_stored_with_it_and_who_bears_a_known_name_is_them(bridge):
    school = partnership.organisations_and_people(a_visit(bridge))[0][SCHOOL]
    known, new, lead = Organisation(name=school.name.upper(), kind="company"), Organisation(name="Zorg", kind="company"), Person(name="Noor")
    wanted = a_partnership(id="00000000-0000-7000-8000-000000000021", code="tunnel 2", partners=(known.id, new.id, SCHOOL), lead_id=lead.id)
    saved = partnership.save(a_visit(bridge), wanted, [known, new, lead])
    bodies, persons = partnership.organisations_and_people(a_visit(bridge))

    assert (saved.code, saved.partners, persons[saved.lead_id].name) == ("TUNNEL-2", (SCHOOL, new.id), "Noor")
    assert known.id not in bodies


@pytest.mark.parametrize("fresh", [Organisation(name="Zorg\u202eNieuw", kind="company"), Organisation(name="x" * 301, kind="other"), Person(name="x" * 301)])
def test_what_is_new_and_badly_named_is_told_at_the_field_where_it_was_typed(bridge, fresh):
    wanted, counter = a_partnership(id="00000000-0000-7000-8000-000000000021", code="TUNNEL"), bridge.counter
    with pytest.raises(Invalid) as refusal:
        partnership.save(a_visit(bridge), wanted, [fresh])

    assert fields_of(refusal.value.problems) == ["lead_id" if isinstance(fresh, Person) else "partners"]
    assert bridge.counter == counter


def test_broken_rules_are_told_and_nothing_is_saved(bridge):
    seen, counter = partnership.find(a_visit(bridge), "BRUG"), bridge.counter
    with pytest.raises(Invalid) as refusal:
        partnership.save(a_visit(bridge), replace(seen, name=Text(), partners=(SCHOOL,)))

    assert fields_of(refusal.value.problems) == ["name", "partners"]
    assert (partnership.find(a_visit(bridge), "BRUG"), bridge.counter) == (seen, counter)


def test_who_saves_second_is_refused_and_can_read_what_the_first_saved(bridge):
    seen = partnership.find(a_visit(bridge), "BRUG")
    theirs = partnership.save(a_visit(bridge), replace(seen, phase="integrated"))

    with pytest.raises(EditConflict):
        partnership.save(a_visit(bridge), replace(seen, phase="ended"))
    assert partnership.find(a_visit(bridge), "BRUG") == theirs


@pytest.mark.parametrize("code", ["", "brug", "NERGENS", "' OR 1=1 --", "x" * 10_000])
def test_an_unknown_code_is_said_so_in_a_short_sentence(bridge, code):
    with pytest.raises(PartnershipNotFound) as refusal:
        partnership.read(a_visit(bridge), code)

    assert refusal.value.details == {"code": code[:40]}


def test_a_dossier_holds_everything_of_its_partnership_and_nothing_else(bridge):
    milestone, depth, older = save(bridge, a_milestone(), a_depth(), a_check_in(), recorded_at=MARCH)
    [newer] = save(bridge, a_check_in(colour="red"))
    save(bridge, a_milestone(partnership_id="00000000-0000-7000-8000-000000000099"))
    dossier = partnership.read(a_visit(bridge), "BRUG")

    assert (dossier.milestones, dossier.depths, dossier.check_ins) == ([milestone], {"training": depth}, [newer, older])
    assert {*dossier.organisations} == {SCHOOL, COMPANY}
    assert {*dossier.people} == {VERA}


def test_a_step_of_a_meeting_reads_no_dossier_and_no_portfolio_anew_and_a_new_name_does(bridge):
    someone = a_visit(bridge)
    before = partnership.read(someone, "BRUG"), portfolio.read(someone)
    save(bridge, Chairing(partnership_id=BRIDGE, meeting_id=new_id()))
    assert partnership.read(someone, "BRUG") is before[0] and portfolio.read(someone) is before[1]

    save(bridge, replace(before[0].partnership, name=Text("Anders", "Another")))
    assert partnership.read(someone, "BRUG").partnership.name.en == "Another" == portfolio.read(someone).partnerships.name_en[BRIDGE]


def test_a_dossier_of_the_past_shows_what_was_known_then(db):
    save(db, a_partnership(), a_milestone(credit=25), recorded_at=JANUARY)
    [seen] = partnership.read(a_visit(db), "BRUG").milestones
    save(db, replace(seen, credit=75), recorded_at=MARCH)

    assert [one.credit for one in partnership.read(a_visit(db, as_of=FEBRUARY), "BRUG").milestones] == [25]
    assert [one.credit for one in partnership.read(a_visit(db), "BRUG").milestones] == [75]


def test_an_organisation_is_added_without_blanks_around_its_name(bridge):
    added = partnership.add_organisation(a_visit(bridge), Organisation(name="  Gemeente  ", kind="other"))

    assert partnership.organisations_and_people(a_visit(bridge))[0][added.id].name == "Gemeente"


def test_a_lead_renames_only_an_organisation_whose_partnerships_are_all_his(bridge):
    save(bridge, Person(id=VERA, version=1, name="Vera", email="vera@brug.example"))
    vera, named = replace(a_visit(bridge), credentials=Credentials(VERA, NOON, session="one")), partnership.organisations_and_people(a_visit(bridge))[0]
    assert partnership.add_organisation(vera, replace(named[SCHOOL], name="Anders"), BRIDGE).name == "Anders"
    save(bridge, a_partnership(id="00000000-0000-7000-8000-000000000021", code="TUNNEL", lead_id=""))

    for wanted in (partnership.organisations_and_people(a_visit(bridge))[0][SCHOOL], partnership.organisations_and_people(a_visit(bridge))[0][COMPANY]):
        with pytest.raises(NotAllowed):
            partnership.add_organisation(vera, replace(wanted, name="Van ons"), BRIDGE)
    assert "Van ons" not in {one.name for one in partnership.organisations_and_people(a_visit(bridge))[0].values()}


def test_an_organisation_without_a_name_is_refused(bridge):
    with pytest.raises(Invalid):
        partnership.add_organisation(a_visit(bridge), an_organisation(id=COMPANY, name=" "))
    assert len(partnership.organisations_and_people(a_visit(bridge))[0]) == 2


def test_a_person_is_not_added_twice(bridge):
    added = partnership.add_person(a_visit(bridge), " Noor ")
    again = partnership.add_person(a_visit(bridge), "noor")

    assert added == again
    assert sorted(one.name for one in partnership.organisations_and_people(a_visit(bridge))[1].values()) == ["Noor", "Vera"]


@pytest.mark.parametrize("name", ["", "   "])
def test_a_person_without_a_name_is_refused(bridge, name):
    with pytest.raises(Invalid):
        partnership.add_person(a_visit(bridge), name)
