"""Calibration: in how many of the weeks in which a lead reported green the computed colour was green too."""

import pandas as pd


def calibration(weeks: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Per group of `keys`: `green` weeks reported, `right` of them, and `share` 0–100; groups without a green report are left out.

    One row per partnership, domain and week, with `reported` and `computed` colours; done (blue) bears out green as well.
    """
    green = weeks[weeks.reported == "green"]
    right = green.computed.isin(["green", "blue"])
    counted = green.assign(right=right).groupby(keys, observed=True).agg(green=("right", "size"), right=("right", "sum"))
    return counted.assign(share=100 * counted.right / counted.green)
