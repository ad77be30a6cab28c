"""Colours over the years: so many days behind weigh the same in any of them, and no colour gets better by waiting."""

from datetime import date, datetime, time, timedelta
from functools import cache

import pandas as pd
import pytest

from tests.measures.plan.test_plan_against_reality import THURSDAY, promised, result


@pytest.mark.parametrize(("behind", "colour"), [(14, "green"), (15, "amber"), (25, "amber"), (89, "amber"), (91, "red")])
def test_so_many_days_behind_weigh_the_same_in_the_fourth_year_as_in_the_first(behind, colour):
    first_late = THURSDAY.date() - timedelta(days=behind)
    days = [day for at in range(1, 46) if (day := date(2023 + at // 12, at % 12 + 1, 1)) <= first_late]
    done = [result(code=f"T{at}", due_on=day, credit=100, done_on=day) for at, day in enumerate(days)]
    plan = [*done, result(code="T90", due_on=first_late), result(code="T91", due_on=date(2027, 6, 1))]
    found = promised(plan, [one.due_on for one in plan], known={"promised_start": pd.Timestamp(2023, 1, 1)}).partnerships.loc["a"]

    assert (found.behind, found.computed, found.spi > 0.9) == (behind, colour, True)


WORSE = ("white", "blue", "green", "grey", "amber", "red")
ENDS, SHARES = (date(2026, 4, 1), date(2026, 10, 1), date(2027, 3, 1)), (0, 1, 2)


@cache
def coloured(day):
    """The colours on a day of plans by their end and by how many of their three results were done in time, all measured at once."""
    wanted = [(ends, share, at, due) for ends in ENDS for share in SHARES for at, due in enumerate((date(2026, 2, 1), date(2026, 3, 1), ends))]
    done = {"credit": 100, "done_on": date(2026, 2, 1)}
    plan = [result(partnership_id=f"{ends} {share}", code=f"T{at}", due_on=due, **(done if at < share else {})) for ends, share, at, due in wanted]
    return promised(plan, [due for *_, due in wanted], datetime.combine(day, time(12))).partnerships.computed


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("share", SHARES)
def test_no_colour_gets_better_because_the_planned_end_passes(ends, share):
    # Once a month, and on both sides of the end and of each number of days that a rule may turn on.
    around = {ends + timedelta(days=turn + side) for turn in (0, 14, 30, 60, 90, 180) for side in (0, 1)} | {ends - timedelta(days=1)}
    asked = sorted(around | {date(2026, 2, 20) + timedelta(days=30 * month) for month in range(22)})
    looked = [coloured(day)[f"{ends} {share}"] for day in asked]

    assert [*map(WORSE.index, looked)] == sorted(map(WORSE.index, looked))
