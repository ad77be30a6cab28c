"""The partner scan: adopted when closed, and no part of it tells of another."""

from dataclasses import replace

import pytest

from integration.errors import ThingNotFound
from integration.services.mirror import mirror
from integration.services.portfolio import partnership
from tests.examples import BRIDGE, COMPANY, SCHOOL, THIRD, a_partnership, a_visit, an_organisation, save
from tests.services.mirror.rounds import answers, begun, shut


def scanned(database, score=4):
    save(database, an_organisation(id=THIRD, name="Gemeente"))
    one, tokens = begun(database, partnership_id="", organisations=(SCHOOL, COMPANY, THIRD))
    for body in one.organisations:
        for at in range(3):
            answers(database, tokens[body], score, f"{body}{at}", f"remark of {body[-2:]}")
    return one


def test_an_open_scan_cannot_be_adopted_to_read_it_early(bridge):
    one = scanned(bridge)

    with pytest.raises(ThingNotFound):
        mirror.adopt(a_visit(bridge), one, a_partnership())
    sneaked = replace(one, id=THIRD, version=0, partnership_id=BRIDGE, source_id=one.id, closed=True)
    save(bridge, sneaked)
    assert mirror.result(a_visit(bridge), sneaked) is None and mirror.shared_scores(a_visit(bridge)) == {}


def test_two_parts_of_a_scan_do_not_tell_whose_remark_it_is(bridge):
    scan = shut(bridge, scanned(bridge))
    outcome = mirror.result(a_visit(bridge), scan)
    adopted = mirror.result(a_visit(bridge), mirror.adopt(a_visit(bridge), scan, a_partnership()))

    assert outcome and adopted
    assert (len(outcome.remarks), adopted.remarks, mirror.narrowed(a_visit(bridge), outcome, (SCHOOL, COMPANY)).remarks) == (9, (), ())


def test_a_scan_becomes_the_first_mirror_of_the_partnership_it_led_to(bridge):
    save(bridge, an_organisation(id=THIRD, name="Gemeente"))
    one, tokens = begun(bridge, partnership_id="", organisations=(SCHOOL, COMPANY, THIRD))
    for body, score in ((SCHOOL, 4), (COMPANY, 4), (THIRD, 1)):
        for at in range(3):
            answers(bridge, tokens[body], score, f"{body}{at}")
    scan = shut(bridge, one)
    chosen = partnership.save(a_visit(bridge), a_partnership(id=THIRD.replace("12", "77"), code="NIEUW"))
    mirror.adopt(a_visit(bridge), scan, chosen)
    outcome = mirror.latest_result(a_visit(bridge), chosen.id)

    assert outcome and {name for means in outcome.found.means for name in means} == {SCHOOL, COMPANY}
    assert outcome.shared == pytest.approx(0.75)
    narrow = mirror.result(a_visit(bridge), scan)
    assert narrow and mirror.narrowed(a_visit(bridge), narrow, (SCHOOL, THIRD)).found.gap.tolist() == [3.0] * 3
