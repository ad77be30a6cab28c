"""The school-year cliff: what slips past 1 September costs up to a whole year, until a last working day on which a decision still helps."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from integration.measures.plan.overdue import DONE, expected_days, is_open, promises

NEVER_CLOSED = pd.DataFrame(
    {"partnership": pd.Series(dtype=object), "first_on": pd.Series(dtype="datetime64[us]"), "last_on": pd.Series(dtype="datetime64[us]")}
)
SOON = 60


def cliffs(milestones: pd.DataFrame, today: date, closed: pd.DataFrame = NEVER_CLOSED) -> pd.DataFrame:
    """The open milestones of the school-year start (`gate` day1) that miss it or may: `state` is missed, will miss, or near.

    `target` is the first 1 September on or after the promise; it is missed once it has passed, and will be missed where the milestone is `expected`
    (`expected_days`, and not before today) after it. `late` counts days since the promise, `slip` from the promise to what is expected,
    and `effective` to the school year it moves to (`reached`). `decide_before` is the last working day on which the work left (planned length ×
    what is not done) still fits before the target; what has no forecast is near while that day is at most SOON days away.
    `closed` holds the days on which nobody decides, `first_on` to `last_on`, per `partnership` ("" for all).
    """
    wanted = milestones[(milestones.gate == "day1") & is_open(milestones) & milestones.due_on.notna()]
    now, promise = pd.Timestamp(today), promises(wanted)
    forecast = expected_days(wanted, today)
    expected, target = forecast.where(forecast >= now, now), school_year_starts(promise)
    reached = school_year_starts(expected)
    misses = expected > target
    length = (wanted.due_on - wanted.starts_on.fillna(wanted.due_on)).dt.days.clip(lower=0)
    left = pd.to_timedelta(np.ceil(length * (DONE - wanted.credit) / DONE), unit="D")
    before = working_days(wanted.partnership, target - left, closed)
    state = np.select([target < now, misses, ~(wanted.forecast_on >= now) & (before >= now) & (before <= now + pd.Timedelta(days=SOON))], [0, 1, 2], 3)
    found = wanted.assign(
        **_names(wanted),
        state=np.array(["missed", "will miss", "near", ""], object)[state],
        promise=promise,
        expected=expected,
        late=(now - promise).dt.days.clip(lower=0),
        slip=(expected - promise).dt.days,
        effective=((reached - promise).dt.days).where(misses, (expected - promise).dt.days),
        target=target,
        reached=reached,
        decide_before=before.where(target >= now),
    )
    return found[state < 3]


def _names(rows: pd.DataFrame) -> dict[str, list[str]]:
    if "named" not in rows:
        return {}
    parts = [(one.split("\x1f") if isinstance(one, str) else ["", "", ""]) for one in rows.named]
    return {name: [part[at] for part in parts] for at, name in enumerate(("code", "title_nl", "title_en"))}


def working_days(owners: pd.Series, days: pd.Series, closed: pd.DataFrame) -> pd.Series:
    """Per day the last working day on or before it: no weekend, and not closed to its owner."""
    shut: dict[str, set[date]] = {}
    for owner, first, last in zip(closed.partnership, closed.first_on.dt.date, closed.last_on.dt.date, strict=True):
        shut.setdefault(owner, set()).update(first + timedelta(days=step) for step in range(min((last - first).days, 366) + 1))
    found = [_working(day.date(), shut.get("", set()), shut.get(owner, set())) for owner, day in zip(owners, days, strict=True)]
    return pd.Series(pd.to_datetime(found), index=days.index, dtype="datetime64[us]")


def _working(day: date, *shut: set[date]) -> date:
    while day.weekday() > 4 or any(day in one for one in shut):
        day -= timedelta(days=1)
    return day


def school_year_starts(days: pd.Series) -> pd.Series:
    """Per day the first 1 September on or after it."""
    values = days.to_numpy("datetime64[D]")
    autumn = values.astype("datetime64[Y]").astype("datetime64[M]") + np.timedelta64(8, "M")
    later = np.where(values > autumn.astype("datetime64[D]"), autumn + np.timedelta64(12, "M"), autumn)
    return pd.Series(later.astype("datetime64[D]").astype("datetime64[us]"), index=days.index)
