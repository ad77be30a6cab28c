"""Ready objectives: taken over once, brought back, and counted by what they say they count."""

from dataclasses import replace

import pytest

from integration.errors import Invalid
from integration.model.foundation import AMBITION
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.foundation import foundation, ready
from integration.services.portfolio import partnership
from integration.storage.shipped import ready_objectives
from tests.examples import NOON


@pytest.fixture
def there(bridge):
    """A visit of the partnership, and the partnership."""
    someone = visit(bridge, Cache(), "nl", NOON)
    return someone, partnership.find(someone, "BRUG")


def taken(there, code="students"):
    someone, own = there
    ready.take_over(someone, own, code, replace(ready.begun(someone, own, code), target_value=120.0))
    return foundation.read(someone, own)


def test_it_comes_with_its_indicator_and_is_offered_no_more(there):
    stored = taken(there)

    assert [one.title.nl for one in stored.objectives] == ["Meer studenten leren bij ons in de praktijk"]
    assert [(one.objective_id, one.unit, one.target_value) for one in stored.indicators] == [(stored.objectives[0].id, "studenten", 120.0)]
    assert [*ready.not_there(there[1], stored)] == ["teachers", "companies"]


def test_a_second_time_is_refused_and_changes_nothing(there):
    before = taken(there)
    with pytest.raises(Invalid):
        taken(there)

    assert foundation.read(*there) == before


def test_one_that_was_taken_out_comes_back(there):
    someone, own = there
    foundation.take_out(someone, own, taken(there).objectives[0])
    stored = taken(there)

    assert [(one.version, one.removed) for one in stored.objectives] == [(3, False)]
    assert len(stored.indicators) == 1


def test_a_target_is_asked_for(there):
    someone, own = there
    with pytest.raises(Invalid) as refused:
        ready.take_over(someone, own, "students", ready.begun(someone, own, "students"))

    assert [one.field for one in refused.value.problems] == ["target_value"]
    assert not foundation.read(*there).objectives


def test_each_says_in_both_languages_what_it_counts():
    rows = ready_objectives()

    assert {row["code"] for row in rows} == {"students", "teachers", "companies"}
    assert all(row["theme"] in AMBITION for row in rows)
    assert all(row[f"{name}{language}"].strip() for row in rows for language in ("nl", "en") for name in ("", "indicator_", "unit_", "definition_"))
