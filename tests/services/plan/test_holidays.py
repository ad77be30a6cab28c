"""School holidays: kept per partnership, never twice, and taken over from a region once."""

from dataclasses import replace
from datetime import date

import pytest

from integration.errors import Invalid
from integration.model.plan.holiday import REGIONS, Holiday
from integration.model.text import Text
from integration.services.plan import holidays
from tests.examples import BRIDGE, a_partnership, a_visit, fields_of

OURS = a_partnership()
SPRING, AUTUMN = (Holiday(partnership_id=BRIDGE, name=Text(name), first_on=first, last_on=last) for name, first, last in (
    ("Voorjaar", date(2027, 2, 20), date(2027, 2, 28)),
    ("Herfst", date(2026, 10, 17), date(2026, 10, 25)),
))  # fmt: skip


def kept(database):
    return [one.name.nl for one in holidays.read(a_visit(database), OURS)]


def test_holidays_stand_in_the_order_of_the_calendar_and_can_be_taken_out(bridge):
    assert holidays.save(a_visit(bridge), OURS, [SPRING, AUTUMN]) == 2
    assert kept(bridge) == ["Herfst", "Voorjaar"]

    [autumn, spring] = holidays.read(a_visit(bridge), OURS)
    assert holidays.save(a_visit(bridge), OURS, [replace(spring, name=Text("Krokus"))], removed=[autumn]) == 2
    assert kept(bridge) == ["Krokus"]


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [([SPRING, replace(AUTUMN, first_on=SPRING.first_on, last_on=SPRING.last_on)], ["first_on"]), ([replace(SPRING, name=Text())], ["name"])],
    ids=["the same days twice", "without a name"],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(bridge, wanted, fields):
    with pytest.raises(Invalid) as raised:
        holidays.save(a_visit(bridge), OURS, wanted)

    assert (fields_of(raised.value.problems), kept(bridge)) == (fields, [])


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_taken_over_once(bridge, region):
    wanted = holidays.of_region(OURS, region)

    assert len(wanted) == holidays.take_over(a_visit(bridge), OURS, region) == len(kept(bridge)) > 3
    assert holidays.take_over(a_visit(bridge), OURS, region) == 0


def test_of_a_region_only_what_overlaps_with_no_day_of_ours_is_added(bridge):
    shipped = [one for one in holidays.of_region(OURS, "north") if one.first_on and one.last_on]
    first, last = shipped[0], shipped[-1]
    holidays.save(a_visit(bridge), OURS, [replace(first, last_on=first.first_on), replace(last, first_on=last.last_on)])

    assert holidays.take_over(a_visit(bridge), OURS, "north") == len(shipped) - 2
