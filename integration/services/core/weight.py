"""Weight: about how many bytes a result holds, found without looking at every part of it."""

import sys
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from itertools import islice

import pandas as pd

# What a text or another object of a frame takes, with its place in the column.
A_TEXT, A_NUMBER = 64, 8
SAMPLE, DEEPEST = 20, 8


def weight(value: object, depth: int = 0) -> int:
    """About how many bytes it holds; of many parts of one kind a few are weighed."""
    if isinstance(value, pd.DataFrame):
        return sum(weight(value[column], depth) for column in value.columns) if value.columns.is_unique else A_TEXT * value.size
    if isinstance(value, pd.Series | pd.Index):
        return len(value) * (A_NUMBER if pd.api.types.is_numeric_dtype(value.dtype) or pd.api.types.is_datetime64_any_dtype(value.dtype) else A_TEXT)
    own = sys.getsizeof(value, A_TEXT)
    if depth >= DEEPEST or isinstance(value, str | bytes):
        return own
    if isinstance(value, Mapping):
        return own + _parts(value.keys(), len(value), depth) + _parts(value.values(), len(value), depth)
    if isinstance(value, Sequence | Set):
        return own + _parts(value, len(value), depth)
    if is_dataclass(value):
        return own + sum(weight(getattr(value, one.name), depth + 1) for one in fields(value))
    return own


def _parts(parts: object, number: int, depth: int) -> int:
    some = [weight(part, depth + 1) for part in islice(parts, SAMPLE)]  # type: ignore[call-overload]
    return sum(some) * number // len(some) if some else 0
