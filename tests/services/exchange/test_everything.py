"""Everything as one workbook: a sheet for each kind, of what its reader works on, and its milestones come back unchanged into each partnership."""

import pytest

from integration.exchange.read.kind import read
from integration.exchange.workbook import book_bytes
from integration.services.core.identity import OPERATOR
from integration.services.exchange import plan_import
from integration.services.exchange.everything import everything
from integration.services.portfolio import partnership
from tests.access.identity import a_member, a_session, by
from tests.examples import BRIDGE, a_check_in, a_milestone, a_partnership, a_visit, save

OTHER = "00000000-0000-7000-8000-000000000021"
SHEETS = ["milestones", "partnerships", "domains", "check-ins", "register", "decisions", "columns"]


@pytest.fixture
def two(bridge):
    """The Bridge and another partnership, each with a milestone."""
    save(bridge, a_partnership(id=OTHER, code="OTHER"))
    save(bridge, a_milestone(code="T1"), a_milestone(code="O1", partnership_id=OTHER))
    save(bridge, a_check_in())
    return bridge


def test_every_kind_has_its_sheet_with_all_that_an_operator_may_read(two):
    found = everything(by(two, OPERATOR))

    assert [*found] == SHEETS
    assert sorted(str(row[0]) for row in found["milestones"].rows) == sorted(str(row[0]) for row in found["partnerships"].rows) == ["BRUG", "OTHER"]
    assert len(found["check-ins"].rows) == 1 and len(found["columns"].rows) > 40


def test_it_comes_back_unchanged_into_each_partnership_and_leaves_the_others_alone(two):
    brought = plan_import.read("ineen.xlsx", book_bytes(everything(a_visit(two))))
    for code in ("BRUG", "OTHER"):
        about = partnership.find(a_visit(two), code)
        proposal = plan_import.proposal(a_visit(two), about, brought, {}, {})

        assert sorted(one.action for one in proposal.rows) == ["same", "skip"], [one.why for one in proposal.rows]
        assert proposal.ready


def test_a_lead_gets_their_own_partnerships_alone(two):
    lead = a_member(two, "lead", "vera@test.example", BRIDGE)

    assert [row[0] for row in everything(by(two, a_session(lead)))["milestones"].rows] == ["BRUG"]


def test_two_sheets_are_two_sheets(two):
    assert [one.name for one in read(book_bytes(everything(a_visit(two)))).sheets] == SHEETS
