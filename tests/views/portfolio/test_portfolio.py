"""The portfolio page: what is asked is what is shown, in the reader's language."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from integration.model.text import Text
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database
from integration.views.portfolio.portfolio import SORTS, PortfolioChoices, PortfolioView, pages_of, portfolio_view
from integration.views.portfolio.portfolio_table import portfolio_table
from tests.examples import (
    COMPANY,
    NOON,
    SCHOOL,
    THIRD,
    TODAY,
    a_check_in,
    a_milestone,
    a_partnership,
    a_reader,
    a_visit,
    an_organisation,
    in_file,
    measured,
    save,
)

ALFA, BETA, GAMMA = (f"00000000-0000-7000-8000-00000000004{number}" for number in (1, 2, 3))


@pytest.fixture(scope="module")
def three(migrated, tmp_path_factory):
    """The three partnerships, for tests that only read."""
    database = Database(Path(shutil.copy(migrated, tmp_path_factory.mktemp("three"))))
    yield filled(database)
    database.close()


def filled(db: Database) -> Database:
    """Alfa is far and was silent longest, Beta is late in HRM, Gamma has no plan and said something today."""
    save(db, an_organisation(), an_organisation(id=COMPANY, name="Machinefabriek"), an_organisation(id=THIRD, name="Gemeente"))
    save(db, a_partnership(id=ALFA, code="ALFA", name=Text("Zwaan", "Alpha"), phase="integrated"))
    save(db, a_partnership(id=BETA, code="BETA", name=Text("Merel", "Mouse"), partners=(SCHOOL, THIRD)))
    save(db, a_partnership(id=GAMMA, code="GAMMA", name=Text("Aap", ""), phase="founding"))
    save(db, a_milestone(partnership_id=ALFA, credit=80), a_milestone(partnership_id=ALFA, domain="hrm", credit=60), recorded_at=NOON - timedelta(days=20))
    late = a_milestone(partnership_id=BETA, domain="hrm", credit=10, due_on=TODAY - timedelta(days=5))
    save(db, a_milestone(partnership_id=BETA, credit=90), late, recorded_at=NOON - timedelta(days=10))
    save(db, a_check_in(partnership_id=GAMMA), a_check_in(partnership_id=BETA, domain="hrm", colour="red"), recorded_at=NOON)
    return db


def view(database, language="en", **asked) -> PortfolioView:
    return portfolio_view(a_reader(language), measured(database), [], PortfolioChoices(**asked))


def codes(database, **asked) -> list[str]:
    return [row.code for row in view(database, **asked).rows]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({}, {"ALFA", "BETA", "GAMMA"}),
        ({"search": "merel"}, {"BETA"}),
        ({"search": "MOUSE"}, {"BETA"}),
        ({"search": "gam"}, {"GAMMA"}),
        ({"search": "gemeente"}, {"BETA"}),
        ({"search": "brug"}, {"ALFA", "BETA", "GAMMA"}),
        ({"search": ".*"}, set()),
        ({"search": "("}, set()),
        ({"organisation": THIRD}, {"BETA"}),
        ({"organisation": COMPANY}, {"ALFA", "GAMMA"}),
        ({"phase": "founding"}, {"GAMMA"}),
        ({"phase": "ended"}, set()),
        ({"phase": "integrating", "organisation": COMPANY}, set()),
    ],
)
def test_filters_show_what_they_say(three, asked, wanted):
    found = view(three, **asked)

    assert {row.code for row in found.rows} == wanted
    assert (found.matching, found.total) == (len(wanted), 3)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"sort": "attention"}, ["BETA", "GAMMA", "ALFA"]),
        ({"sort": "progress"}, ["ALFA", "BETA", "GAMMA"]),
        ({"sort": "progress", "domain": "training"}, ["ALFA", "BETA", "GAMMA"]),
        ({"sort": "weakest"}, ["BETA", "ALFA", "GAMMA"]),
        ({"sort": "weakest", "domain": "training"}, ["ALFA", "BETA", "GAMMA"]),
        ({"sort": "fresh"}, ["ALFA", "GAMMA", "BETA"]),
    ],
)
def test_the_order_is_as_asked(db, asked, wanted):
    save(filled(db), a_milestone(partnership_id=BETA, code="B1", domain="backoffice", credit=90), recorded_at=NOON - timedelta(days=10))
    # Delivered: ALFA and BETA nothing, GAMMA has no plan. Ties go by name.
    assert codes(db, **asked) == wanted


def test_dutch_readers_get_names_in_the_order_of_their_language(three):
    assert [row.name for row in view(three, "nl", sort="name").rows] == ["Aap", "Merel", "Zwaan"]


def test_english_readers_get_names_in_the_order_of_their_language(three):
    assert [row.name for row in view(three, "en", sort="name").rows] == ["Aap", "Alpha", "Mouse"]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("domain", ["", "housing"])
def test_every_order_shows_every_partnership(three, sort, domain):
    assert sorted(codes(three, sort=sort, domain=domain)) == ["ALFA", "BETA", "GAMMA"]


def test_a_row_carries_two_numbers_and_a_letter_per_domain(three):
    [row] = view(three, search="BETA").rows
    cells = {cell.domain: cell for cell in row.cells}

    assert (row.name, row.partners, row.phase, row.pair) == ("Mouse", "ROC De Brug · Gemeente", "Integrating", "delivered 0 % · planned by now 50 %")
    assert [(cells[one].progress_words, cells[one].depth_words, cells[one].letter) for one in ("hrm", "housing")] == [("10 %", "–", "R"), ("–", "–", "–")]
    assert (cells["hrm"].overdue, cells["hrm"].overdue_words) == (1, "1 overdue")
    assert row.href == "/partnership?p=BETA&lang=en"


def test_a_missing_name_is_borrowed_and_marked(three):
    names = {row.code: (row.name, row.borrowed) for row in view(three).rows}

    assert (names["GAMMA"], names["ALFA"]) == (("Aap", "nl"), ("Alpha", ""))


def test_one_domain_shows_one_column(three):
    found = view(three, "nl", domain="hrm")

    assert found.columns == ("HRM",)
    assert {len(row.cells) for row in found.rows} == {1}


def test_key_figures_follow_the_filter(three):
    values = {figure.label: (figure.value, figure.note) for figure in view(three, organisation=THIRD).figures}

    assert values["Partnerships at work"] == ("1", "")
    assert values["Delivered"] == ("0 %", "planned by now 50 %")
    assert values["Most is late in"] == ("HRM", "1 overdue")
    assert (values["Overdue milestones"], values["Silent partnerships"]) == (("1", ""), ("0", ""))


@pytest.mark.parametrize(("language", "weeks"), [("en", "in 8 weeks"), ("nl", "in 8 weken")])
def test_the_trend_is_shown_in_words_and_says_whether_it_is_welcome(db, language, weeks):
    seen, other, *_ = save(db, a_milestone(), a_milestone(code="T2"), a_partnership(), recorded_at=NOON - timedelta(weeks=10))
    save(db, replace(seen, credit=100, done_on=TODAY), replace(other, due_on=TODAY - timedelta(days=1)))
    visit = a_visit(db, language)
    found = portfolio_view(visit.reader, portfolio.read(visit), portfolio.trend(visit), PortfolioChoices()).figures

    assert [(figure.change, figure.worse) for figure in found[1:4]] == [(f"+50 {weeks}", False), (f"+1 {weeks}", True), (f"+1 {weeks}", True)]
    assert [(figure.change[:2], figure.worse) for figure in (found[0], found[4])] == [("un" if language == "en" else "ge", False)] * 2
    assert found[1].history == (*[0.0] * 9, 50.0)


def test_a_filtered_page_shows_no_trend(three):
    found = portfolio_view(a_reader(), measured(three), portfolio.trend(a_visit(three)), PortfolioChoices(search="BETA")).figures

    assert [(figure.change, figure.history) for figure in found] == [("", ())] * 5


def many(database, number: int) -> None:
    save(database, *(a_partnership(id=f"00000000-0000-7000-8000-00000000{one:04d}", code=f"P{one:04d}", name=Text(f"Brug {one:04d}")) for one in range(number)))


@pytest.mark.parametrize(
    ("page", "shown", "counted"),
    [(1, (0, 49), "1–50 of 120 partnerships"), (3, (100, 119), "101–120 of 120 partnerships"), (0, (0, 49), None), (99, (100, 119), None)],
)
def test_more_than_50_partnerships_are_paged(db, page, shown, counted):
    many(db, 120)
    found = view(db, sort="name", page=page)

    assert (found.rows[0].code, found.rows[-1].code) == (f"P{shown[0]:04d}", f"P{shown[1]:04d}")
    assert (found.pages, found.page) == (3, min(max(page, 1), 3))
    assert counted is None or found.counted == counted


def test_paging_counts_in_the_readers_language(db):
    many(db, 60)

    assert view(db, "nl", page=2).counted == "51–60 van 60 partnerschappen"


@pytest.mark.parametrize(("things", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_pages_hold_50(things, pages):
    assert pages_of(things, 50) == pages


def test_an_empty_store_has_an_empty_page(db):
    found = view(db)

    assert (found.rows, found.total, found.pages, found.attention) == ((), 0, 1, ())
    assert [figure.value for figure in found.figures] == ["0", "–", "–", "0", "0"]


def test_the_download_holds_what_was_asked_in_the_same_order(three):
    table = portfolio_table(a_reader().say, measured(three), PortfolioChoices(sort="progress", domain="hrm", organisation=COMPANY))

    assert in_file(table, "Code") == ["ALFA", "GAMMA"]
    assert in_file(table, "HRM: Work under way (%)")[0] == 60.0
    assert {type(one) for title in ("HRM: Depth now", "HRM: Depth target") for one in in_file(table, title)} <= {int, type(None)}
    assert [column for column in table.columns if "Training" in column.title] == []


def test_the_download_names_colours_as_the_reader_does(three):
    table = portfolio_table(a_reader("nl").say, measured(three), PortfolioChoices(search="BETA"))

    assert in_file(table, "HRM: Gemelde kleur") == ["Rood"]


@pytest.mark.parametrize("sort", ["attention", "name", "progress", "weakest", "fresh"])
def test_a_domain_of_no_partnership_is_a_view_of_nothing(db, sort):
    assert portfolio_view(a_reader(), measured(db), [], PortfolioChoices(domain="training", sort=sort)).rows == ()
