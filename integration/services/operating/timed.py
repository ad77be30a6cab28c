"""Timed work: what the app does by itself at its hour, once, caught up after a stop, and remembered beside the store with how it went."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from integration.errors import IneenError
from integration.model.operating.server import Outcome, Run
from integration.services.operating.schedule import Interval, Schedule

SUFFIX = ".timed.json"
AGAIN_AFTER, GIVEN_UP_AFTER = timedelta(minutes=30), timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of work and its hours; `at_first` is done soon after the very first start, the others wait for their hour."""

    name: str
    schedule: Schedule | Interval
    run: Callable[[datetime], Outcome]
    at_first: bool = False


class TimedWork:
    """The tasks of one server, and the file in which it remembers their runs."""

    def __init__(self, tasks: Sequence[Task], file: Path) -> None:
        self.tasks, self._file, self._turn = tuple(tasks), file, Lock()

    def look(self, now: datetime) -> list[str]:
        """Do what is due and was not done for its newest moment; the names of what was done now."""
        with self._turn:
            return [task.name for task in self.tasks if self._look(task, now)]

    def runs(self) -> Mapping[str, Run]:
        """The newest run of each task, by name; nothing of one that never ran."""
        try:
            told = json.loads(self._file.read_text("utf-8"))
            return {name: _run_of(one) for name, one in told.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def _look(self, task: Task, now: datetime) -> bool:
        due, known = task.schedule.latest(now), self.runs().get(task.name)
        if known is None and not task.at_first:
            # What was due before this server was there is nobody's to catch up.
            self._keep(task, Run(due))
            return False
        if known and (known.due_at > due or not _is_left(known, due, now)):
            return False
        self._keep(task, Run(due, now, _tried(task, now)))
        return True

    def _keep(self, task: Task, run: Run) -> None:
        told = {name: _told(one) for name, one in {**self.runs(), task.name: run}.items()}
        new = self._file.with_name(self._file.name + ".new")
        new.write_text(json.dumps(told, indent=1), "utf-8")
        new.replace(self._file)


def _is_left(known: Run, due: datetime, now: datetime) -> bool:
    if known.due_at < due:
        return True
    tried = known.ran_at or known.due_at
    return not known.is_done and now - tried >= AGAIN_AFTER and now - due < GIVEN_UP_AFTER


def _tried(task: Task, now: datetime) -> Outcome:
    try:
        return task.run(now)
    except Exception as error:  # noqa: BLE001 – whatever one task meets, the others are done, and it is tried again
        return Outcome(failed=1, reason=_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return str(error) if isinstance(error, IneenError) else type(error).__name__


def _told(run: Run) -> dict[str, object]:
    return {"due_at": run.due_at.isoformat(), "ran_at": run.ran_at.isoformat() if run.ran_at else None, "outcome": asdict(run.outcome)}


def _run_of(told: Mapping[str, object]) -> Run:
    ran, outcome = told["ran_at"], told["outcome"]
    if not isinstance(outcome, dict):
        raise TypeError
    return Run(datetime.fromisoformat(str(told["due_at"])), datetime.fromisoformat(str(ran)) if ran else None, Outcome(**outcome))
