"""Exposure: how much a risk weighs, and from where that is much."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    # The process that makes a pack's files needs the numbers alone, and starts in half the time.
    import pandas as pd

N = TypeVar("N", int, "pd.Series")
HIGH, MIDDLE = 15, 8


def exposure(probability: N, impact: N) -> N:
    """Probability × impact, 1–25, of one entry or of a whole column.

    Source: the probability and impact matrix of the PMBOK guide.
    """
    return probability * impact
