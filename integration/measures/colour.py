"""Computed colour: how a plan really stands by rules that everybody can read; the worst rule that applies wins."""

from typing import Any

import numpy as np
import pandas as pd

RULES = ("done", "nothing planned", "not started", "spi red", "critical red", "forecast red", "gate", "spi amber", "critical amber", "silent", "on schedule")
COLOUR_OF = {
    "done": "blue",
    "nothing planned": "white",
    "not started": "white",
    "spi red": "red",
    "critical red": "red",
    "forecast red": "red",
    "gate": "red",
    "spi amber": "amber",
    "critical amber": "amber",
    "silent": "grey",
    "on schedule": "green",
}
# Which number a rule fired on: 1 SPI(t), 2 days critically overdue, 3 days past the plan, 4 gates, 5 days silent.
MEASURED = {
    "spi red": 1,
    "spi amber": 1,
    "on schedule": 1,
    "critical red": 2,
    "critical amber": 2,
    "forecast red": 3,
    "gate": 4,
    "silent": 5,
}


def computed_colours(rows: pd.DataFrame, limits: Any) -> pd.DataFrame:
    """Per row the `computed` colour, the `rule` that fired and the `measure` it fired on (SPI(t) or days; NaN where none).

    Needs `planned` (milestones that count), `begun`, `complete`, `spi`, `critical_days` (the worst critical delay), `forecast_days`
    (forecast past the baseline's end), `unproven` (gates passed without proof), `days_since` and `active`. Thresholds are ours.
    """
    spi, critical, forecast, unproven, days = (rows[name].to_numpy(float) for name in ("spi", "critical_days", "forecast_days", "unproven", "days_since"))
    complete, begun, active = (rows[name].to_numpy(bool) for name in ("complete", "begun", "active"))
    conditions = [
        complete,
        rows.planned.to_numpy() == 0,
        ~begun & (rows.overdue.to_numpy() == 0),
        spi < limits.spi_red,
        critical > limits.overdue_red,
        forecast > limits.forecast_red,
        unproven > 0,
        spi < limits.spi_green,
        critical > 0,
        active & ~(days <= limits.silent_days),
    ]
    fired = np.select(conditions, range(len(conditions)), len(conditions))
    measures = np.stack([np.full(len(rows), np.nan), spi, critical, forecast, unproven, days])
    measure = measures[np.array([MEASURED.get(rule, 0) for rule in RULES])[fired], np.arange(len(rows))]
    found = {"computed": np.array([COLOUR_OF[rule] for rule in RULES], object)[fired], "rule": np.array(RULES, object)[fired], "measure": measure}
    return pd.DataFrame(found, index=rows.index)


def watermelons(reported: pd.Series, confidence: pd.Series, computed: pd.Series, limits: Any) -> pd.Series:
    """Whether a lead reports green while the computed colour is red, or while hardly sure of it."""
    return ((reported == "green") & ((computed == "red") | (confidence <= limits.confidence_low))).rename("watermelon")


def confidence_drops(confidence: pd.Series, before: pd.Series, limits: Any) -> pd.Series:
    """Whether confidence fell by so many points or more between the last two reports."""
    return ((before.astype(float) - confidence.astype(float)) >= limits.confidence_drop).rename("dropped")
