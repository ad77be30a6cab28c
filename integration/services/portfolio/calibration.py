"""Calibration: whether leads' green was green, over the last weeks; shown to the lead, and as one figure of the whole portfolio."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from integration.days import start_of
from integration.measures.calibration import calibration
from integration.measures.plan.plan_against_reality import KEYS, timed
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio, thresholds
from integration.storage.partnership import partnership_facts
from integration.storage.plan.baseline import baseline_facts
from integration.storage.plan.check_in import reports_by_week
from integration.storage.plan.milestone import plan_facts

WEEKS, ENOUGH = 12, 10
MANY = 1000


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Of `green` weeks reported (one domain, one week), `share` (0–100) in which the computed colour was green too; None while there are too few."""

    green: int
    share: float | None


def of_portfolio(visit: Visit) -> Calibrated:
    """The whole portfolio's figure, for who sees the whole portfolio."""
    if visit.seen is not None:
        return Calibrated(0, None)
    return _remembered(visit, "")


def of_lead(visit: Visit, lead_id: str) -> Calibrated:
    """One lead's figure, over all partnerships of that lead; nobody but that lead and an administrator is told."""
    if visit.seen is not None and visit.person.id != lead_id:
        return Calibrated(0, None)
    return _remembered(visit, lead_id) if lead_id else Calibrated(0, None)


def _remembered(visit: Visit, lead_id: str) -> Calibrated:
    known = frozenset(portfolio.stored(visit).index)

    def figure() -> Calibrated:
        weeks = _weeks(visit)
        if weeks is None:
            return Calibrated(0, None)
        # What was archived since counts no more.
        weeks = weeks[weeks.partnership.str.split("/").str[0].isin(known)]
        return _figure(weeks[weeks.lead == lead_id] if lead_id else weeks)

    return visit.cache.recall(("calibrated", *_this_week(visit), lead_id, known), figure)


def _figure(weeks: pd.DataFrame) -> Calibrated:
    found = calibration(weeks.assign(all=1), ["all"])
    green = int(found.green.sum())
    return Calibrated(green, float(found.share.iloc[0]) if green >= ENOUGH else None)


def _weeks(visit: Visit) -> pd.DataFrame | None:
    # The weeks behind us stay as they were, so they are looked at once a week, whatever is saved meanwhile.
    return visit.cache.recall(("calibration", *_this_week(visit)), lambda: _measured(visit, _monday(visit)))


def _this_week(visit: Visit) -> tuple[object, ...]:
    return str(visit.database.path), _monday(visit), visit.as_of


def _monday(visit: Visit) -> date:
    return visit.today - timedelta(days=visit.today.weekday())


def _measured(visit: Visit, monday: date) -> pd.DataFrame | None:
    with visit.reading() as cursor:
        rows = partnership_facts(cursor, visit.as_of)
        if len(rows) > MANY:
            return None
        milestones, baselines = plan_facts(cursor, visit.as_of), baseline_facts(cursor, visit.as_of)
        reports = reports_by_week(cursor, monday - timedelta(weeks=WEEKS), monday)
    known = milestones[milestones.partnership.isin(rows.index)].reset_index(drop=True)
    active = rows.assign(active=rows.phase.isin(ACTIVE), days_since=0.0).join(baselines[["promised_start"]])
    backs = range(WEEKS)
    # Every week is a portfolio of its own, moved in time so that its end is this Monday: all are measured in one go.
    then = pd.concat([_as_it_was(known, monday, back) for back in backs], ignore_index=True)
    owners = pd.concat([_moved(active, ["starts_on", "promised_start"], back).set_index(active.index + f"/{back}") for back in backs])
    back_of = ((pd.Timestamp(monday) - reports.week).dt.days // 7).astype(str)
    check_ins = reports.assign(partnership=reports.partnership + "/" + back_of, confidence_before=float("nan"))
    parts = timed(owners, then, check_ins.set_index(KEYS), DOMAINS, start_of(monday) - timedelta.resolution, thresholds.read(visit)).domains
    weeks = parts[["reported", "computed"]].dropna().reset_index()
    return weeks.assign(lead=weeks.partnership.map(owners.lead_id))


def _as_it_was(milestones: pd.DataFrame, monday: date, back: int) -> pd.DataFrame:
    # What was delivered by then is known from the done dates; forecasts of then are left out, so the colour is judged on delivery alone.
    undone = ~(milestones.done_on < pd.Timestamp(monday - timedelta(weeks=back)))
    credit = milestones.credit.where(~undone, milestones.credit.clip(upper=75))
    nothing = pd.Series(pd.NaT, index=milestones.index, dtype="datetime64[us]")
    then = milestones.assign(credit=credit, forecast_on=nothing, done_on=milestones.done_on.where(~undone), partnership=milestones.partnership + f"/{back}")
    return _moved(then, ["due_on", "done_on", "starts_on", "planned_on"], back)


def _moved(frame: pd.DataFrame, dates: list[str], weeks: int) -> pd.DataFrame:
    return frame.assign(**{name: frame[name].astype("datetime64[us]") + pd.Timedelta(weeks=weeks) for name in dates})
