"""The sources of a pack: everything that it is frozen from, read beforehand, so that the freezing itself needs no store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from integration.measures.portfolio import Portfolio
from integration.model.change import Change
from integration.model.foundation import Foundation
from integration.model.pack import Lines
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Promise
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.register import Register
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.views.mirror.mirror import Outcome


@dataclass(frozen=True, slots=True)
class PartnershipSources:
    """One partnership's records, the lead's lines by domain, and what changed since its last meeting (`held`) or since a day.

    Its foundation and what its newest Mirror says stand here where it is told of alone.
    """

    partnership: Partnership
    milestones: Sequence[Milestone]
    depths: dict[str, Depth]
    check_ins: Sequence[CheckIn]
    promises: Sequence[Promise]
    register: Register
    lines: Mapping[str, Lines]
    changes: Sequence[Change]
    since: date
    held: bool
    foundation: Foundation | None = None
    mirror: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The portfolio as measured at one moment, the thresholds in force, and the shared scores by partnership id."""

    portfolio: Portfolio
    limits: Thresholds
    shared: Mapping[str, tuple[float, int]]

    def narrowed(self, ids: Sequence[str]) -> "Measured":
        """The same with only these partnerships; looking one up in a small frame is many times faster."""
        whole, timed = self.portfolio, self.portfolio.timed
        rows = whole.partnerships.loc[[*ids]]
        near = timed.domains[timed.domains.index.get_level_values("partnership").isin(ids)]
        timed = replace(timed, partnerships=timed.partnerships.loc[[*ids]], domains=near, cliffs=timed.cliffs[timed.cliffs.partnership.isin(ids)])
        return replace(self, portfolio=replace(whole.narrowed(rows.index), timed=timed))


@dataclass(frozen=True, slots=True)
class Order:
    """What is published: under which id, when, by whom, about one partnership or a selection, and after or instead of which earlier pack."""

    id: str
    now: datetime
    who: str
    whole: bool
    title: Text
    reason: Text = Text()
    corrected_at: datetime | None = None
    previous: str = ""
