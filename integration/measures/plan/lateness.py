"""Lateness: which milestones are commonly late across partnerships."""

from datetime import date

import pandas as pd

from integration.measures.plan.overdue import is_done, promises


def commonly_late(milestones: pd.DataFrame, today: date) -> pd.DataFrame:
    """Per milestone `code`: in how many partnerships it fell due (`due`), how many were late (`late`), `share` 0–1, median `days` late.

    Late is done after the promise, or not done and past it. Needs `code`, `partnership`, `credit`, `due_on`, `planned_on`, `done_on`, `cancelled`;
    the worst come first; codes that nobody was late with are left out.
    """
    promised = promises(milestones)
    fallen = milestones.assign(promised=promised)[~milestones.cancelled & (promised < pd.Timestamp(today))]
    now = pd.Timestamp(today)
    finished = fallen.done_on.where(is_done(fallen) & (fallen.done_on <= now), now)
    days = (finished - fallen.promised).dt.days.clip(lower=0)
    late = fallen.assign(days=days, late=days > 0)
    counted = late.groupby("code").agg(due=("late", "size"), late=("late", "sum"))
    counted["days"] = late[late.late].groupby("code").days.median()
    counted["share"] = counted.late / counted.due
    return counted[counted.late > 0].sort_values(["late", "share", "days"], ascending=False)
