"""No data, however odd, takes the portfolio down: one partnership is broken and told so, the others are as ever."""

from dataclasses import replace
from datetime import date

import pytest

from integration.errors import PartnershipDamaged
from integration.measures.portfolio import Portfolio, portfolio_measured
from integration.model.record import new_id
from integration.model.text import Language
from integration.services.plan import timeline
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database
from integration.views.portfolio.portfolio import HeatRow, PortfolioChoices, portfolio_view
from tests.conftest import fill_with_bridge
from tests.examples import BRIDGE, JANUARY, a_check_in, a_depth, a_milestone, a_partnership, a_visit, save
from tests.storage.core.test_uniqueness import put

OTHER = "00000000-0000-7000-8000-000000000021"
SENTENCE: dict[Language, str] = {"en": "The data cannot be measured", "nl": "De gegevens zijn niet te meten"}
ODD = {
    "a weight that is no number": a_milestone(weight=float("nan")),
    "an endless weight": a_milestone(weight=float("inf")),
    "no weight": a_milestone(weight=0.0),
    "a credit that is no number": a_milestone(credit=float("nan")),
    "a credit above all": a_milestone(credit=250.0),
    "an unknown domain": a_milestone(domain="catering"),
    "an unknown gate": a_milestone(gate="heaven"),
    "a day far ahead": a_milestone(due_on=date(9999, 12, 31)),
    "a day long ago": a_milestone(starts_on=date(1, 1, 1)),
    "a delivery far ahead": a_milestone(done_on=date(2101, 1, 1), credit=100.0),
    "a programme without an end": a_partnership(id=OTHER, code="TUNNEL", ends_on=date(9999, 12, 31)),
    "a depth off the ladder": a_depth(current=9),
    "the depth of an unknown domain": a_depth(domain="catering"),
    "an unknown colour": a_check_in(colour="purple"),
    "a confidence off the scale": a_check_in(confidence=99),
    "an unknown phase": a_partnership(id=OTHER, code="TUNNEL", phase="dreaming"),
    "no code": a_partnership(id=OTHER, code=""),
}
AMONG_MANY = {name: f"00000000-0000-7000-8000-0000000001{at}" for at, name in enumerate(ODD, 10)}


def fill_with_bridge_and(database: Database, *ids: str) -> None:
    fill_with_bridge(database)
    save(database, *(a_partnership(id=one, code=code_of(one)) for one in ids), recorded_at=JANUARY)
    save(database, a_milestone(credit=50.0, starts_on=date(2026, 3, 1)), a_depth(), a_check_in(), recorded_at=JANUARY)


def fill_with_two(database: Database) -> Portfolio:
    fill_with_bridge_and(database, OTHER)
    return portfolio.read(a_visit(database))


@pytest.fixture
def two(filled, opened_copy) -> Database:
    """The Bridge with a plan, a depth and a report; and the Tunnel."""
    return opened_copy(filled(fill_with_two)[0])


@pytest.fixture
def before(filled) -> Portfolio:
    """The two as they are measured before anything is odd."""
    return filled(fill_with_two)[1]


def belonging(record, about=OTHER):
    if hasattr(record, "partnership_id"):
        return replace(record, id=new_id(), partnership_id=about)
    return replace(record, id=about, version=2, code=record.code and code_of(about))


def code_of(about: str) -> str:
    return f"TUNNEL-{about[-3:]}"


def of_the_bridge(frame):
    return frame[frame.index.get_level_values("partnership") == BRIDGE]


@pytest.mark.parametrize("name", ODD)
def test_one_broken_partnership_is_told_and_the_others_are_as_ever(two, before, name):
    put(two, belonging(ODD[name]), JANUARY)
    after = portfolio.read(a_visit(two))

    assert after.partnerships.broken.to_dict() == {BRIDGE: False, OTHER: True}
    assert of_the_bridge(after.domains).equals(of_the_bridge(before.domains))
    assert after.timed and before.timed and of_the_bridge(after.timed.domains).equals(of_the_bridge(before.timed.domains))
    with pytest.raises(PartnershipDamaged):
        portfolio.require_sound(a_visit(two), a_partnership(id=OTHER, code="TUNNEL"))


def fill_with_all(database: Database) -> dict[Language, tuple[dict[str, HeatRow], set[str]]]:
    """The Bridge among as many broken ones as there are odd records; what the portfolio shows of them, and of whom a timeline is drawn."""
    fill_with_bridge_and(database, *AMONG_MANY.values())
    for name, about in AMONG_MANY.items():
        put(database, belonging(ODD[name], about), JANUARY)
    shown = {}
    for language in SENTENCE:
        someone = a_visit(database, language)
        view = portfolio_view(someone.reader, portfolio.read(someone), portfolio.trend(someone), PortfolioChoices())
        shown[language] = {row.code: row for row in view.rows}, set(timeline.read(someone).partnership)
    return shown


@pytest.mark.parametrize("name", ODD)
def test_what_pages_show_of_it_is_a_sentence(filled, name):
    for language, (rows, drawn) in filled(fill_with_all)[1].items():
        broken = rows["" if name == "no code" else code_of(AMONG_MANY[name])]

        assert SENTENCE[language] in broken.broken
        assert (rows["BRUG"].broken, rows["BRUG"].pair == "–", len(rows), drawn) == ("", False, len(ODD) + 1, {BRIDGE})


def test_of_doubles_the_newest_is_shown(two):
    put(two, replace(a_depth(current=4), id=new_id()), JANUARY.replace(day=16))
    found = portfolio.read(a_visit(two))

    assert found.domains.current[BRIDGE, "training"] == 4
    assert not found.partnerships.broken.any()


@pytest.mark.parametrize("record", [a_milestone(), a_depth(), a_check_in()], ids=lambda one: type(one).__name__)
def test_what_belongs_to_no_partnership_is_nobodys(two, before, record):
    put(two, replace(record, partnership_id=new_id()), JANUARY)
    after = portfolio.read(a_visit(two))

    assert after.partnerships.drop(columns=["last_update"]).equals(before.partnerships.drop(columns=["last_update"]))
    assert after.domains.equals(before.domains)
    assert all(getattr(after.timed, part).equals(getattr(before.timed, part)) for part in ("partnerships", "domains", "cliffs"))


def test_what_cannot_be_measured_for_a_reason_nobody_thought_of_takes_nobody_along(two, monkeypatch):
    save(two, a_milestone(partnership_id=OTHER, code="X1"))
    measured = portfolio_measured

    def failing(frames, *rest):
        if (frames.milestones.partnership == OTHER).any():
            raise ZeroDivisionError
        return measured(frames, *rest)

    monkeypatch.setattr(portfolio, "portfolio_measured", failing)

    assert portfolio.read(a_visit(two)).partnerships.broken.to_dict() == {BRIDGE: False, OTHER: True}
