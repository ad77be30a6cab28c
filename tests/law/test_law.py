"""The law: each named figure is the oracle's wherever it appears, and no sentence contradicts itself."""

import pytest

from integration.services.portfolio import portfolio
from tests.law.conftest import BACK, WHOLE
from tests.law.figures import facts, wrong_facts
from tests.law.places import calendar_of, pack_of, pages, plan_files, portfolio_pages, spoken
from tests.law.sentences import comparing_wrongly, contradicting, expecting_the_past

ODD = ("MOVED", "OVER", "GONE", "PASSED", "YEAR", "HALF", "FREE", "EARLY")
ORDINARY = ("GROEN", "ICT-HUB")
PAIR = "delivered {delivered} · planned by now {due}"


def broken(place, lines, language, truths, today):
    """What breaks the law in one place."""
    truths = [*truths]
    told = [*contradicting(lines, today, {day for one in truths for day in one.days}), *expecting_the_past(lines, today), *comparing_wrongly(lines)]
    return [(place, one) for one in [*told, *wrong_facts(lines, language, truths)]]


def codes(looked):
    """Which partnerships are looked at: all of them for `make law`, else a few, half of them in each language."""
    known = portfolio.read(looked).partnerships.code.tolist()
    few = (*ODD, *ORDINARY) if looked.as_of is None else ORDINARY
    return known if WHOLE else [one for one in few[looked.language == "en" :: 2] if one in known]


@pytest.fixture(params=["nl", "en"])
def language(request):
    return request.param


@pytest.mark.parametrize("back", BACK)
def test_pages_of_all(look, truths, language, back):
    looked = look(language, back)
    known = truths(looked)

    assert [one for place, lines in portfolio_pages(looked) for one in broken(place, lines, language, known.values(), looked.today)] == []


@pytest.mark.parametrize("back", BACK)
def test_pages_digest_and_agenda_of_each(look, truths, language, back):
    looked = look(language, back)
    known, found = truths(looked), []
    for code in codes(looked):
        for place, lines in (*pages(looked, code), *spoken(looked, code)):
            spoken_of = [known[code]] if place not in ("digest",) else known.values()
            found += [(code, *one) for one in broken(place, lines, language, spoken_of, looked.today)]

    assert found == []


def test_packs_in_every_form(look, truths, language):
    looked, found = look(language), []
    for code in codes(looked):
        truth, forms = truths(looked)[code], pack_of(looked, code)
        for place in ("page pack", "PDF", "PPTX", "XLSX"):
            # What a PDF says stands in tables as well, whose cells are no sentences.
            told = broken(place, forms[place], language, [truth], looked.today) if place != "PDF" else wrong_facts(forms[place], language, [truth])
            found += [(code, place, one) for one in told]
            found += [(code, place, "no headline")] * (
                truth.whole.schedule is not None and PAIR not in {message for message, _ in facts(forms[place], language)}
            )
        late = {one["code"]: truth.whole.late.get(one["id"], 0) for one in truth.whole.milestones}
        part = forms["snapshot"]["parts"][0]
        for domain in part["domains"]:
            own = truth.whole.domains[domain["key"]]
            told = (domain["overdue"], domain["progress"])
            found += [(code, "JSON", told)] * (told != (len(own.late), None if own.progress is None else round(own.progress, 4)))
        found += [(code, "JSON", one["code"]) for one in part["milestones"] if one["late"] != late[one["code"]]]

    assert found == []


@pytest.mark.parametrize("back", BACK)
def test_milestones_in_downloads(look, truths, language, back):
    looked, found = look(language, back), []
    names = {"nl": ("Code", "Dagen te laat"), "en": ("Code", "Days late")}[language]
    for code in codes(looked):
        truth = truths(looked)[code]
        late = {one["code"]: truth.whole.late.get(one["id"], 0) for one in truth.whole.milestones}
        for ending, rows in plan_files(looked, code).items():
            found += [(code, ending, row) for row in rows if int(float(row[names[1]])) != late[row[names[0]]]]

    assert found == []


def test_calendars(look, truths, language):
    looked, found = look(language), []
    for code in codes(looked):
        truth = truths(looked)[code]
        found += [(code, one) for one in broken("calendar", calendar_of(looked, truth.whole.row["id"]), language, [truth], looked.today)]

    assert found == []
