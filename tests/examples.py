"""Examples: one partnership between a school and a company, and the parts a test needs of it; say only what matters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import groupby
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd

from integration.days import LATEST
from integration.measures.plan.schedule import schedule_lines
from integration.measures.portfolio import Portfolio
from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.model.partnership import Partnership
from integration.model.plan.baseline import BaselineLine
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.text import Language, Text
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database
from integration.storage.core.records import append
from integration.views.kit.reader import Reader
from integration.views.kit.table import Column, Table, Value

START, TODAY = date(2026, 1, 1), date(2026, 11, 23)
NOON = datetime.combine(TODAY, time(12))
JANUARY, FEBRUARY, MARCH = (datetime.combine(date(2026, month, 15), time(9)) for month in (1, 2, 3))
CACHES = WeakKeyDictionary[Database, Cache]()
DATES = ("due_on", "done_on", "starts_on", "forecast_on")
SCHOOL, COMPANY, THIRD, BRIDGE, VERA = (f"00000000-0000-7000-8000-0000000000{number}" for number in (10, 11, 12, 20, 30))


def an_organisation(**wanted: Any) -> Organisation:
    """A school."""
    return Organisation(**{"id": SCHOOL, "name": "ROC De Brug", "kind": "school", **wanted})


def a_person(**wanted: Any) -> Person:
    """Vera, who leads."""
    return Person(**{"id": VERA, "name": "Vera", **wanted})


def a_partnership(**wanted: Any) -> Partnership:
    """The Bridge, between a school and a company, since 1 January 2026."""
    usual = {"id": BRIDGE, "code": "BRUG", "name": Text("De Brug", "The Bridge"), "partners": (SCHOOL, COMPANY), "phase": "integrating"}
    return Partnership(**{**usual, "starts_on": START, "ends_on": date(2028, 12, 31), "lead_id": VERA, **wanted})


def a_milestone(**wanted: Any) -> Milestone:
    """A milestone of training, due at the end of the year and not started."""
    usual = {"partnership_id": BRIDGE, "code": "T1", "domain": "training", "title": Text("Leerplan", "Curriculum")}
    return Milestone(**{**usual, "starts_on": date(2026, 3, 1), "due_on": date(2026, 12, 31), **wanted})


def a_depth(**wanted: Any) -> Depth:
    """Training on its way from separate to shared."""
    return Depth(**{"partnership_id": BRIDGE, "domain": "training", "start": 0, "current": 1, "target": 3, **wanted})


def a_check_in(**wanted: Any) -> CheckIn:
    """A green report of training."""
    return CheckIn(**{"partnership_id": BRIDGE, "domain": "training", "colour": "green", "confidence": 8, **wanted})


def save(database: Database, *records: Any, recorded_at: datetime = NOON) -> list[Any]:
    """Store the next version of each record, all at one moment, and return what was stored."""
    with database.writing("test", "examples", VERA, recorded_at) as writing:
        return [stored for _, kind in groupby(records, key=type) for stored in append(writing, list(kind))]


def a_visit(database: Database, language: Language = "en", now: datetime = NOON, as_of: datetime | None = None) -> Visit:
    """A visit; as in the app, all visits of an open store share what was worked out."""
    return replace(visit(database, CACHES.setdefault(database, Cache()), language, now), as_of=as_of)


def a_line(milestone: str, due: date, weight: float) -> BaselineLine:
    """One milestone of a baseline."""
    named = {"code": milestone, "domain": "hrm", "title": Text(milestone)}
    return BaselineLine(id=milestone, baseline_id="b", partnership_id=BRIDGE, milestone_id=milestone, due_on=due, weight=weight, **named)  # type: ignore[arg-type]


def a_reader(language: Language = "en") -> Reader:
    """Somebody who reads on the day of these examples."""
    return Reader(language, NOON)


def measured(database: Database) -> Portfolio:
    """The portfolio as the pages get it."""
    return portfolio.read(a_visit(database))


def plan_frame(*milestones: Milestone) -> pd.DataFrame:
    """Milestones as the frame that measures read."""
    names = ("domain", "code", "weight", "credit", "due_on", "done_on", "cancelled", "critical", "gate", "starts_on", "forecast_on")
    rows = [{"partnership": one.partnership_id, **{name: getattr(one, name) for name in names}} for one in milestones]
    frame = pd.DataFrame(rows, columns=["partnership", *names])
    return frame.astype({"weight": float, "credit": float, "cancelled": bool, "critical": bool, **dict.fromkeys(DATES, "datetime64[us]")})


def timed_frame(*milestones: Milestone, start: date = START) -> pd.DataFrame:
    """Milestones as the lines that earned schedule is measured on."""
    return schedule_lines(plan_frame(*milestones), pd.Series({one.partnership_id: pd.Timestamp(start) for one in milestones}, dtype="datetime64[us]"), LATEST)


def fields_of(problems: Sequence[Any]) -> list[str]:
    """The fields that problems name."""
    return [problem.field for problem in problems]


def unstamped(record: Record) -> Record:
    """A record without its stamps, to compare what people filled in."""
    return replace(record, version=0, recorded_at=None, recorded_by="")


def a_table(**columns: Sequence[Value]) -> Table:
    """A table of these columns, by title."""
    return Table.of_columns((Column(title, title), values) for title, values in columns.items())


def in_file(table: Table, title: str) -> list[Value]:
    """What a file of the table holds under a title."""
    titles, rows = table.in_files
    return [row[titles.index(title)] for row in rows]
