"""The register worked out by hand: how heavy risks are and how long decisions wait."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from tests.oracle.store import Row


def exposures(risks: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Probability × impact of each risk that is open, before and after what is done about it."""
    return {
        one["id"]: (one["probability"] * one["impact"], one["probability_after"] * one["impact_after"])
        for one in risks
        if one["kind"] == "risk" and one["state"] == "open"
    }


def waits(decisions: Sequence[Row], today: date) -> tuple[int, float | None, int, int | None]:
    """How many decisions were taken and the median of their days, how many still wait and the days of the oldest."""
    taken = [one for one in decisions if one["decided_on"]]
    waiting = [one for one in decisions if not one["decided_on"]]
    took = [max((one["decided_on"] - one["asked_on"]).days, 0) for one in taken if one["asked_on"]]
    wait = [max((today - one["asked_on"]).days, 0) for one in waiting if one["asked_on"]]
    return (len(taken), median(took) if took else None, len(waiting), max(wait, default=None))
