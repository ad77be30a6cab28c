"""Brothers of the odd partnerships: what a stranger would try to contradict the numbers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.text import Text
from integration.storage.core.database import Database
from tests.examples import a_check_in, save
from tests.law.odd import Odd, done


class Odder(Odd):
    """An odd partnership with what else may be said of it: a newer baseline, a report."""

    newer: tuple[str, ...] = ()
    report: dict[str, Any] | None = None

    def owning(self, **wanted: Any) -> Self:
        """The same with other facts of its own."""
        self.own = replace(self.own, **wanted)
        return self


def odder_partnerships(database: Database, today: date) -> Iterator[str]:
    """Store them all, beside the odd ones; their codes."""
    for made in (_begun, _dated, _scoped, _judged, _promised_anew):
        for one in made(today):
            yield one.store(database)
            _newer(database, one)


def _newer(database: Database, one: Odder) -> None:
    lately = datetime.combine(one.day(-2), time(9))
    if one.newer:
        baseline = Baseline(partnership_id=one.own.id, name=Text("Nieuw", "New"))
        kept = [each for each in one.now if each.code in one.newer]
        save(database, baseline, *baseline_lines(baseline, kept), recorded_at=lately)
    if one.report:
        save(database, a_check_in(partnership_id=one.own.id, **one.report), recorded_at=lately)


def _begun(today: date) -> Iterator[Odder]:
    """Programmes that begin, or end, on another day than is usual."""
    yield Odder(11, "SOON", today, -30).plan("T1", 60).plan("H1", 90, "hrm")
    yield Odder(12, "SOONLATE", today, -30).plan("T1", -20, starts_on=None).plan("H1", 90, "hrm")
    yield Odder(13, "NOSTART", today).owning(starts_on=None, ends_on=None).plan("T1", -20, starts_on=None).plan("H1", 50, "hrm", starts_on=None)
    yield Odder(14, "ONEDAY", today, 10).plan("T1", -10).plan("H1", -10, "hrm")
    yield Odder(15, "NOW", today, 100).plan("T1", 0).plan("T2", 0, now={"forecast_on": today}).plan("T3", 0, now=done(today)).plan("T4", -50, now=done(today))
    yield Odder(16, "OLD", today, 2500).plan("T1", -1271).plan("T2", -1000, critical=True, now={"credit": 75.0}).plan("H1", -400, "hrm", now=done(today))
    yield Odder(17, "EMPTY", today)
    yield Odder(18, "BASE", today).plan("F1", -3, "foundation").plan("F2", 40, "foundation", now=done(today - timedelta(days=60)))


def _dated(today: date) -> Iterator[Odder]:
    """Days on which something turns: leap days, the first of September, the edges of each rule."""
    first, leap = (date(today.year, 9, 1) - today).days, (date(today.year + 2 - today.year % 4, 2, 28) - today).days + 1
    year = Odder(19, "SEPT", today, 700)
    for at, day in enumerate((first - 1, first, first + 1, first + 365, first + 366)):
        year.plan(f"T{at}", day, gate="day1", now={"forecast_on": today + timedelta(days=first + 365 + at - 2)} if at > 2 else {"credit": 25.0})
    yield year
    yield Odder(20, "LEAP", today).plan("T1", leap).plan("T2", leap - 1, now={"forecast_on": today + timedelta(days=leap + 1)})
    for at, days in enumerate((14, 15, 90, 91)):
        yield Odder(21 + at, f"LATE{days}", today, 4000).plan("T1", -2000, now=done(today - timedelta(days=2000))).plan("T2", -days).plan("T3", 4000)
    for at, days in enumerate((1, 30, 31)):
        yield Odder(25 + at, f"KEY{days}", today, 4000).plan("T1", -2000, now=done(today)).plan("T2", -days, critical=True).plan("T3", 4000)
    for at, days in enumerate((60, 61)):
        yield Odder(28 + at, f"END{days}", today).plan("T1", 30, now={"forecast_on": today + timedelta(days=30 + days)}).plan("H1", 20, "hrm")


def _scoped(today: date) -> Iterator[Odder]:
    """Scope that comes, goes and comes back, and weights that hide it."""
    reopened = Odder(30, "REOPEN", today).plan("T1", -60, now={"credit": 50.0}).plan("T2", -50, now=done(today - timedelta(days=50)))
    yield reopened.plan("T3", 60, now={"forecast_on": today - timedelta(days=1)})
    away = {"cancelled": True}
    yield Odder(31, "ALLGONE", today).plan("T1", -30, now=away).plan("T2", 60, now=away).plan("T3", 10, due_on=None, now={"due_on": today - timedelta(days=9)})
    yield Odder(32, "CLEAR", today).plan("T1", -30, now=away).plan("T2", 60, now=away)
    yield Odder(33, "LEFT", today).plan("T1", -30, now=done(today - timedelta(days=31))).plan("T2", 60, now=away).plan("H1", 70, "hrm", now=away)
    yield Odder(34, "HEAVY", today).plan("T1", -30, weight=0.001).plan("T2", -20, weight=1000, now=done(today - timedelta(days=20))).plan("T3", 90, weight=0.5)
    yield Odder(35, "HAIR", today).plan("T1", -30, weight=3, now=done(today)).plan("T2", 90, weight=997)
    yield Odder(36, "ADDED", today).plan("T1", 60).plan("T2", 0, due_on=None, now={"due_on": today - timedelta(days=45)})
    yield Odder(37, "ALONE", today).owning(partners=()).plan("T1", -5).plan("H1", 30, "hrm")
    wait = Odder(38, "CHAIN", today).plan("T1", -10, now=away).plan("T2", 20, waits_for=("T1",)).plan("T3", 25, waits_for=("T2",))
    yield wait.plan("T4", 60, waits_for=("T3",), now={"forecast_on": today + timedelta(days=10), "due_on": today + timedelta(days=80)})


def _judged(today: date) -> Iterator[Odder]:
    """What is over, and what is reported otherwise than it is computed."""
    for at, phase in enumerate(("ended", "integrated")):
        over = Odder(40 + at, phase.upper(), today).owning(phase=phase).plan("T1", -100).plan("T2", 30, now={"forecast_on": today + timedelta(days=200)})
        yield over
    yield Odder(42, "NOPROOF", today).plan("T1", -30, gate="gate", now=done(today - timedelta(days=30))).plan("T2", -3, now=done(today - timedelta(days=3)))
    melon = Odder(43, "MELON", today).plan("T1", -95).plan("T2", 60)
    melon.report = {"domain": "training", "colour": "green", "confidence": 9}
    yield melon
    unsure = Odder(44, "UNSURE", today).plan("T1", -1, now=done(today - timedelta(days=1))).plan("T2", 60)
    unsure.report = {"domain": "training", "colour": "green", "confidence": 4}
    yield unsure


def _promised_anew(today: date) -> Iterator[Odder]:
    """Newer baselines, which make new promises and leave the first in sight."""
    for at, (code, kept) in enumerate({"LATER": ("T1", "T2", "H1"), "FEWER": ("T2", "H1"), "ONE": ("T1",)}.items()):
        moved = {"due_on": today + timedelta(days=100)}
        anew = Odder(45 + at, code, today).plan("T1", -60, now=moved).plan("T2", -10, now={"due_on": today - timedelta(days=5)}).plan("H1", 40, "hrm")
        anew.newer = kept
        yield anew
    past = Odder(48, "AGAINPAST", today).plan("T1", -90, now={"due_on": today - timedelta(days=20)}).plan("T2", -60, now={"due_on": today - timedelta(days=10)})
    past.newer = ("T1", "T2")
    yield past
