"""A partnership now: what its leads ask of the committee, and each domain on a row."""

from datetime import timedelta

from integration.model.text import Text
from integration.services.portfolio import partnership
from integration.views.portfolio.now import domain_row, need_lines
from integration.views.portfolio.partnership import partnership_view
from tests.examples import NOON, a_check_in, a_depth, a_milestone, a_reader, a_visit, measured, save


def asked(database):
    return need_lines(a_reader(), "BRUG", partnership.read(a_visit(database), "BRUG").check_ins)


def rows(database):
    visit = a_visit(database)
    dossier = partnership.read(visit, "BRUG")
    view = partnership_view(visit.reader, dossier.partnership, dossier.milestones, dossier.depths, dossier.check_ins, measured(database))
    return [domain_row(visit.reader, "BRUG", card) for card in view.cards]


def test_only_the_latest_report_of_a_domain_asks(bridge):
    save(
        bridge,
        a_check_in(domain="hrm", need=Text("oud", "old")),
        a_check_in(domain="housing", need=Text("een huis", "a house")),
        recorded_at=NOON - timedelta(days=9),
    )
    save(bridge, a_check_in(domain="hrm", need=Text()))

    assert [(one.title, one.about) for one in asked(bridge)] == [("a house", "asked by the lead · Housing · 14 Nov 2026")]


def test_what_is_stuck_goes_before_what_was_done(bridge):
    save(bridge, a_check_in(domain="hrm", done=Text("klaar", "ready"), stuck=Text("vast", "held up")))
    save(bridge, a_check_in(domain="housing", done=Text("klaar", "ready")))
    found = {row.cell.domain: (row.label, row.line) for row in rows(bridge)}

    assert (found["hrm"], found["housing"], found["training"]) == (("Stuck", "held up"), ("Done", "ready"), ("", ""))


def test_a_row_leads_to_its_plan_and_to_the_history_of_its_depth(bridge):
    save(bridge, a_milestone(domain="hrm"), a_depth(domain="hrm"))
    [row] = [row for row in rows(bridge) if row.cell.domain == "hrm"]

    assert row.href == "/timeline?p=BRUG&domain=hrm&lang=en"
    assert row.depth_href == "/partnership?p=BRUG&history=depth.hrm&lang=en"
    assert row.reported == "Nothing was reported yet."
