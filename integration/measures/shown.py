"""Numbers as they are shown: rounded half up, so that what is judged is what a reader sees."""

from typing import TypeVar

import numpy as np

N = TypeVar("N", float, np.ndarray)


def shown(value: N, decimals: int = 0) -> N:
    """A number, or a column of numbers, rounded half up: 2.5 → 3, 0.845 → 0.85; NaN stays NaN."""
    # Quotients may sit a hair below their half: 4.0 − 2.55.
    return np.floor(value * 10**decimals + 0.5 + 1e-9) / 10**decimals
