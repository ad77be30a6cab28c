"""Two who write first what there is one of: the second reads what the first wrote beside their own, and chooses."""

from dataclasses import replace

import pytest

from integration.model.foundation import Indicator, Measurement, Objective
from integration.model.plan.depth import Depth
from integration.model.text import Text
from integration.services.core.host import host
from integration.services.core.visit import Visit, moment_now, visit
from integration.services.foundation import foundation
from integration.services.plan import depth
from integration.services.portfolio import partnership
from tests.examples import save
from tests.pages.session import Session

CONFLICT = "Somebody else saved this meanwhile."


def somebody() -> Visit:
    opened = host()
    return visit(opened.database, opened.cache, "en")


@pytest.fixture
def without_depth(demo):
    """HAVEN, whose depth of HRM was taken out."""
    stored = partnership.read(somebody(), "HAVEN").depths["hrm"]
    save(demo, replace(stored, removed=True), recorded_at=moment_now())
    return demo


def filled() -> Session:
    """The page of somebody who chose level 2 for HRM and has not saved yet."""
    page = Session("update", "en", p="HAVEN", tab="depth")
    [now] = [one for one in page.app.selectbox if one.label == "Now" and "/hrm/" in str(one.key)]
    now.set_value(2)
    return page.run()


@pytest.mark.parametrize(("button", "level"), [("Keep my changes", 2), ("Take theirs", 1)])
def test_the_first_depth_of_a_domain(without_depth, button, level):
    page, own = filled(), partnership.find(somebody(), "HAVEN")
    depth.save(somebody(), own, [Depth(partnership_id=own.id, domain="hrm", start=0, current=1, target=3)])
    page.press("Save HRM")

    assert CONFLICT in page.words and "HRM: depth 2" not in page.words
    page.press(button)
    assert partnership.read(somebody(), "HAVEN").depths["hrm"].current == level


def test_a_reading_of_one_day(demo):
    own = partnership.find(somebody(), "HAVEN")
    objective = foundation.save_objective(somebody(), own, Objective(partnership_id=own.id, theme="ambition.meaning", title=Text("Een doel", "An aim")))
    indicator = Indicator(partnership_id=own.id, objective_id=objective.id, name=Text("Eigen telling", "Own count"), target_value=9.0)
    counted = foundation.save_indicator(somebody(), own, indicator)
    page = Session("foundation", "en", p="HAVEN", show="objectives").fill({"Indicator": counted.id, "Value": 7.0})
    reading = Measurement(partnership_id=own.id, indicator_id=counted.id, measured_on=somebody().today, value=5.0)
    foundation.measure(somebody(), own, reading)
    page.press("Save the measurement")
    [stored] = [one for one in foundation.read(somebody(), own).measurements if one.indicator_id == counted.id]

    # Who saves knows that day's reading by then, so it is corrected, and what was read first stays in its history.
    assert (stored.value, stored.version) == (7.0, 2)


def test_an_organisation_of_a_name_in_use_is_asked_about(demo):
    page = Session("people").fill({"Name of the organisation": "denkbeeld college"}).press("Save the organisation")
    assert "There is an organisation called “denkbeeld college” already." in page.words
    known, _ = partnership.organisations_and_people(somebody())
    page.fill({"This is another organisation of the same name": True}).press("Save the organisation")

    assert "denkbeeld college was saved." in page.words
    assert len(partnership.organisations_and_people(somebody())[0]) == len(known) + 1
