"""Odd partnerships on every page of time: a plain sentence, never a NaN, an infinity or a trace."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from integration.days import EARLIEST, LATEST
from integration.model.plan.baseline import Baseline
from integration.model.text import Text
from integration.storage.core.database import Database
from tests.examples import COMPANY, NOON, SCHOOL, a_milestone, a_partnership, an_organisation, save
from tests.pages.conftest import _opened
from tests.pages.session import Session

TODAY = datetime.now(UTC).date()
SOON, AGO = TODAY + timedelta(days=30), TODAY - timedelta(days=300)
OPEN: dict[str, Any] = {"starts_on": AGO, "due_on": SOON}
DONE: dict[str, Any] = {"starts_on": AGO, "due_on": TODAY - timedelta(days=9), "done_on": TODAY - timedelta(days=9), "credit": 100}
FUTURE: dict[str, Any] = {"starts_on": SOON, "ends_on": SOON + timedelta(days=400)}
ODD: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "EMPTY": ({}, []),
    "UNDATED": ({"starts_on": None, "ends_on": None}, [{"starts_on": None, "due_on": None}]),
    "STARTLESS": ({"starts_on": None, "ends_on": None}, [OPEN]),
    "SINGLE": ({"starts_on": AGO}, [OPEN]),
    "CANCELLED": ({"starts_on": AGO}, [{**OPEN, "cancelled": True}, {**OPEN, "code": "T2", "cancelled": True}]),
    "FINISHED": ({"starts_on": AGO}, [DONE, {**DONE, "code": "T2"}]),
    "FUTURE": (FUTURE, [{"starts_on": SOON, "due_on": SOON + timedelta(days=90)}]),
    "LEAP": ({"starts_on": date(2024, 2, 29)}, [{"starts_on": date(2024, 2, 29), "due_on": date(2028, 2, 29), "gate": "day1"}]),
    "WAITING": ({"starts_on": AGO}, [{**OPEN, "cancelled": True}, {**OPEN, "code": "T2", "waits_for": ("T1",)}]),
    "CIRCLE": ({"starts_on": AGO}, [{**OPEN, "waits_for": ("T2",)}, {**OPEN, "code": "T2", "waits_for": ("T1",)}]),
    "LINELESS": ({"starts_on": AGO}, [OPEN]),
    "WIDEST": (
        {"starts_on": EARLIEST, "ends_on": LATEST},
        [
            {"starts_on": EARLIEST, "due_on": EARLIEST, "forecast_on": LATEST},
            {"code": "T2", "starts_on": EARLIEST, "due_on": LATEST, "waits_for": ("T1",)},
            {"code": "T3", "starts_on": LATEST, "due_on": LATEST, "waits_for": ("T2",), "gate": "day1"},
        ],
    ),
    "ONEDAY": ({"starts_on": AGO}, [{"starts_on": AGO, "due_on": AGO}]),
}
SHOWS = ("calendar", "curve", "trend", "path", "baselines")
PAGES: list[tuple[str, dict[str, str]]] = [
    ("partnership", {}),
    *(("timeline", {"show": show}) for show in SHOWS),
    *(("update", {"tab": tab}) for tab in ("plan", "baseline", "scenarios")),
]
NO_NUMBER = re.compile(r"\b(?:nan|NaN|NaT|None|inf|infinity|Traceback)\b|∞")


@pytest.fixture(scope="module", autouse=True)
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A store with nothing but odd partnerships."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTEGRATION_DEMO", "0")
        for database in _opened(tmp_path_factory.mktemp("odd") / "odd.duckdb", patch):
            save(database, an_organisation(), an_organisation(id=COMPANY, name="Machinefabriek", kind="company"), recorded_at=NOON.replace(year=TODAY.year - 1))
            for number, code in enumerate(ODD):
                _save(database, code, f"00000000-0000-7000-8000-0000000001{number:02d}")
            yield database


def _save(database: Database, code: str, key: str) -> None:
    fields, plan = ODD[code]
    before = datetime.combine(TODAY - timedelta(days=2), NOON.time())
    save(database, a_partnership(id=key, code=code, name=Text(code, code), partners=(SCHOOL, COMPANY), lead_id="", **fields), recorded_at=before)
    if plan:
        save(database, *(a_milestone(partnership_id=key, critical=True, **one) for one in plan), recorded_at=before)
    if code == "LINELESS":
        save(database, Baseline(partnership_id=key, name=Text("Leeg", "Blank")), recorded_at=before)


@pytest.mark.parametrize("code", ODD)
@pytest.mark.parametrize(("page", "asked"), PAGES, ids=lambda one: "-".join(one.values()) if isinstance(one, dict) else one)
def test_an_odd_partnership_opens_everywhere(code, page, asked):
    session = Session(page, "en", p=code, **asked)

    assert not session.app.exception and not session.app.error
    assert [line for line in session.lines if NO_NUMBER.search(line)] == []


@pytest.mark.parametrize(("page", "asked"), [("portfolio", {}), ("portfolio", {"since": "meeting"}), ("domain", {"d": "training"}), ("timeline", {})], ids=str)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_of_them_together_open_too(page, asked, language):
    session = Session(page, language, **asked)

    assert not session.app.exception
    assert [line for line in session.lines if NO_NUMBER.search(line)] == []


@pytest.mark.parametrize(
    ("code", "page", "asked", "words"),
    [
        ("EMPTY", "partnership", {}, "Nothing is planned yet, so there is nothing to compare with."),
        ("EMPTY", "timeline", {}, "No milestone is planned here yet."),
        ("UNDATED", "partnership", {}, "Nothing is planned yet, so there is nothing to compare with."),
        ("STARTLESS", "partnership", {}, "Nothing was promised by today."),
        ("SINGLE", "partnership", {}, "Nothing was promised by today."),
        ("CANCELLED", "partnership", {}, "Everything that was planned was cancelled, so there is nothing to compare with."),
        ("CANCELLED", "timeline", {"show": "path"}, "Nothing is open, so there is no critical path."),
        ("FINISHED", "partnership", {}, "Everything is delivered, on the day that was planned."),
        ("FINISHED", "timeline", {"show": "path"}, "Nothing is open, so there is no critical path."),
        ("FUTURE", "partnership", {}, "The programme begins on"),
        ("WAITING", "timeline", {"show": "path"}, "T1 was cancelled and holds nothing up"),
        ("CIRCLE", "timeline", {"show": "path"}, "These milestones wait for each other in a circle"),
        ("LINELESS", "timeline", {"show": "curve"}, "Plan as it stands"),
        ("LINELESS", "timeline", {"show": "baselines"}, "0 milestones"),
        ("ONEDAY", "partnership", {}, "Everything is planned on one day, so there is no pace to compare."),
        (
            "SINGLE",
            "timeline",
            {"show": "curve"},
            "A simulated end needs at least 8 milestones that are delivered or late, and an end that is still to come; there are 0.",
        ),
    ],
)
def test_each_has_its_sentence(code, page, asked, words):
    assert words in Session(page, "en", p=code, **asked).words


def test_a_baseline_of_nothing_is_refused_and_what_was_typed_stays():
    session = Session("update", "en", p="EMPTY", tab="baseline").fill({"Name of the baseline": "Too early"}).press("Set the baseline")

    assert "There is nothing to promise yet: plan at least one milestone with a due date first." in session.words
    assert session.field("Name of the baseline").value == "Too early"
