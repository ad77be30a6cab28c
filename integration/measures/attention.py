"""What asks for attention, and in which order: decided here for the portfolio's list and order, the pack's front page and the agenda."""

import numpy as np
import pandas as pd

from integration.measures.portfolio import Portfolio, across

BUSY, SHALLOW = 60, 0.34
# Most pressing first; the colour that a lead reports decides nothing by itself.
SIGNALS = ("red_plan", "red_domains", "melons", "missed", "will_miss", "decisions", "silent", "key", "needs", "busy")
SERIOUS = ("red_plan", "red_domains", "missed", "will_miss")


def most_urgent(portfolio: Portfolio) -> pd.DataFrame:
    """The partnerships, most urgent first, with how often each of SIGNALS applies; `asks` where any does, `serious` where one of SERIOUS does.

    `red_in` and `melon_in` name the domains concerned, `red_since` the day since when each red one is so (None where that is not known). What is
    over (not `active`) asks for nothing. Among what asks for nothing, or for the same, what is amber and what is late longest comes first.
    """
    rows, timed = portfolio.partnerships, portfolio.timed
    colours, melons = (across(timed.domains, name).reindex(rows.index) for name in ("computed", "watermelon"))
    reds, plan = colours == "red", timed.partnerships.reindex(rows.index)
    busy = (rows["mean"] >= BUSY) & (across(portfolio.domains, "attained").reindex(rows.index).mean(axis=1) < SHALLOW)
    found = {
        "red_plan": plan.computed == "red",
        "red_domains": reds.sum(axis=1),
        "melons": melons.eq(True).sum(axis=1),
        "missed": _counted(timed.cliffs, "missed", rows.index),
        "will_miss": _counted(timed.cliffs, "will miss", rows.index),
        "decisions": rows.decisions_late,
        "silent": rows.silent,
        "key": plan.key_late,
        "needs": rows.needs,
        "busy": busy,
    }
    signals = pd.DataFrame({name: np.where(rows.active, values, 0).astype("int64") for name, values in found.items()}, index=rows.index)
    asks, serious = (signals[[*names]].any(axis=1) for names in (SIGNALS, SERIOUS))
    known = {"asks": asks, "serious": serious, "red_in": _named(reds), "red_since": _since(portfolio, reds), "melon_in": _named(melons.eq(True))}
    ties = {"ambers": (colours == "amber").sum(axis=1) * rows.active, "late": plan.late_days * rows.active}
    return rows.assign(**signals, **known, **ties).sort_values(["asks", *SIGNALS, *ties], ascending=False, kind="stable")


def _since(portfolio: Portfolio, reds: pd.DataFrame) -> pd.Series:
    known, flags = np.full(reds.shape, None, object), reds.to_numpy(bool)
    if "since" in portfolio.timed.domains:
        known = across(portfolio.timed.domains, "since").reindex(reds.index).to_numpy("datetime64[D]").astype(object)
    found = [tuple(day for day, on in zip(row, red, strict=True) if on) for row, red in zip(known, flags, strict=True)]
    return pd.Series(found, index=reds.index, dtype=object)


def _counted(cliffs: pd.DataFrame, state: str, ids: pd.Index) -> pd.Series:
    return cliffs.partnership[cliffs.state == state].value_counts().reindex(ids, fill_value=0)


def _named(flags: pd.DataFrame) -> pd.Series:
    values, names = flags.to_numpy(bool), [*flags.columns]
    return pd.Series([tuple(name for name, on in zip(names, row, strict=True) if on) for row in values], index=flags.index, dtype=object)
