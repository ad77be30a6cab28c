"""Rounding: half up, as people round, wherever a number is shown or judged."""

from typing import Any, TypeVar

Numbers = TypeVar("Numbers")

# A share is a fraction of floats, so that a half may sit a hair below itself.
HAIR = 1e-9


def half_up(value: Numbers, decimals: int = 0) -> Numbers:
    """A number, or a frame's column of numbers, to so many decimals; a half goes away from zero, and what is not a number stays so."""
    number: Any = value
    scale = 10**decimals
    size = (abs(number) * scale + (0.5 + HAIR)) // 1 / scale
    return size * ((number > 0) * 2 - 1) + 0.0


def whole_percent(share: float) -> int:
    """A share of 0–100 as it is shown: nothing that is still open may read as finished."""
    return whole(share) if share >= 100 - HAIR else min(whole(share), 99)


def one_decimal(share: Numbers) -> Numbers:
    """A share of 0–100, or a column of them, as files carry it: as on pages nothing that is still open may read as finished."""
    number: Any = share
    rounded: Any = half_up(number, 1)
    return rounded - 0.1 * ((rounded >= 100) & (number < 100 - HAIR))


def whole(value: float) -> int:
    """A number as it is shown without decimals."""
    return int(half_up(value))
