"""Pages of a portfolio in which one partnership holds what this program never stores."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from integration.model.record import new_id
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.services.core.host import host
from integration.services.core.visit import moment_now, visit
from integration.services.portfolio import partnership
from tests.examples import a_check_in, a_depth, a_milestone
from tests.pages.session import Session
from tests.storage.core.test_uniqueness import put

WRONG: Any = "asleep"
ODD: list[Any] = [
    a_milestone(weight=float("nan"), domain="catering", gate="heaven", credit=-5.0),
    a_depth(domain="hrm", current=9),
    a_check_in(colour="purple", confidence=99),
    Risk(partnership_id="", title=Text("Vreemd"), probability=9, impact=-1, kind=WRONG, state=WRONG, response=WRONG),
    Issue(partnership_id="", title=Text("Vreemd"), state=WRONG, owner_id="nobody"),
    Action(partnership_id="", title=Text(), owner_id="nobody", milestones=("nothing",), due_on=date.max),
    Decision(partnership_id="", title=Text(), asked_of_id="nobody", asked_on=date.min, needed_by=date.max),
]
PAGES = [("portfolio", {}), ("portfolio", {"since": "2020-01-01"}), ("timeline", {}), ("domain", {"d": "hrm"}), ("register", {}), ("settings", {})]


@pytest.fixture
def odd(demo):
    """The demo, in which HAVEN holds what nobody could have saved, and some of it belongs to no partnership at all."""
    opened = host()
    own = partnership.find(visit(opened.database, opened.cache, "en"), "HAVEN").id
    for about in (own, new_id()):
        for record in ODD:
            put(demo, replace(record, id=new_id(), partnership_id=about), moment_now())
    return demo


@pytest.mark.parametrize(("page", "asked"), PAGES, ids=lambda one: str(one))
def test_a_page_of_the_whole_portfolio_opens(odd, page, asked):
    session = Session(page, "en", **asked)

    assert not session.app.exception
    assert "Not possible" not in session.words


def test_the_portfolio_tells_which_is_broken(odd):
    assert Session("portfolio", "en").words.count("The data cannot be measured") == 1


@pytest.mark.parametrize("page", ["partnership", "timeline", "meeting", "update", "register"])
def test_a_page_of_the_broken_one_is_a_sentence(odd, page):
    session = Session(page, "en", p="HAVEN")

    assert not session.app.exception
    assert "The data of HAVEN cannot be measured" in session.words


def test_what_fails_in_a_part_that_runs_alone_has_the_code_that_the_log_knows(odd):
    assert "Code for your administrator" in Session("update", "en", p="HAVEN").words


@pytest.mark.parametrize("page", ["foundation", "mirror", "pack"])
def test_a_page_that_only_shows_what_is_stored_opens(odd, page):
    assert not Session(page, "en", p="HAVEN").app.exception
