"""What turned: the domains whose computed colour is another than it was, and whether for better or worse."""

import numpy as np
import pandas as pd

from integration.measures.plan.plan_against_reality import Timed

# What is unknown or not begun is neither better nor worse than anything.
RANKS = {"red": 0, "amber": 1, "green": 2, "blue": 3}
TURNED = ["partnership", "domain", "before", "now", "better"]


def colours(timed: Timed) -> pd.DataFrame:
    """The computed colour of every domain: `partnership`, `domain`, `colour`."""
    found = timed.domains.computed
    return found.rename("colour").reset_index()


def turned(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The domains (`colours` of two moments) that turned for better or worse, one row each (TURNED): what got worse first, the worst colour on top."""
    both = now.merge(before, on=["partnership", "domain"], suffixes=("_now", "_before"))
    ranks = {name: both[f"colour_{name}"].map(RANKS).astype(float) for name in ("now", "before")}
    step = (ranks["now"] - ranks["before"]).fillna(0)
    found = both.assign(before=both.colour_before, now=both.colour_now, better=step > 0, rank=ranks["now"], far=-np.abs(step))[step != 0]
    return found.sort_values(["better", "rank", "far"], kind="stable")[TURNED].reset_index(drop=True)
