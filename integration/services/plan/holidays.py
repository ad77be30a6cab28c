"""School holidays of a partnership: read them, edit them, start from a national region."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from integration.errors import Invalid, Problem
from integration.model.partnership import Partnership
from integration.model.plan.holiday import Holiday, Region, holiday_problems
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.storage.core.records import append
from integration.storage.plan.holiday import holidays_of
from integration.storage.shipped import shipped_holidays


def read(visit: Visit, partnership: Partnership) -> list[Holiday]:
    """The holidays of one partnership, in the order of the calendar."""
    visit.require("read partnership", partnership.id)

    def stored() -> list[Holiday]:
        with visit.reading() as cursor:
            return holidays_of(cursor, partnership.id, visit.as_of)

    return visit.remember("holidays", stored, partnership.id)


def save(visit: Visit, partnership: Partnership, wanted: Sequence[Holiday], removed: Sequence[Holiday] = ()) -> int:
    """Store new, changed and removed holidays together and return how many; raises Invalid, or EditConflict when somebody was first."""
    problems = [problem for one in wanted for problem in holiday_problems(one)]
    for one, number in Counter((one.first_on, one.last_on) for one in wanted).items():
        if number > 1 and all(one):
            problems.append(Problem("first_on", "Two holidays are the same days; keep one of them."))
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("edit partnership", partnership.code, partnership.id) as writing:
        # What leaves goes first, so that its days are free.
        append(writing, [replace(one, removed=True) for one in removed])
        append(writing, wanted)
        return len(wanted) + len(removed)


def of_region(partnership: Partnership, region: Region) -> list[Holiday]:
    """The school holidays of a Dutch region."""
    return [
        Holiday(
            partnership_id=partnership.id,
            name=Text(row["nl"], row["en"]),
            first_on=date.fromisoformat(row[region][0]),
            last_on=date.fromisoformat(row[region][1]),
        )
        for row in shipped_holidays()
    ]


def take_over(visit: Visit, partnership: Partnership, region: Region) -> int:
    """Add the region's holidays of which no day is a holiday yet; returns how many."""
    with visit.change("edit partnership", partnership.code, partnership.id) as writing:
        known = holidays_of(writing.cursor, partnership.id)
        return len(append(writing, [one for one in of_region(partnership, region) if not any(_overlap(one, other) for other in known)]))


def _overlap(one: Holiday, other: Holiday) -> bool:
    if one.first_on is None or one.last_on is None or other.first_on is None or other.last_on is None:
        return False
    return one.first_on <= other.last_on and other.first_on <= one.last_on
