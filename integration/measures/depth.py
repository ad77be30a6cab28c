"""Depth: how merged a domain really is, against the depth that was chosen."""

import pandas as pd


def depth_attained(start: int, current: int, target: int) -> float | None:
    """Share of the chosen way that is behind us: (current − start) / (target − start); None when target = start.

    Source: ladder after Bouw, Zitter & De Bruijn 2021 and Haspeslagh & Jemison 1991. Levels are 0–4.
    """
    return None if target == start else (current - start) / (target - start)


def depth_attained_by(depths: pd.DataFrame) -> pd.Series:
    """`depth_attained` of every row with `start`, `current` and `target`; NaN where target = start."""
    way = (depths.target - depths.start).astype("float64")
    return ((depths.current - depths.start) / way.where(way != 0)).rename("attained")
