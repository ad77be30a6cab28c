"""How far a long work is: whoever waits hears how many partnerships are done."""

from collections.abc import Callable

OnProgress = Callable[[int], None]


def silently(done: int) -> None:
    """Hear it and do nothing."""
