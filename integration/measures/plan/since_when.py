"""Since when: the first day of the unbroken run of days at whose end a plan, or one of its domains, had the colour that it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from integration.measures.plan.plan_against_reality import judged

WHOLE = ""  # the plan as a whole, beside its domains
SERIOUS = ("red", "amber")
DATED = ("due_on", "done_on", "starts_on", "forecast_on", "planned_on")


@dataclass(frozen=True, slots=True)
class Run:
    """The colour at the end of a day, the first day of its run, and whether nothing was planned before that."""

    colour: str
    first: date
    begins: bool = False


def coloured(rows: pd.DataFrame, milestones: pd.DataFrame, days: Sequence[date], domains: Sequence[str], limits: Any) -> pd.DataFrame:
    """The computed colour of each partnership and of its domains at the end of each day: `partnership`, `place` (of the day in `days`), WHOLE and the
    domains; "" where nothing was planned.

    Needs `rows` (storage.plan.earlier.starts_at) and `milestones` (plans_at). Every day is a portfolio of its own, moved in time so that all end on one.
    """
    rows, milestones = rows.reset_index(drop=True), milestones.reset_index(drop=True)
    owners = pd.MultiIndex.from_frame(rows[["place", "partnership"]])
    own = owners.get_indexer(pd.MultiIndex.from_frame(milestones[["place", "partnership"]]))
    back = pd.to_timedelta([(days[0] - one).days for one in days], unit="D").to_numpy()
    plan = _moved(milestones.assign(partnership=own), DATED, back[milestones.place])[own >= 0].reset_index(drop=True)
    starts = _moved(rows, ("starts_on", "promised_start"), back[rows.place]).assign(days_since=0.0, active=True)
    whole, parts = judged(starts, plan, domains, days[0], limits)
    found = np.column_stack([_named(whole), _named(parts).reshape(len(rows), len(domains))])
    return pd.concat([rows[["partnership", "place"]], pd.DataFrame(found, columns=[WHOLE, *domains])], axis=1)


def _moved(frame: pd.DataFrame, dates: Sequence[str], by: np.ndarray) -> pd.DataFrame:
    return frame.assign(**{name: frame[name].astype("datetime64[us]") + by for name in dates})


def _named(verdicts: pd.DataFrame) -> np.ndarray:
    return np.where(verdicts.planned.to_numpy() > 0, verdicts.computed.to_numpy(object), "")


def run_of(colours: Sequence[str], last: date, before: Run | None = None) -> Run | None:
    """The run that ends on the day `last`, from its colour and those of the days before it, of which the oldest follows on the run `before` (where known);
    None where it goes on further back than is known. Runs that are not SERIOUS are not followed."""
    colour = colours[0]
    same = next((at for at, one in enumerate(colours) if one != colour), len(colours))
    earlier = colours[same] if same < len(colours) else before.colour if before else None
    if before and same == len(colours) and before.colour == colour:
        return before
    if earlier is None and colour in SERIOUS:
        return None
    return Run(colour, last - timedelta(days=same - 1), earlier == "")


def with_since(verdicts: pd.DataFrame, runs: Mapping[Any, Run | None], today: date) -> pd.DataFrame:
    """The verdicts with the day `since` when those of `runs` (up to yesterday, by their index) are red or amber, and whether that `begins` their plan."""
    since, begins = np.full(len(verdicts), np.datetime64("NaT", "us")), np.zeros(len(verdicts), bool)
    places = verdicts.index.get_indexer(pd.Index([*runs]))
    for at, colour, run in zip(places, verdicts.computed.to_numpy(object)[places], runs.values(), strict=True):
        if found := _until_today(colour, run, today):
            since[at], begins[at] = np.datetime64(found.first, "us"), found.begins
    return verdicts.assign(since=since, begins=begins)


def _until_today(colour: str, run: Run | None, today: date) -> Run | None:
    if colour not in SERIOUS:
        return None
    # What was of another colour yesterday is of this one since today.
    return run if run and run.colour == colour else Run(colour, today, run is None or run.colour == "")
