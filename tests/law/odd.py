"""Odd partnerships: plans that once made a board read something false."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.plan.milestone import Milestone
from integration.model.text import Text
from integration.storage.core.database import Database
from tests.examples import VERA, a_check_in, a_milestone, a_person, an_organisation, save

SCHOOL, COMPANY = (f"00000000-0000-7000-8000-00000000010{at}" for at in range(2))


class Odd:
    """A partnership in the making: what was planned and promised `start` days ago, and how the plan stands now."""

    def __init__(self, at: int, code: str, today: date, start: int = 330) -> None:
        self.today, self.start = today, today - timedelta(days=start)
        self.own = Partnership(
            id=f"00000000-0000-7000-8000-0000000002{at:02}",
            code=code,
            name=Text(f"Proef {code}", f"Case {code}"),
            partners=(SCHOOL, COMPANY),
            phase="integrating",
            starts_on=self.start,
            ends_on=today + timedelta(days=400),
            lead_id=VERA,
        )
        self.first: list[Milestone] = []
        self.now: list[Milestone] = []

    def plan(self, code: str, due: int, domain: str = "training", now: dict[str, Any] | None = None, **wanted: Any) -> Self:
        """One milestone that was to be there `due` days from today, and what became of it since."""
        usual = {"partnership_id": self.own.id, "code": code, "domain": domain, "title": Text(f"Mijlpaal {code}", f"Milestone {code}"), "starts_on": self.start}
        one = a_milestone(**{**usual, "due_on": self.day(due), "owner_id": VERA, **wanted})
        self.first.append(one)
        self.now.append(replace(one, **(now or {})))
        return self

    def day(self, days: int) -> date:
        """A day so many days from today."""
        return self.today + timedelta(days=days)

    def store(self, database: Database, promised: bool = True) -> str:
        """Write it down as it happened."""
        began, lately = (datetime.combine(min(self.start, self.day(-9)), time(9)), datetime.combine(self.day(-3), time(9)))
        save(database, self.own, recorded_at=began)
        stored = save(database, *self.first, recorded_at=began)
        if promised:
            baseline = Baseline(partnership_id=self.own.id, name=Text("Plan", "Plan"))
            save(database, baseline, *baseline_lines(baseline, stored), recorded_at=began + timedelta(hours=1))
        save(database, *(replace(one, version=old.version) for one, old in zip(self.now, stored, strict=True)), recorded_at=lately)
        save(database, a_check_in(partnership_id=self.own.id, need=Text("Een besluit", "A decision")), recorded_at=lately)
        return self.own.code


def done(day: date) -> dict[str, Any]:
    """Delivered on a day."""
    return {"credit": 100.0, "done_on": day}


def odd_partnerships(database: Database, today: date) -> Iterator[str]:
    """Store them all; their codes."""
    body = (an_organisation(id=SCHOOL, name="ROC Oost"), an_organisation(id=COMPANY, name="Staalbouw", kind="company"))
    save(database, *body, a_person(), recorded_at=datetime.combine(today - timedelta(days=900), time(9)))
    later = today + timedelta(days=200)
    yield (Odd(1, "MOVED", today).plan("T1", -270, now={"due_on": later}).plan("T2", -170, now={"due_on": later}).plan("T3", 100).store(database))
    over = Odd(2, "OVER", today).plan("T1", -120, now=done(today - timedelta(days=120))).plan("T2", -56, now={"credit": 50.0})
    yield over.store(database)
    gone = Odd(3, "GONE", today).plan("T1", -30, now={"cancelled": True}).plan("T2", 60, now={"cancelled": True})
    yield gone.plan("T3", -20, due_on=None, now={"due_on": today - timedelta(days=20)}).store(database)
    passed = Odd(4, "PASSED", today).plan("T1", -90, now={"due_on": today - timedelta(days=40), "forecast_on": today - timedelta(days=15)})
    yield passed.plan("H1", 90, "hrm").store(database)
    year = Odd(5, "YEAR", today).plan("T1", -6, gate="day1", critical=True).plan("H1", 30, "hrm", gate="day1", now={"forecast_on": today + timedelta(days=400)})
    yield year.store(database)
    half = Odd(6, "HALF", today)
    for at in range(8):
        half.plan(f"B{at}", -40 + at, "backoffice", now=done(today - timedelta(days=45)) if at < 5 else {"credit": 25.0})
    yield half.store(database)
    yield (Odd(7, "FREE", today).plan("T1", -25, now={"credit": 25.0}).plan("F1", -10, "foundation").plan("H1", 300, "hrm").store(database, promised=False))
    early = Odd(8, "EARLY", today).plan("T1", -100, now=done(today - timedelta(days=130))).plan("T2", 40, now=done(today - timedelta(days=5)))
    yield early.plan("T3", 200, gate="gate").store(database)
    # 280 days earned of 330: a pace of 0.848, which is shown as 0.85.
    edge = Odd(9, "EDGE", today).plan("T1", -60, now=done(today - timedelta(days=60))).plan("T2", -50, now={"credit": 75.0})
    yield edge.plan("T3", 300).store(database)
    # The lead's own date went by, and the due date was moved: it is expected when it is due now.
    stale = Odd(10, "STALE", today).plan("T1", 30, now={"due_on": later, "forecast_on": today - timedelta(days=20), "credit": 25.0})
    yield stale.plan("H1", 10, "hrm", gate="day1", now={"credit": 50.0}).store(database)
