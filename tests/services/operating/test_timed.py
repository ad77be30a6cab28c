"""Timed work: a week by the clock, every mail once, also when the app was stopped over the hour, and with three servers on one store."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from integration.access.seal import Seal
from integration.model.operating.server import Outcome
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.operating.schedule import Schedule
from integration.services.operating.timed import AGAIN_AFTER, Task, TimedWork
from integration.services.operating.timetable import timed_work
from integration.storage.organisation import people
from tests.access.mailing import Inbox, mail_host
from tests.examples import NOON, VERA, a_milestone, save

at = datetime.fromisoformat
SUNDAY = at("2026-11-29 12:00")
HOURS = [SUNDAY + timedelta(hours=3 * step) for step in range(8 * 7)]


@pytest.fixture
def inbox(monkeypatch):
    with mail_host() as running:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", running.address)
        yield running


@pytest.fixture
def busy(bridge):
    """Vera leads the Bridge, owns what is due on the Thursday and the Sunday after next, and has an address."""
    with bridge.reading() as cursor:
        vera = people(cursor)[VERA]
    save(bridge, replace(vera, email="vera@example.org"), recorded_at=NOON - timedelta(days=3))
    coming = ((one, date(2026, 12, day)) for one, day in (("T1", 10), ("T2", 12)))
    save(bridge, *(a_milestone(code=code, title=Text("", code), owner_id=VERA, due_on=due) for code, due in coming), recorded_at=NOON - timedelta(days=3))
    return bridge


def server(database, name: str, *only: str) -> TimedWork:
    """The timed work of one server, which remembers its runs in a file of its own."""
    found = timed_work(Host(database, Cache(), Seal("only for tests")))
    return TimedWork([one for one in found.tasks if not only or one.name in only], database.path.with_name(name))


def subjects(inbox: Inbox) -> Counter[str]:
    return Counter(str(one["Subject"]).partition(":")[0] for one in inbox.mails)


@pytest.mark.parametrize(
    ("servers", "stopped"),
    [(1, range(0)), (1, range(5, 10)), (3, range(0)), (3, range(5, 8))],
    ids=["one server", "stopped over Monday's hours", "three servers", "three of them stopped over the hour"],
)
def test_a_week_sends_every_mail_once(busy, inbox, servers, stopped):
    running = [server(busy, f"{number}.json", "digest", "reminders") for number in range(servers)]
    for step, now in enumerate(HOURS):
        for one in running if step not in stopped else ():
            one.look(now)

    # One Monday has come; each milestone is told of once, seven days before.
    assert subjects(inbox) == {"Sinds vorige week": 1, "Binnenkort": 2}
    assert {name: run.is_done for name, run in running[0].runs().items()} == {"digest": True, "reminders": True}


def test_what_was_due_before_the_first_start_is_not_caught_up_but_a_backup_is_taken(busy, inbox):
    done = server(busy, "new.json").look(at("2026-12-02 12:00"))

    assert (sorted(done), inbox.mails) == (["backup", "mentions", "tidy", "webhooks"], [])


def test_mail_that_is_refused_is_tried_again_and_goes_out_once(busy, monkeypatch):
    monday = at("2026-11-30 06:00")
    with mail_host(Inbox(refuses="451 later")) as away:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", away.address)
        work = server(busy, "runs.json")
        work.look(monday - timedelta(hours=1))
        work.look(monday)
    refused = work.runs()["digest"].outcome
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        for step in range(4):
            work.look(monday + step * AGAIN_AFTER)

    assert (refused.failed, refused.reason.count("later")) == (1, 1)
    assert subjects(inbox)["Sinds vorige week"] == 1 and work.runs()["digest"].is_done


def test_a_task_that_fails_stops_no_other_and_says_why(tmp_path):
    def failing(_now):
        raise OSError("no room")

    tasks = [Task("one", Schedule(3), failing, at_first=True), Task("other", Schedule(3), lambda _now: Outcome(7), at_first=True)]
    work = TimedWork(tasks, tmp_path / "runs.json")

    assert work.look(NOON) == ["one", "other"]
    assert [(name, run.outcome) for name, run in work.runs().items()] == [("one", Outcome(0, 1, "OSError")), ("other", Outcome(7))]


def test_what_the_machine_refuses_is_told_in_its_words_and_with_its_place(tmp_path):
    def failing(_now):
        (tmp_path / "backups").write_text("no folder")
        (tmp_path / "backups").mkdir()

    work = TimedWork([Task("backup", Schedule(3), failing, at_first=True)], tmp_path / "runs.json")
    work.look(NOON)

    assert work.runs()["backup"].outcome.reason == f"File exists: {tmp_path / 'backups'}"


@pytest.mark.parametrize("written", ["", "{", "[]", '{"digest": 7}', '{"digest": {"due_at": "yesterday", "ran_at": null, "outcome": {}}}'])
def test_a_file_of_runs_that_cannot_be_read_is_begun_anew(tmp_path, written):
    file = tmp_path / "runs.json"
    file.write_text(written)

    assert TimedWork([Task("one", Schedule(3), lambda _now: Outcome(1), at_first=True)], file).look(NOON) == ["one"]
