"""One write: who, when, and which tables it touched."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from integration.storage.core.cursor import Cursor

# Stores what a transaction wrote, given its line in the change log (or none) and the tables that are to be read again.
Commit = Callable[[list[object], Iterable[str]], None]


class Writing:
    """An open write transaction: its cursor, who writes, the moment and the number that every row of it carries, in which partnerships, and its tables.

    `subject` is what its line in the change log will say it was about.
    """

    def __init__(self, cursor: Cursor, number: int, who: str, moment: datetime, within: frozenset[str] | None = None, subject: str = "") -> None:
        self.cursor, self.number, self.who, self.moment, self.within = cursor, number, who, moment, within
        self.subject = subject
        self.tables: set[str] = set()
        self._about: set[str] = set()

    @property
    def about(self) -> frozenset[str]:
        """The ids of the partnerships that it wrote about; none of them where something may be about every one."""
        return frozenset() if "" in self._about else frozenset(self._about)

    def wrote(self, table: str, about: Iterable[str]) -> None:
        """Count a table as written to, about the partnerships with these ids ("" stands for none in particular)."""
        self.tables.add(table)
        self._about.update(about)


def utc_now() -> datetime:
    """This moment in UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)
