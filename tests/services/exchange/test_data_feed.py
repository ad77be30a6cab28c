"""The data of a link: the figures of its pages, under names that stay, and nothing that it leaves out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.access.seal import Seal
from integration.errors import LinkNotOpen, LinkWithPin, TableUnknown
from integration.measures.portfolio import figures
from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.text import Text
from integration.rounding import half_up
from integration.services.access.preview import visit_of
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.exchange import data_feed
from integration.services.portfolio import portfolio
from tests.access.identity import a_link
from tests.examples import BRIDGE, FEBRUARY, NOON, a_check_in, a_milestone, save


def opened(db) -> Host:
    """A host of this store."""
    return Host(db, Cache(), Seal("only for tests"))


def given(db, name: str, **wanted):
    """The rows of one table of a link, each its values by name."""
    [link] = save(db, a_link(token_hash="kept", **wanted))
    table = data_feed.of_link(opened(db), link, name)
    return [dict(zip([one.name for one in table.columns], row, strict=True)) for row in table.rows]


def test_figures_are_those_of_the_page(bridge):
    save(bridge, a_milestone(code="H1", due_on=FEBRUARY.date(), credit=100.0), a_milestone(code="H2", due_on=FEBRUARY.date(), credit=25.0))
    [row] = given(bridge, "partnerships")
    [link] = save(bridge, a_link(token_hash="kept"))
    guest = visit_of(opened(bridge), link)
    page = figures(portfolio.read(guest), guest.today, ("exploring", "founding", "integrating"))

    assert row["delivered"] == half_up(page.delivered, 1)
    assert row["planned"] == half_up(page.due, 1)


def test_what_was_given_up_is_no_success_in_the_data_either(bridge):
    plan = save(bridge, *(a_milestone(code=f"T{at}", due_on=NOON.date() + timedelta(days=at)) for at in (10, 20)), recorded_at=FEBRUARY)
    promise = Baseline(partnership_id=BRIDGE, name=Text("Plan"))
    save(bridge, promise, *baseline_lines(promise, plan), recorded_at=FEBRUARY)
    early = {"credit": 100.0, "done_on": NOON.date() - timedelta(days=5)}
    [done, _] = save(bridge, *(replace(one, **early) for one in plan))
    [before] = given(bridge, "partnerships")
    save(bridge, replace(plan[1], version=2, cancelled=True))
    [row] = given(bridge, "partnerships")

    assert before["days_behind"] < 0 and done.version == 2
    assert (row["delivered"], row["days_behind"]) == (100.0, None)


def test_a_milestone_has_its_own_days_and_words(bridge):
    save(bridge, a_milestone(code="H7", due_on=FEBRUARY.date(), title=Text("Alleen Nederlands"), note=Text("=1+1")))
    [row] = given(bridge, "milestones", language="en")

    assert (row["partnership"], row["code"], row["title"], row["due_on"], row["note"]) == ("BRUG", "H7", "Alleen Nederlands", FEBRUARY.date(), "=1+1")


def test_what_a_link_leaves_out_is_no_column(bridge):
    save(bridge, a_milestone(), a_check_in())
    [milestone] = given(bridge, "milestones", hides=("owners", "notes"))
    [report] = given(bridge, "check-ins", hides=("confidence", "notes"))

    assert {"owner", "note"} & {*milestone} == set()
    assert {*report} == {"partnership", "domain", "reported_at", "colour"}


def test_columns_explain_every_column_that_is_given(bridge):
    told = {(one["table"], one["column"]) for one in given(bridge, "columns", hides=("owners",))}
    [link] = save(bridge, a_link(token_hash="kept", hides=("owners",)))
    tables = [data_feed.of_link(opened(bridge), link, name) for name in data_feed.tables_of(link)]

    assert told == {(table.name, column.name) for table in tables for column in table.columns}


def test_a_link_with_a_pin_gives_no_data(bridge):
    with pytest.raises(LinkWithPin):
        given(bridge, "milestones", pin_hash="kept")


@pytest.mark.parametrize(("kind", "page", "refusal"), [("foundation", "foundation", LinkNotOpen), ("partnership", "partnership", TableUnknown)])
def test_a_table_that_no_page_of_the_link_shows_is_refused(bridge, kind, page, refusal):
    with pytest.raises(refusal):
        given(bridge, "register", kind=kind, page=page)


def test_a_frozen_link_gives_the_rows_of_its_moment(bridge):
    [stored] = save(bridge, a_milestone(code="H1"))
    save(bridge, replace(stored, title=Text("Later")), recorded_at=NOON + timedelta(days=1))
    frozen, live = (given(bridge, "milestones", as_of=moment, language="nl") for moment in (NOON + timedelta(hours=1), None))

    assert ([one["title"] for one in frozen], [one["title"] for one in live]) == (["Leerplan"], ["Later"])
