"""The register's pages: what is entered, refused, taken over and shown, of one partnership and of all."""

from datetime import UTC, datetime, timedelta

import pytest

from integration.model.register import Risk
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from integration.services.register import register
from tests.pages.session import Session

HOSTILE = "<b>x</b> #$*@ :material/home: 😀 مرحبا \"'"


def someone(database):
    return visit(database, Cache(), "en")


def test_a_risk_is_added_and_stands_in_the_list(demo):
    session = Session("register", "en", p="HORECA", e="new")
    session.fill({"In one sentence, in English": HOSTILE, "Probability (1–5)": 5, "Impact (1–5)": 4}).press("Save")

    assert HOSTILE in session.lines
    assert "exposure 20 → 9" in session.lines
    assert "e" not in session.app.query_params
    assert not session.app.exception


def test_a_decision_without_words_is_refused_and_nothing_typed_is_lost(demo):
    session = Session("register", "en", p="HORECA", show="decisions", e="new")
    session.fill({"In one sentence, in English": "Who pays?", "Decided on": someone(demo).today}).press("Save")

    assert session.problems["What was decided"] == "Write what was decided."
    session.fill({"What was decided": "By use"}).press("Save")
    [stored] = register.of(someone(demo), partnership.find(someone(demo), "HORECA")).decisions
    assert (stored.title.en, stored.decision.en) == ("Who pays?", "By use")


def test_an_entry_is_changed_and_taken_out(demo):
    asking = someone(demo)
    owner = partnership.find(asking, "HORECA")
    one = register.save(asking, owner, Risk(partnership_id=owner.id, title=Text("Brand", "Fire")))
    session = Session("register", "en", p="HORECA", e=one.id)
    session.fill({"Impact (1–5)": 5}).press("Save")
    assert register.of(someone(demo), owner).risks[0].impact == 5

    Session("register", "en", p="HORECA", e=one.id).press("Take out of the register")
    assert register.of(someone(demo), owner).risks == ()
    assert "Removed" in Session("register", "en", p="HORECA", history="risks").lines


def test_template_risks_are_taken_over_on_request(demo):
    session = Session("register", "en", p="HORECA")
    offers = session.field("Risks to take over")
    offers.set_value([code for code in ("T1", "T2") if any(option.startswith(code) for option in offers.options)])
    session.run().press("Take over")

    assert {one.source for one in register.of(someone(demo), partnership.find(someone(demo), "HORECA")).risks} == {"T1", "T2"}
    assert not session.app.exception


@pytest.mark.usefixtures("shown")
def test_a_past_day_reads_only():
    past = Session("register", "en", p="BOUW-OOST", asof="2020-01-01")
    assert "Not found" in (found.value for found in past.app.title)

    session = Session("register", "en", p="BOUW-OOST", asof=str(datetime.now(UTC).date() - timedelta(days=1)))
    assert not session.shows("Save") and not session.shows("Take over")
    assert "Add a risk or an opportunity" not in session.lines


@pytest.mark.usefixtures("shown")
def test_the_portfolio_adds_up_what_the_registers_say(shown):
    session = Session("register", "en")
    read = register.all_facts(someone(shown))
    waiting = int(read.decisions.decided_on.isna().sum())

    assert str(waiting) in session.lines
    assert "Whom they wait for" in session.lines
    assert "/register?p=HAVEN&lang=en" in session.links


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("asked", [{"p": "NOPE"}, {"show": "NOPE"}, {"p": "HAVEN", "e": "NOPE"}, {"p": "HAVEN", "history": "risks.NOPE"}])
def test_what_the_address_names_does_not_exist(asked):
    session = Session("register", "en", **asked)

    assert "Not found" in (found.value for found in session.app.title)
    assert not session.app.exception


@pytest.mark.usefixtures("shown")
def test_portfolio_and_partnership_show_what_a_committee_asks_first():
    whole, one = Session("portfolio", "en").lines, Session("partnership", "en", p="HAVEN").lines

    assert {"Next meetings", "Decisions that wait", "Heaviest risks"} <= set(whole)
    assert {"Asked of the committee", "The four domains"} <= set(one)
    assert all(any("waits" in line for line in lines) for lines in (whole, one))
