"""A real process that writes: one acknowledged line per commit, then it holds the store until it is killed or its input ends."""

import sys
from dataclasses import replace
from pathlib import Path

from integration.model.plan.milestone import Milestone
from integration.storage.core.database import Database
from integration.storage.core.records import append, latest
from tests.examples import VERA, a_milestone


def main(path: str, commits: int) -> None:
    """Write `commits` times (without end when negative): by turns a new milestone and a new version of the last one."""
    database = Database(Path(path))
    with database.reading() as cursor:
        last = max(latest(cursor, Milestone), key=lambda one: one.code, default=None)
    number = int(last.code) if last else 0
    while commits:
        with database.writing("update plan", "killed", VERA) as writing:
            number, commits = number + 1, commits - 1
            wanted = replace(last, credit=50) if last and last.version == 1 else a_milestone(code=f"{number:06d}")
            [last] = append(writing, [wanted])
        print(last.id, last.version, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
