"""Ready objectives: objectives that ship with the program, each with one indicator and what it counts, to be taken over in one save."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from integration.errors import Invalid, Problem
from integration.model.foundation import Foundation, Indicator, Objective, indicator_problems
from integration.model.kinds import KIND_OF
from integration.model.partnership import Partnership
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.storage.core.records import append, versions
from integration.storage.shipped import ready_objectives

Row = Mapping[str, Any]


def not_there(partnership: Partnership, stored: Foundation) -> dict[str, Row]:
    """The ready objectives that this partnership does not have, by their code."""
    known = {one.id for one in stored.objectives}
    return {row["code"]: row for row in ready_objectives() if _id_of(partnership, row["code"]) not in known}


def begun(visit: Visit, partnership: Partnership, code: str) -> Indicator:
    """The indicator of a ready objective before anybody filled in a number; its unit is in the language of who begins it."""
    row = _rows()[code]
    own = _id_of(partnership, code)
    return Indicator(partnership_id=partnership.id, objective_id=own, name=_text(row, "indicator_"), unit=row[f"unit_{visit.language}"])


def take_over(visit: Visit, partnership: Partnership, code: str, wanted: Indicator) -> None:
    """Store a ready objective with its indicator; one that was taken out comes back. Raises Invalid where it is there already."""
    row, own = _rows()[code], _id_of(partnership, code)
    if problems := indicator_problems(wanted):
        raise Invalid(tuple(problems))
    with visit.change("agree", partnership.code, partnership.id) as writing:
        stored = versions(writing.cursor, Objective, "CAST(r.id AS VARCHAR) = ?", [own])
        if stored and not stored[-1].removed:
            raise Invalid((Problem("ready", "This objective is there already; change it where it stands."),))
        before = stored[-1].version if stored else 0
        append(writing, [Objective(id=own, version=before, partnership_id=partnership.id, theme=row["theme"], title=_text(row))])
        append(writing, [replace(wanted, objective_id=own)])


def _rows() -> dict[str, Row]:
    return {row["code"]: row for row in ready_objectives()}


def _text(row: Row, before: str = "") -> Text:
    return Text(row[f"{before}nl"], row[f"{before}en"])


def _id_of(partnership: Partnership, code: str) -> str:
    # It follows from the two, so that two who take one over at the same moment meet.
    return KIND_OF[Objective].natural_id(("ready", partnership.id, code))
