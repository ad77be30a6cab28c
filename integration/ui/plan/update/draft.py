"""The draft of a plan: what this session saw of it, and what was typed since."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from integration.model.plan.milestone import Milestone
from integration.services.plan import plan
from integration.services.portfolio.partnership import Dossier
from integration.views.plan.update import open_milestones


@dataclass
class PlanDraft:
    """The open milestones as they were seen, the cells that were typed over them, and what collided when they were saved."""

    seen: dict[str, Milestone]
    edits: dict[str, dict[str, Any]] = field(default_factory=dict)
    collisions: tuple[plan.Collision, ...] = ()
    shown: pd.DataFrame | None = None
    generation: int = 0

    @classmethod
    def of(cls, dossier: Dossier) -> "PlanDraft":
        """A draft in which nothing was typed."""
        return cls(_open(dossier))

    def renew(self, dossier: Dossier) -> None:
        """Begin again from the plan as it stands."""
        self.seen, self.edits = _open(dossier), {}
        self._redraw()

    def freshen(self, dossier: Dossier) -> None:
        """Take over what others saved, as long as nothing was typed."""
        if self.edits or self.collisions:
            return
        newest = {one.id: one for one in dossier.milestones}
        if self.seen.keys() != _open(dossier).keys():
            self.renew(dossier)
        elif any(newest[one].version != seen.version for one, seen in self.seen.items()):
            self.seen, self.shown = {one: newest[one] for one in self.seen}, None

    def settle(self, keep_mine: Mapping[str, bool]) -> None:
        """Go on from what the others saved; where theirs was chosen, drop what was typed."""
        for collision in self.collisions:
            one = collision.theirs.id
            self.seen[one] = collision.theirs
            if not keep_mine[one]:
                self.edits.pop(one, None)
        self._redraw()

    def _redraw(self) -> None:
        self.collisions, self.shown = (), None
        self.generation += 1


def _open(dossier: Dossier) -> dict[str, Milestone]:
    return {one.id: one for one in open_milestones(dossier.milestones)}
