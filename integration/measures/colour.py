"""Computed colour: how a plan really stands by rules that everybody can read; every red rule, then every amber one, then the rest: the worst wins."""

from typing import Any

import numpy as np
import pandas as pd

from integration.rounding import half_up

COLOUR_OF = {
    "spi red": "red",
    "behind red": "red",
    "key red": "red",
    "late red": "red",
    "forecast red": "red",
    "gate": "red",
    "overrun red": "red",
    "spi amber": "amber",
    "behind amber": "amber",
    "key amber": "amber",
    "late amber": "amber",
    "overrun amber": "amber",
    "silent": "grey",
    "nothing planned": "white",
    "not started": "white",
    "done": "blue",
    "on schedule": "green",
}
RULES = (*COLOUR_OF,)
# Which number a rule fired on.
MEASURED = {
    "spi red": "spi",
    "behind red": "behind",
    "key red": "key_days",
    "late red": "late_days",
    "forecast red": "forecast_days",
    "gate": "unproven",
    "overrun red": "overrun",
    "spi amber": "spi",
    "behind amber": "behind",
    "key amber": "key_days",
    "late amber": "late_days",
    "overrun amber": "overrun",
    "silent": "days_since",
    "on schedule": "spi",
}

NUMBERS = ("spi", "behind", "key_days", "late_days", "forecast_days", "unproven", "days_since", "overrun")


def computed_colours(rows: pd.DataFrame, limits: Any) -> pd.DataFrame:
    """Per row the `computed` colour, the `rule` that fired, the `measure` it fired on (NaN where none), and `fired`: every rule that applies, as bits.

    Needs `spi`, `behind`, `key_days` and `late_days` (the worst delay of a key and of any milestone), `forecast_days` (expected end past the
    promised end), `unproven` (gates passed without proof), `days_since`, `active`, `planned` (milestones that count), `promised` (how many of them
    by today), `open` and `begun`. `overrun`, where rows have it, is ES/AT from the planned end on, where there is no SPI(t). Both are judged as
    they are shown, with two decimals. Thresholds are ours (docs/glossary.md).
    """
    conditions = _conditions(rows, limits)
    at = np.arange(len(rows))
    applies = np.stack([conditions[rule] for rule in RULES])
    fired = applies.argmax(axis=0)
    measures = np.stack([np.full(len(rows), np.nan), *_measured(rows).values()])
    place = np.array([[*NUMBERS].index(MEASURED[rule]) + 1 if rule in MEASURED else 0 for rule in RULES])
    found = {
        "computed": np.array([*COLOUR_OF.values()], object)[fired],
        "rule": np.array(RULES, object)[fired],
        "measure": measures[place[fired], at],
        "fired": (applies * (1 << np.arange(len(RULES)))[:, None]).sum(axis=0),
    }
    return pd.DataFrame(found, index=rows.index)


def _measured(rows: pd.DataFrame) -> dict[str, np.ndarray]:
    known = {name: rows[name].to_numpy(float) for name in NUMBERS[:-1]}
    return known | {"overrun": rows.overrun.to_numpy(float) if "overrun" in rows else np.full(len(rows), np.nan)}


def _conditions(rows: pd.DataFrame, limits: Any) -> dict[str, np.ndarray]:
    spi, behind, key, late, forecast, unproven, days, overrun = _measured(rows).values()
    spi, overrun, nothing = half_up(spi, 2), half_up(overrun, 2), rows.planned.to_numpy() == 0
    return {
        "spi red": spi < half_up(limits.spi_red, 2),
        "behind red": behind >= limits.behind_red,
        "key red": key > limits.overdue_red,
        "late red": late > limits.late_red,
        "forecast red": forecast > limits.forecast_red,
        "gate": unproven > 0,
        "overrun red": overrun < half_up(limits.spi_red, 2),
        "spi amber": spi < half_up(limits.spi_green, 2),
        "behind amber": behind >= limits.behind_amber,
        "key amber": key > 0,
        "late amber": late > limits.late_amber,
        "overrun amber": overrun < half_up(limits.spi_green, 2),
        "silent": rows.active.to_numpy(bool) & ~(days <= limits.silent_days),
        "nothing planned": nothing,
        "not started": ~rows.begun.to_numpy(bool) & (rows.promised.to_numpy() == 0),
        "done": (rows.open.to_numpy() == 0) & ~nothing,
        "on schedule": np.ones(len(rows), bool),
    }


def fired_rules(bits: int) -> tuple[str, ...]:
    """Every red and amber rule that applies to a row, worst first, from its `fired`."""
    return tuple(rule for place, rule in enumerate(RULES) if COLOUR_OF[rule] in ("red", "amber") and int(bits) >> place & 1)


def watermelons(reported: pd.Series, confidence: pd.Series, computed: pd.Series, limits: Any) -> pd.Series:
    """Whether a lead reports green while the computed colour is red, or while hardly sure of it."""
    return ((reported == "green") & ((computed == "red") | (confidence <= limits.confidence_low))).rename("watermelon")


def confidence_drops(confidence: pd.Series, before: pd.Series, limits: Any) -> pd.Series:
    """Whether confidence fell by so many points or more between the last two reports."""
    return ((before.astype(float) - confidence.astype(float)) >= limits.confidence_drop).rename("dropped")
