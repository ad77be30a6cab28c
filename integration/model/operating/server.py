"""How one server is doing: its version, store and mail, the work it does by its own clock, its pages, and what failed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one run went: how much was done, how much was not, and why."""

    done: int = 0
    failed: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The newest run of a task: for which moment, when it was made, and how it went."""

    due_at: datetime
    ran_at: datetime | None = None
    outcome: Outcome = Outcome()

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is left to do."""
        return not self.outcome.failed


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of timed work: its newest run, if it ran, and when it is due next."""

    name: str
    run: Run | None
    next_at: datetime


@dataclass(frozen=True, slots=True)
class PageTimes:
    """How one page was made over a week: how often, within how many seconds half of the times, and the slowest."""

    page: str
    made: int
    half_within: float
    slowest: float


@dataclass(frozen=True, slots=True)
class Failure:
    """What nobody foresaw, by the code that people saw: what it was, where, how often, and when first and last."""

    code: str
    kind: str
    place: str
    about: str
    times: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class MailHealth:
    """What the mail server said lately: mails taken and refused within a week, the newest of both, and why it refused."""

    sent: int
    refused: int
    sent_at: datetime | None
    refused_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class WebhookHealth:
    """What other programs answered lately: how many webhooks there are and were stopped; messages of a week taken, to be tried again, and given up."""

    webhooks: int
    stopped: int
    taken: int
    waiting: int
    refused: int


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """The store as a file: its size and the room on its disk in bytes, its changes, its newest backup, and how it grew since the oldest that is kept."""

    size: int
    free: int
    changes: int
    backup: date | None
    growth: tuple[int, date] | None
    too_little_room: bool = False
    backup_is_missing: bool = False
    changed_by_others: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that who runs a server asks of it; `mail` is None where none is sent, `readers` are open pages of people and of guests."""

    version: str
    store: StoreFacts
    mail: MailHealth | None
    webhooks: WebhookHealth
    readers: tuple[int, int]
    works: tuple[Work, ...]
    pages: tuple[PageTimes, ...]
    failures: tuple[Failure, ...]
