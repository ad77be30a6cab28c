"""The law: each named figure is the oracle's wherever it appears, and no sentence contradicts itself."""

import pytest

from integration.services.portfolio import portfolio
from tests.law import key_figures
from tests.law.conftest import BACK, WHOLE
from tests.law.figures import PAIR, facts
from tests.law.places import agenda_lines, calendars_of, digests, packs_of, pages, plan_files, portfolio_pages

ODD = ("MOVED", "OVER", "GONE", "PASSED", "YEAR", "HALF", "FREE", "EARLY", "EDGE", "STALE")
ORDINARY = ("GROEN", "ICT-HUB")
EVERY = 8  # of so many parts, in which the partnerships of a day are looked at


def codes(looked, part=0):
    """Which partnerships are looked at: a part of all for `make law`, else a few, half of them in each language."""
    known = portfolio.read(looked).partnerships.code.tolist()
    few = (*ODD, *ORDINARY) if looked.as_of is None else ORDINARY
    return known[part::EVERY] if WHOLE else [one for one in few[looked.language == "en" :: 2] if one in known]


@pytest.fixture(params=range(EVERY) if WHOLE else [0])
def part(request):
    return request.param


@pytest.fixture(params=["nl", "en"])
def language(request):
    return request.param


@pytest.mark.parametrize("back", BACK)
def test_pages_of_all(look, truths, judge, cookies, language, back):
    looked = look(language, back)
    known, said = truths(looked), [*portfolio_pages(looked, cookies)]

    assert [one for place, lines in said for one in judge.wrong(place, lines, looked, known.values())] == []
    assert key_figures.said(said[0][1], language) == key_figures.known(known.values())


@pytest.mark.parametrize("back", BACK)
def test_pages_and_agenda_of_each(look, truths, judge, cookies, part, back):
    both, found = [look(language, back) for language in ("nl", "en")], []
    # Both languages of one partnership after each other: what was computed for it is still there.
    for code in sorted({code for looked in both for code in codes(looked, part)}):
        for looked in (one for one in both if code in codes(one, part)):
            known = truths(looked)
            for place, lines in (*pages(looked, cookies, code), ("agenda", agenda_lines(looked, code))):
                found += [(code, looked.language, *one) for one in judge.wrong(place, lines, looked, [known[code]])]

    assert found == []


def test_digests(look, truths, judge, language):
    looked = look(language)
    known = truths(looked)
    told = [one for lines in digests(looked, known if WHOLE else codes(looked)) for one in judge.wrong("digest", lines, looked, known.values())]

    assert judge.places["digest"] and told == []


def test_packs_in_every_form(look, truths, judge, cookies, part, language):
    looked, found = look(language), []
    known = truths(looked)
    for code, forms in packs_of(looked, cookies, codes(looked, part)):
        for place in ("page pack", "PDF", "PPTX", "XLSX"):
            found += [(code, *one) for one in judge.wrong(place, forms[place], looked, [known[code]], told=place != "PDF")]
            headed = PAIR in {message for message, _ in facts(forms[place], language)}
            found += [(code, place, "no headline")] * (known[code].whole.schedule is not None and not headed)
        found += [(code, *one) for one in judge.wrong_snapshot(forms["snapshot"]["parts"][0], known[code])]

    assert found == []


@pytest.mark.parametrize("back", BACK)
def test_milestones_in_downloads(look, truths, judge, language, back):
    looked = look(language, back)
    known = truths(looked)
    several = (code for part in range(EVERY if WHOLE else 1) for code in codes(looked, part))

    assert [(code, *one) for code in several for one in judge.wrong_rows(plan_files(looked, code), language, known[code])] == []


def test_calendars(look, truths, judge, part, language):
    looked = look(language)
    known = truths(looked)
    ids = {code: known[code].whole.row["id"] for code in codes(looked, part)}

    assert [one for code, lines in calendars_of(looked, ids) for one in judge.wrong("calendar", lines, looked, [known[code]])] == []
