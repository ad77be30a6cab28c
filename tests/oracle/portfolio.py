"""The portfolio of one moment, worked out by hand: every partnership and every domain of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import mean

from tests.oracle.plan import DOMAINS, Line, Schedule, days_late, earned, lines_of, progress, promises
from tests.oracle.store import Row, Store, by, day_in_amsterdam

AT_WORK = ("exploring", "founding", "integrating")


@dataclass(frozen=True)
class Group:
    """One partnership, or one domain of it."""

    milestones: Sequence[Row]
    late: Mapping[str, int]
    schedule: Schedule | None
    progress: float | None
    promised: Mapping[str, Row] | None


@dataclass(frozen=True)
class Whole(Group):
    """One partnership with its domains."""

    row: Row
    domains: Mapping[str, Group]
    depths: Mapping[str, Row]
    reports: Mapping[str, Row]
    silent_days: int

    @property
    def at_work(self) -> bool:
        """Whether it is neither integrated nor ended."""
        return self.row["phase"] in AT_WORK

    @property
    def mean(self) -> float | None:
        """The mean of the domains that have progress."""
        known = [one.progress for one in self.domains.values() if one.progress is not None]
        return mean(known) if known else None

    @property
    def weakest(self) -> float | None:
        """The lowest of them."""
        return min((one.progress for one in self.domains.values() if one.progress is not None), default=None)


def portfolio(store: Store, moment: datetime, today: date) -> dict[str, Whole]:
    """Every partnership that was known, by id."""
    milestones, baselines, lines = (by(store.known(table, moment)) for table in ("milestone", "baseline", "baseline_line"))
    depths, reports = (by(store.known(table, moment)) for table in ("depth", "check_in"))
    spoken, found = store.last_words(moment), {}
    for row in store.known("partnership", moment):
        one = row["id"]
        promised = promises(baselines[one], lines[one])
        groups, start = by(milestones[one], "domain"), _start(row, lines_of(milestones[one], promised, today))
        found[one] = Whole(
            **vars(grouped(milestones[one], promised, start, today)),
            row=row,
            domains={domain: grouped(groups[domain], promised, start, today) for domain in DOMAINS},
            depths={depth["domain"]: depth for depth in depths[one]},
            reports={domain: max(said, key=lambda report: report["recorded_at"]) for domain, said in by(reports[one], "domain").items()},
            silent_days=max((today - day_in_amsterdam(spoken[one])).days, 0),
        )
    return found


def _start(row: Row, lines: Sequence[Line]) -> date | None:
    """The start of the programme, or else of what starts first in it."""
    return row["starts_on"] or min((line.starts for line in lines), default=None)


def grouped(milestones: Sequence[Row], promised: Mapping[str, Row] | None, start: date | None, today: date) -> Group:
    """What is worked out of these milestones together."""
    late = {one["id"]: days for one in milestones if (days := days_late(one, promised, today))}
    return Group(milestones, late, earned(lines_of(milestones, promised, today), start, today), progress(milestones), promised)


def attained(depth: Row) -> float | None:
    """The share of the chosen way that is behind a domain."""
    way = depth["target"] - depth["start"]
    return (depth["current"] - depth["start"]) / way if way else None
