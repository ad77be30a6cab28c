"""The draft of a week: what this session saw of the plan and of the reports, and what was typed since."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from integration.errors import IneenError
from integration.model.domain import DOMAINS
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.record import new_id
from integration.services.plan import plan
from integration.services.portfolio.partnership import Dossier
from integration.views.plan.check_in import REPORT
from integration.views.plan.update import COLUMNS, NEW_COLUMNS, is_new

# More than any text may be; what is longer is cut where it would be refused anyway.
LONGEST = 6_000
Typed = dict[str, dict[str, str]]


@dataclass
class PlanDraft:
    """The milestones and last reports as they were seen, what was typed in rows, reports and new rows (`added`, with the ids they will have),
    what collided when they were saved, what was settled and refused last."""

    seen: dict[str, Milestone]
    typed: Typed = field(default_factory=dict)
    collisions: tuple[plan.Collision, ...] = ()
    generation: int = 0
    settled: Typed = field(default_factory=dict)
    last: dict[str, CheckIn] = field(default_factory=dict)
    reports: Typed = field(default_factory=dict)
    reported: Typed = field(default_factory=dict)
    refused: IneenError | None = None
    added: Typed = field(default_factory=dict)
    began: Typed = field(default_factory=dict)
    ids: defaultdict[str, str] = field(default_factory=lambda: defaultdict(new_id))

    @classmethod
    def of(cls, dossier: Dossier) -> "PlanDraft":
        """A draft in which nothing was typed."""
        return cls(_kept(dossier), last=last_reports(dossier))

    def take(self, sent: Any) -> None:
        """Take over what a browser says was typed in the table, as far as it is of this draft."""
        if (rows := self._sent(sent)) is not None:
            self.typed = {one: cells for one, row in rows.items() if one in self.seen and (cells := _words(row, COLUMNS))}

    def take_reports(self, sent: Any) -> None:
        """Take over what a browser says was typed of the four domains."""
        if (rows := self._sent(sent)) is not None:
            self.reports = {one: cells for one, row in rows.items() if one in DOMAINS and (cells := _words(row, REPORT))}

    def take_added(self, sent: Any) -> None:
        """Take over what a browser says was typed in new rows."""
        if (rows := self._sent(sent)) is not None:
            self.added = {one: cells for one, row in rows.items() if is_new(one) and any((cells := _words(row, NEW_COLUMNS)).values())}

    def renew(self, dossier: Dossier, keep: Collection[str] = ()) -> None:
        """Begin again from what stands; what was typed of the milestones and domains of `keep` stays."""
        self.seen, self.settled, self.reported, self.last = _kept(dossier), self.typed, self.reports, last_reports(dossier)
        self.typed = {one: cells for one, cells in self.typed.items() if one in keep and one in self.seen}
        self.reports = {one: cells for one, cells in self.reports.items() if one in keep}
        self.began = self.added
        self.added = {one: cells for one, cells in self.added.items() if one in keep}
        self.ids = defaultdict(new_id, {one: known for one, known in self.ids.items() if one in self.added})
        self._redraw()

    def freshen(self, dossier: Dossier) -> None:
        """Take over what others saved, as long as nothing was typed."""
        if not self.typed and not self.collisions:
            self.seen = _kept(dossier)
        newest = last_reports(dossier)
        self.last |= {one: report for one, report in newest.items() if one not in self.reports}
        if not self.reports:
            self.last = newest

    def settle(self, keep_mine: Mapping[str, bool]) -> None:
        """Go on from what the others saved; where theirs was chosen, drop what was typed."""
        self.settled, self.reported, self.began = {**self.typed}, {**self.reports}, {**self.added}
        for collision in self.collisions:
            one = collision.theirs.id
            self.seen[one] = collision.theirs
            if not keep_mine[one]:
                self.typed.pop(one, None)
        self._redraw()

    def _redraw(self) -> None:
        self.collisions, self.refused = (), None
        self.generation += 1

    def _sent(self, sent: Any) -> dict[str, Mapping[Any, Any]] | None:
        self.refused = None
        if not isinstance(sent, Mapping) or sent.get("generation") != self.generation or not isinstance(sent.get("cells"), Mapping):
            return None
        return {one: row for one, row in sent["cells"].items() if isinstance(row, Mapping)}


def last_reports(dossier: Dossier) -> dict[str, CheckIn]:
    """The last report of each domain that has one."""
    return {one.domain: one for one in reversed(dossier.check_ins)}


def _words(cells: Mapping[Any, Any], names: Collection[str]) -> dict[str, str]:
    return {name: words[:LONGEST] for name, words in cells.items() if name in names and isinstance(words, str)}


def _kept(dossier: Dossier) -> dict[str, Milestone]:
    return {one.id: one for one in dossier.milestones if not one.cancelled}
