"""Comparing what is delivered with what was worked out."""

import math
from collections.abc import Iterable
from typing import Any


def plain(value: Any) -> Any:
    """A number or a day as the oracle has it; None where a frame holds nothing."""
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value


def same(found: Any, wanted: Any) -> bool:
    """Whether two values are the same, numbers to the ninth decimal."""
    if isinstance(wanted, float) or isinstance(found, float):
        return found is not None and wanted is not None and math.isclose(found, wanted, abs_tol=1e-9)
    return bool(found == wanted)


def differing(pairs: Iterable[tuple[Any, Any, Any]]) -> list[tuple[Any, Any, Any]]:
    """The first places where what is delivered is not what was worked out: where, found, wanted."""
    return [(where, found, wanted) for where, found, wanted in pairs if not same(found, wanted)][:10]
