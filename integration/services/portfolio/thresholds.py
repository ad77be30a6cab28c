"""Thresholds: the rules that colours and flags follow, as set by an administrator or as they ship."""

from integration.errors import Invalid
from integration.model.threshold import Thresholds, threshold_problems
from integration.services.core.visit import Visit
from integration.settings import silent_days
from integration.storage.core.records import append
from integration.storage.threshold import thresholds_in_force


def read(visit: Visit) -> Thresholds:
    """The thresholds in force at the visit's moment."""

    def stored() -> Thresholds:
        with visit.reading() as cursor:
            return thresholds_in_force(cursor, visit.as_of) or Thresholds(silent_days=silent_days())

    return visit.remember_read("thresholds", stored)


def save(visit: Visit, wanted: Thresholds) -> Thresholds:
    """Store new thresholds; raises Invalid, or EditConflict when somebody was first."""
    problems = threshold_problems(wanted)
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("manage settings", "thresholds") as writing:
        return append(writing, [wanted])[0]
