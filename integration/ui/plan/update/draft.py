"""The draft of a plan: what this session saw of it, and what was typed since."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from integration.model.plan.milestone import Milestone
from integration.services.plan import plan
from integration.services.portfolio.partnership import Dossier
from integration.views.plan.update import COLUMNS

# More than any text may be; what is longer is cut where it would be refused anyway.
LONGEST = 6_000


@dataclass
class PlanDraft:
    """The milestones as they were seen, the words that were typed in their cells, what collided when they were saved, and what was settled last."""

    seen: dict[str, Milestone]
    typed: dict[str, dict[str, str]] = field(default_factory=dict)
    collisions: tuple[plan.Collision, ...] = ()
    generation: int = 0
    settled: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> "PlanDraft":
        """A draft in which nothing was typed."""
        return cls(_kept(dossier))

    def take(self, sent: Any) -> None:
        """Take over what a browser says was typed, as far as it is of this draft."""
        if not isinstance(sent, Mapping) or sent.get("generation") != self.generation or not isinstance(sent.get("cells"), Mapping):
            return
        rows = {one: _words(cells) for one, cells in sent["cells"].items() if one in self.seen and isinstance(cells, Mapping)}
        self.typed = {one: cells for one, cells in rows.items() if cells}

    def renew(self, dossier: Dossier, keep: Collection[str] = ()) -> None:
        """Begin again from the plan as it stands; what was typed in the rows of `keep` stays."""
        self.seen, self.settled = _kept(dossier), self.typed
        self.typed = {one: cells for one, cells in self.typed.items() if one in keep and one in self.seen}
        self._redraw()

    def freshen(self, dossier: Dossier) -> None:
        """Take over what others saved, as long as nothing was typed."""
        if not self.typed and not self.collisions:
            self.seen = _kept(dossier)

    def settle(self, keep_mine: Mapping[str, bool]) -> None:
        """Go on from what the others saved; where theirs was chosen, drop what was typed."""
        self.settled = {**self.typed}
        for collision in self.collisions:
            one = collision.theirs.id
            self.seen[one] = collision.theirs
            if not keep_mine[one]:
                self.typed.pop(one, None)
        self._redraw()

    def _redraw(self) -> None:
        self.collisions = ()
        self.generation += 1


def _words(cells: Mapping[Any, Any]) -> dict[str, str]:
    return {name: words[:LONGEST] for name, words in cells.items() if name in COLUMNS and isinstance(words, str)}


def _kept(dossier: Dossier) -> dict[str, Milestone]:
    return {one.id: one for one in dossier.milestones if not one.cancelled}
