"""What differs between two baselines, milestone by milestone."""

from collections.abc import Iterable
from dataclasses import dataclass

from integration.model.plan.baseline import BaselineLine


@dataclass(frozen=True, slots=True)
class LineChange:
    """How one milestone differs between two plans; None before is an added one, None after a removed one."""

    before: BaselineLine | None
    after: BaselineLine | None

    @property
    def days(self) -> int:
        """Days later (or, below 0, earlier) than before; 0 for what was added or removed."""
        return (self.after.due_on - self.before.due_on).days if self.before and self.after else 0

    @property
    def weight(self) -> float:
        """How much more it counts than before; 0 for what was added or removed."""
        return self.after.weight - self.before.weight if self.before and self.after else 0.0


def line_changes(before: Iterable[BaselineLine], after: Iterable[BaselineLine]) -> list[LineChange]:
    """What differs between two plans, milestone by milestone: added, removed, moved, or weighed differently."""
    old, new = ({one.milestone_id: one for one in lines} for lines in (before, after))
    pairs = [LineChange(old.get(one), new.get(one)) for one in dict.fromkeys([*old, *new])]
    return [pair for pair in pairs if pair.before is None or pair.after is None or pair.days or pair.weight]
