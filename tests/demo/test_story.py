"""The eight stories of the demo are true, on whichever day it is loaded."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pandas as pd
import pytest

from integration.services.mirror import mirror
from integration.services.portfolio import partnership, portfolio
from integration.services.portfolio.partnership import Dossier
from integration.storage.core.database import Database
from integration.views.plan.cliff_warning import cliff_warnings
from tests.examples import a_visit

DAYS = [date(2026, 11, 23), date(2027, 2, 28), date(2027, 4, 7), date(2027, 9, 3)]


@dataclass(frozen=True)
class Told:
    """The demo as loaded on one day, and read at noon."""

    day: date
    database: Database

    @property
    def visit(self):
        return a_visit(self.database, now=datetime.combine(self.day, time(12)))

    def row(self, code: str) -> Any:
        return portfolio.read(self.visit).partnerships.reset_index().set_index("code").loc[code]

    def domains(self, code: str) -> pd.DataFrame:
        return portfolio.read(self.visit).domains.loc[self.row(code).id]

    def timed(self, code: str) -> Any:
        found = portfolio.read(self.visit).timed
        assert found
        return found.partnerships.loc[self.row(code).id]

    def dossier(self, code: str) -> Dossier:
        return partnership.read(self.visit, code)


@pytest.fixture(scope="module", params=DAYS, ids=str)
def told(request, demo_of):
    database = Database(demo_of(request.param))
    yield Told(request.param, database)
    database.close()


def test_one_is_exactly_on_plan(told):
    plan = told.dossier("ZORG-NOORD").milestones
    due = [one for one in plan if one.due_on and one.due_on < told.day]

    assert len(due) > 10
    assert [(one.code, one.done_on) for one in due if one.done_on != one.due_on] == []
    assert [one.code for one in plan if one.done_on and one.due_on and one.due_on > told.day] == []
    assert told.row("ZORG-NOORD").overdue == 0
    schedule = told.timed("ZORG-NOORD")
    assert (schedule.computed, schedule.spi, schedule.behind) == ("green", 1.0, 0)


def test_one_reports_green_while_late(told):
    assert set(told.domains("TECH-WEST").colour) == {"green"}
    assert told.row("TECH-WEST").overdue > 0
    found = portfolio.read(told.visit).timed
    assert found
    judged = found.domains.loc[told.row("TECH-WEST").id]
    assert judged.watermelon.any() and {*judged[judged.watermelon].reported} == {"green"}


def test_one_was_silent_for_two_months(told):
    row = told.row("HAVEN")

    assert bool(row.silent)
    assert 56 <= row.days_since <= 77


def test_no_other_is_silent(told):
    rows = portfolio.read(told.visit).partnerships

    assert [*rows[rows.silent].code] == ["HAVEN"]


def test_one_just_missed_1_september(told):
    begin = date(told.day.year if told.day > date(told.day.year, 9, 1) else told.day.year - 1, 9, 1)
    gated = [one for one in told.dossier("BOUW-OOST").milestones if one.gate == "day1"]
    missed = [one for one in gated if one.done_on is None or one.done_on > begin]

    assert {one.due_on for one in gated} == {begin}
    assert missed
    read = portfolio.read(told.visit)
    assert read.timed
    cliffs = read.timed.cliffs[read.timed.cliffs.partnership == told.row("BOUW-OOST").id]
    costly = cliffs[cliffs.due_on == pd.Timestamp(begin)]
    assert {*costly.state} <= {"missed", "will miss"}
    assert {*costly.code} == {one.code for one in missed if one.credit < 100}
    assert (costly.slip > 0).all() and (costly.effective >= 365).all() and {*costly.target.dt.date} == {begin}
    said = cliff_warnings(told.visit.reader, cliffs, read.partnerships)
    assert all(f"moves to school year {begin.year + 1}–" in one.cost for one in said) and said


def test_one_just_begun_has_empty_parts(told):
    dossier, domains = told.dossier("HORECA"), told.domains("HORECA")

    assert (told.day - dossier.partnership.starts_on).days <= 62
    assert dossier.check_ins == []
    assert {*dossier.depths} == {"training", "hrm"}
    assert domains.progress.isna()[["backoffice", "housing"]].all()
    assert {*domains.colour.isna()} == {True}


def test_one_is_finished(told):
    dossier, row = told.dossier("MAAK-ZUID"), told.row("MAAK-ZUID")

    assert {one.credit for one in dossier.milestones} == {100}
    assert (row["mean"], row.phase, row.overdue, bool(row.silent)) == (100, "integrated", 0, False)
    assert {one.current - one.target for one in dossier.depths.values()} == {0}


def test_one_has_three_partners(told):
    dossier = told.dossier("LOGIS")
    kinds = [dossier.organisations[one].kind for one in dossier.partnership.partners]

    assert sorted(kinds) == ["company", "other", "school"]


def test_one_is_in_trouble_in_housing_only(told):
    domains = told.domains("GROEN")

    assert domains.colour.to_dict() == {"training": "green", "backoffice": "green", "hrm": "green", "housing": "red"}
    assert domains.overdue.fillna(0).gt(0).to_dict() == {"training": False, "backoffice": False, "hrm": False, "housing": True}


def test_three_hold_the_mirror_twice(told):
    results = {code: [mirror.result(told.visit, one) for one in mirror.rounds(told.visit, told.row(code).id)] for code in ("ZORG-NOORD", "TECH-WEST", "GROEN")}
    shared, blind, few = ([one for one in found if one] for found in results.values())

    assert [len(found) for found in (shared, blind, few)] == [2, 2, 2]
    assert "blind spot" in {*blind[-1].found.field} and (blind[-1].shared or 1) < (shared[-1].shared or 0)
    assert [one.shared is None for one in few] == [False, True]
