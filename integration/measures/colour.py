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


def computed_colours(rows: pd.DataFrame, limits: Any) -> pd.DataFrame:
    """Per row the `computed` colour, the `rule` that fired and the `measure` it fired on (SPI(t) or days; NaN where none).

    Needs `planned` (milestones that count), `begun`, `complete`, `spi`, `critical_days` (the worst critical delay), `forecast_days`
    (forecast past the baseline's end), `unproven` (gates passed without proof), `days_since` and `active`. Thresholds are ours.
    """
    spi, silent = rows.spi, rows.active & ~(rows.days_since <= limits.silent_days)
    conditions = [
        rows.complete.astype(bool),
        rows.planned == 0,
        ~rows.begun.astype(bool) & (rows.overdue == 0),
        spi < limits.spi_red,
        rows.critical_days > limits.overdue_red,
        rows.forecast_days > limits.forecast_red,
        rows.unproven > 0,
        spi < limits.spi_green,
        rows.critical_days > 0,
        silent,
    ]
    rule = pd.Series(np.select(conditions, RULES[:-1], RULES[-1]), index=rows.index)
    measures = [
        (rule.isin(["spi red", "spi amber", "on schedule"]), spi),
        (rule.isin(["critical red", "critical amber"]), rows.critical_days),
        (rule == "forecast red", rows.forecast_days),
        (rule == "gate", rows.unproven),
        (rule == "silent", rows.days_since),
    ]
    measure = pd.Series(np.select([mask for mask, _ in measures], [values.astype(float) for _, values in measures], np.nan), index=rows.index)
    return pd.DataFrame({"computed": rule.map(COLOUR_OF), "rule": rule, "measure": measure})


def watermelons(reported: pd.Series, confidence: pd.Series, computed: pd.Series, limits: Any) -> pd.Series:
    """Whether a lead reports green while the computed colour is red, or while hardly sure of it."""
    return ((reported == "green") & ((computed == "red") | (confidence <= limits.confidence_low))).rename("watermelon")


def confidence_drops(confidence: pd.Series, before: pd.Series, limits: Any) -> pd.Series:
    """Whether confidence fell by so many points or more between the last two reports."""
    return ((before.astype(float) - confidence.astype(float)) >= limits.confidence_drop).rename("dropped")
