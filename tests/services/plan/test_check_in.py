"""Reporting: a check-in is never changed, a correction is a new one."""

from dataclasses import replace

import pytest

from integration.errors import EditConflict, IneenError, Invalid
from integration.model.text import Text
from integration.services.plan import check_in, depth
from integration.services.portfolio import partnership
from tests.examples import BRIDGE, MARCH, a_check_in, a_depth, a_partnership, a_visit, fields_of, measured, save


def reports(database):
    return partnership.read(a_visit(database), "BRUG").check_ins


def test_a_report_is_the_colour_of_its_domain(bridge):
    check_in.report(a_visit(bridge), a_partnership(), a_check_in(domain="hrm", colour="amber", confidence=4))

    assert measured(bridge).domains.colour.dropna().to_dict() == {(BRIDGE, "hrm"): "amber"}


def test_a_correction_is_a_new_report_and_the_old_one_stays(bridge):
    [first] = save(bridge, a_check_in(done=Text("alles")), recorded_at=MARCH)
    second = check_in.report(a_visit(bridge), a_partnership(), a_check_in(colour="red", done=Text("niet alles"), corrects=first.id))

    assert reports(bridge) == [second, first]
    assert (second.id != first.id, second.version, second.corrects) == (True, 1, first.id)
    assert measured(bridge).domains.colour[(BRIDGE, "training")] == "red"


def test_a_stored_report_cannot_be_changed(bridge):
    [first] = save(bridge, a_check_in(), recorded_at=MARCH)

    with pytest.raises(IneenError):
        check_in.report(a_visit(bridge), a_partnership(), replace(first, colour="red"))
    assert reports(bridge) == [first]


def test_a_report_that_breaks_rules_is_not_stored(bridge):
    with pytest.raises(Invalid) as refusal:
        check_in.report(a_visit(bridge), a_partnership(), a_check_in(colour="", confidence=11, need=Text("x" * 10_000)))

    assert fields_of(refusal.value.problems) == ["colour", "confidence", "need"]
    assert reports(bridge) == []


def test_depths_of_several_domains_are_saved_together(bridge):
    before = bridge.counter
    depth.save(a_visit(bridge), a_partnership(), [a_depth(), a_depth(domain="hrm", current=2, evidence=Text("pool"))])

    assert {domain: one.current for domain, one in partnership.read(a_visit(bridge), "BRUG").depths.items()} == {"training": 1, "hrm": 2}
    assert bridge.counter == before + 1


def test_one_broken_depth_stops_them_all(bridge):
    with pytest.raises(Invalid) as refusal:
        depth.save(a_visit(bridge), a_partnership(), [a_depth(), a_depth(domain="hrm", start=3, target=2)])

    assert [(one.subject, one.field) for one in refusal.value.problems] == [("hrm", "target")]
    assert partnership.read(a_visit(bridge), "BRUG").depths == {}


def test_two_who_move_the_same_depth_collide(bridge):
    [seen] = save(bridge, a_depth())
    [theirs] = depth.save(a_visit(bridge), a_partnership(), [replace(seen, current=2)])

    with pytest.raises(EditConflict):
        depth.save(a_visit(bridge), a_partnership(), [replace(seen, current=3)])
    assert partnership.read(a_visit(bridge), "BRUG").depths == {"training": theirs}


def test_of_two_who_report_over_the_same_last_report_the_second_is_shown_the_first(bridge):
    first = check_in.report(a_visit(bridge), a_partnership(), a_check_in())
    with pytest.raises(EditConflict) as met:
        check_in.report(a_visit(bridge), a_partnership(), a_check_in(colour="red"))

    assert met.value.theirs == first and reports(bridge) == [first]
    assert check_in.report(a_visit(bridge), a_partnership(), a_check_in(colour="red"), first.id) == reports(bridge)[0]
