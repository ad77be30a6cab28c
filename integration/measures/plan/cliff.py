"""The school-year cliff: what slips past 1 September costs up to a whole year, until a last day on which a decision still helps."""

from datetime import date

import numpy as np
import pandas as pd

from integration.measures.plan.overdue import DONE, is_open


def cliffs(milestones: pd.DataFrame, today: date) -> pd.DataFrame:
    """The open milestones of the school-year start (`gate` day1) with `slip` and `effective` (days), `target` and `decide_before`.

    Slip counts from the day the baseline promised, or else from the due date, so that planning anew hides nothing.
    `expected` is the forecast, never before today for what is overdue. Past 1 September the effective slip counts to the next one.
    `target` is the school-year start that can still be made; the work left (its planned length × what is not done) must fit before it,
    so a decision helps until `decide_before` = target − work left. Needs the columns of storage.plan.milestone.plan_facts.
    """
    wanted = milestones[(milestones.gate == "day1") & is_open(milestones) & milestones.due_on.notna()]
    now = pd.Timestamp(today)
    promise = wanted.planned_on.fillna(wanted.due_on) if "planned_on" in wanted else wanted.due_on
    forecast = wanted.forecast_on.fillna(wanted.due_on)
    expected = forecast.where(forecast >= now, now)
    promised, reached = school_year_starts(promise), school_year_starts(expected)
    slip = (expected - promise).dt.days
    effective = slip.where(expected <= promised, (reached - promise).dt.days)
    target = promised.where(promised >= now, school_year_starts(pd.Series(now, index=wanted.index)))
    length = (wanted.due_on - wanted.starts_on.fillna(wanted.due_on)).dt.days.clip(lower=0)
    left = pd.to_timedelta(np.ceil(length * (DONE - wanted.credit) / DONE), unit="D")
    names = wanted.named.str.split("\x1f", expand=True) if "named" in wanted and len(wanted) else pd.DataFrame(columns=range(3), index=wanted.index)
    labels = {"code": names[0], "title_nl": names[1], "title_en": names[2]} if "named" in wanted else {}
    return wanted.assign(**labels, expected=expected, slip=slip, effective=effective, target=target, decide_before=target - left)


def school_year_starts(days: pd.Series) -> pd.Series:
    """Per day the first 1 September on or after it."""
    values = days.to_numpy("datetime64[D]")
    autumn = values.astype("datetime64[Y]").astype("datetime64[M]") + np.timedelta64(8, "M")
    later = np.where(values > autumn.astype("datetime64[D]"), autumn + np.timedelta64(12, "M"), autumn)
    return pd.Series(later.astype("datetime64[D]").astype("datetime64[us]"), index=days.index)
