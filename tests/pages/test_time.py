"""Time on the pages: a past day on every one of them, histories, baselines, scenarios, thresholds; refused in words."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration.i18n.formats import day as day_words
from integration.model.plan.baseline import Baseline
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.plan import baseline, scenario
from integration.services.portfolio import partnership
from integration.storage.core.records import append
from tests.pages.session import Session, markup_of

TODAY = datetime.now(UTC).date()
THEN = TODAY - timedelta(days=100)
THINGS = ["partnership", "milestone.F2", "depth.housing", "report.housing", "names", "baselines", "texts", "nuances", "objectives", "measurements", "gates"]
READING = [
    ("portfolio", {}),
    ("portfolio", {"since": "meeting"}),
    ("partnership", {"p": "GROEN"}),
    ("domain", {"d": "hrm"}),
    ("timeline", {}),
    ("settings", {}),
    ("foundation", {"p": "GROEN"}),
    ("foundation", {"p": "GROEN", "show": "objectives"}),
    ("foundation", {"p": "GROEN", "show": "gates"}),
    ("foundation", {"p": "GROEN", "show": "line"}),
    ("mirror", {"p": "GROEN"}),
    ("scan", {}),
    *(("timeline", {"p": "GROEN", "show": show}) for show in ("calendar", "curve", "trend", "path", "baselines")),
]


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(("page", "asked"), READING, ids=str)
def test_every_page_shows_a_past_day_and_keeps_it_in_its_links(page, asked):
    session = Session(page, "en", **asked, asof=THEN.isoformat())
    ours = [href for href in session.links if href.startswith("/")]

    assert not session.app.exception
    assert "As it was on" in session.words and "nothing can be changed here" in session.words
    assert [href for href in ours if f"asof={THEN}" not in href and not href.endswith("asof=")] == []
    assert sum(href.endswith("&asof=") for href in ours) == 1


@pytest.mark.usefixtures("shown")
def test_a_past_day_shows_what_was_known_then():
    now, then = Session("portfolio", "en"), Session("portfolio", "en", asof=THEN.isoformat())

    assert now.words != then.words
    assert str(THEN.day) in then.words
    assert [button.label for button in then.app.button] == []


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(("page", "asked"), READING, ids=str)
def test_today_as_a_day_is_now(page, asked):
    assert Session(page, "en", **asked, asof=TODAY.isoformat()).lines == Session(page, "en", **asked).lines


def drawn(session):
    found = re.search(r'<svg [^>]*class="picture".*?</svg>', "".join(map(markup_of, session.nodes("bidi_component"))), re.DOTALL)
    assert found
    return found.group()


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("asked", [{"p": "GROEN", "show": show} for show in ("calendar", "curve", "trend")] + [{}], ids=str)
def test_a_picture_of_a_past_day_is_of_that_day(asked):
    now, then = (drawn(Session("timeline", "en", **asked, **day)) for day in ({}, {"asof": THEN.isoformat()}))

    assert then != now
    assert asked.get("show") == "trend" or ">today<" in then
    assert asked.get("show") != "trend" or (f"{day_words(THEN, 'en')} →" in then and f"{day_words(TODAY, 'en')} →" not in then)


@pytest.mark.usefixtures("shown")
def test_an_end_is_simulated_only_from_enough_own_history():
    assert re.search(r"Simulated from \d+ own slips: .* \(P50\), and .* \(P80\)", Session("timeline", "en", p="GROEN", show="curve").words)
    little = Session("timeline", "en", p="HORECA", show="curve").words

    assert "A simulated end needs at least 8 milestones that are delivered or late" in little
    assert "P50" not in little


@pytest.mark.usefixtures("shown")
def test_the_path_narrows_to_what_waits_on_the_other_partner():
    every, waiting = (Session("timeline", "en", p="GROEN", show="path", **asked).lines for asked in ({}, {"waits": "other"}))

    assert 0 < waiting.count("waits on the other partner") == every.count("waits on the other partner")
    assert len([line for line in waiting if re.fullmatch(r"-?\d+ days", line)]) < len([line for line in every if re.fullmatch(r"-?\d+ days", line)])


@pytest.mark.usefixtures("shown")
def test_any_two_baselines_are_compared():
    session = Session("timeline", "en", p="GROEN", show="baselines")
    first, second = (one for one in session.field("From").options if one != "The plan now")
    session.fill({"From": first, "To": second})

    assert "60 days later" in session.words and "8 later" in session.words


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(
    ("page", "asked"), [("portfolio", {}), ("partnership", {"p": "GROEN"}), ("domain", {"d": "hrm"}), ("timeline", {"p": "GROEN", "show": "curve"})], ids=str
)
def test_thresholds_are_printed_where_colours_are_shown(page, asked):
    assert (
        "Amber: SPI(t) below 0.95, 30 days or more behind, a key milestone late at all, or any milestone over 14 days late."
        in Session(page, "en", **asked).words
    )


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(("page", "asked"), [("portfolio", {}), ("partnership", {"p": "BOUW-OOST"}), ("timeline", {"p": "BOUW-OOST"})], ids=str)
def test_what_to_decide_before_when_says_slip_and_what_it_costs(page, asked):
    words = Session(page, "en", **asked).words

    assert "Decide before" in words
    assert re.search(r"missed the school year of 1 Sept \d{4} ?: .*\d+ days late · moves to school year \d{4}–\d{2}", words)


@pytest.mark.usefixtures("shown")
def test_a_lead_sees_the_own_calibration_and_a_committee_one_figure():
    own, committee = Session("update", "en", p="GROEN", tab="check-in").words, Session("portfolio", "en").words

    assert re.search(r"Your green meant green in \d+ % of \d+ weeks", own)
    assert "Your green" not in committee and re.search(r"Green meant green \d+ %", committee)


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(
    ("page", "day", "words"),
    [
        ("portfolio", "2026-02-30", "“2026-02-30” is not a day. Write a day between 2000 and 2100, as 2027-03-31."),
        ("portfolio", "9999-12-31", "“9999-12-31” is not a day."),
        ("portfolio", "9999-12-31T23:59:59", "“9999-12-31T23:59:59” is not a day."),
        ("timeline", "0001-01-01T00:00:00", "“0001-01-01T00:00:00” is not a day."),
        ("portfolio", "gisteren", "“gisteren” is not a day."),
        ("portfolio", (TODAY + timedelta(days=1)).isoformat(), "is still to come"),
        ("partnership", "2000-12-31", "Nothing was recorded yet on 31 Dec 2000; the first record is of"),
        ("update", THEN.isoformat(), "and what was cannot be changed. Go back to now to update."),
    ],
)
def test_a_day_that_cannot_be_shown_is_refused_with_a_way_back(page, day, words):
    session = Session(page, "en", p="GROEN", asof=day)

    assert words in session.words
    assert any(href.endswith("&asof=") for href in session.links)
    assert not session.app.exception and not session.app.error


@pytest.mark.usefixtures("empty")
def test_an_empty_store_can_be_asked_for_any_day():
    assert "There is no partnership yet." in Session("portfolio", "en", asof="2026-01-01").words


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_thing_has_its_history_drawer(thing, language):
    session = Session("partnership", language, p="GROEN", history=thing)

    assert {"nl": "Vastgelegd", "en": "Recorded"}[language] in session.lines
    assert any("history" not in href and "/partnership?p=GROEN" in href for href in session.links)
    assert not session.app.exception


@pytest.mark.usefixtures("shown")
def test_changes_lead_to_their_thing():
    session = Session("partnership", "en", p="GROEN", since=(TODAY - timedelta(days=60)).isoformat())

    assert any("history=milestone." in href and "since=" in href for href in session.links)


def test_a_threshold_is_changed_and_told(demo):
    session = Session("settings", "en")
    session.fill({"Green from SPI(t)": 0.9}).press("Save")

    assert "The thresholds were saved; every colour follows them from now on." in session.lines
    assert "Amber: SPI(t) below 0.90, 30 days or more behind, a key milestone late at all, or any milestone over 14 days late." in session.lines
    assert "0.90" in Session("settings", "en").words


def test_a_refused_threshold_keeps_what_was_typed(demo):
    session = Session("settings", "en")
    session.fill({"Red below SPI(t)": 0.99}).press("Save")

    assert session.problems["Red below SPI(t)"] == "Red cannot begin above where green ends; choose a lower number."
    assert session.field("Red below SPI(t)").value == "0.99"


def test_a_baseline_is_set_with_its_reason(demo):
    session = Session("update", "en", p="GROEN", tab="baseline")
    session.fill({"Name of the baseline": "After the permit"}).press("Set the baseline")
    refused = session.problems["Why is the plan promised anew?"]
    session.fill({"Why is the plan promised anew?": "The permit came"}).press("Set the baseline")

    assert refused.startswith("Say why the plan is promised anew")
    assert "The baseline ‘After the permit’ was set." in session.lines
    assert "After the permit" in Session("timeline", "en", p="GROEN", show="baselines").lines


def test_a_scenario_is_applied_from_its_tab(demo):
    someone = visit(demo, Cache(), "en")
    dossier = partnership.read(someone, "GROEN")
    one = next(one for one in dossier.milestones if one.credit < 100)
    scenario.keep(someone, dossier.partnership, "Permit late", {one.id: TODAY + timedelta(days=400)})
    session = Session("update", "en", p="GROEN", tab="scenarios")
    assert "Permit late" in session.words
    session.press("Apply")

    newest = {row.id: row for row in partnership.read(visit(demo, Cache(), "en"), "GROEN").milestones}
    assert newest[one.id].forecast_on == TODAY + timedelta(days=400)
    assert "No scenario is kept." in session.words


def test_a_region_fills_the_holidays(demo):
    session = Session("update", "nl", p="GROEN", tab="partnership")
    session.press("Deze regio overnemen")

    assert "10 vakanties zijn opgeslagen." in session.lines
    assert not session.app.exception


def test_a_partnership_without_a_baseline_says_how_to_get_one(demo):
    someone = visit(demo, Cache(), "en")
    blank = Baseline(partnership_id=partnership.read(someone, "HORECA").partnership.id, name=Text("x"))
    known = baseline.promises(someone, partnership.read(someone, "HORECA").partnership)

    assert blank.version == 0 and len(known) == 1
    assert "in force" in Session("timeline", "en", p="HORECA", show="baselines").words


def test_a_circle_that_came_by_an_import_is_named_on_every_picture(demo):
    dossier = partnership.read(visit(demo, Cache(), "en"), "HORECA")
    first, second = [one for one in dossier.milestones if one.credit < 100][:2]
    with demo.writing("test", "import", "") as writing:
        append(writing, [replace(first, waits_for=(second.code,)), replace(second, waits_for=(first.code,))])

    for show in ("calendar", "curve", "trend", "path", "baselines"):
        session = Session("timeline", "en", p="HORECA", show=show)
        assert not session.app.exception
        assert show != "path" or "wait for each other in a circle" in session.words
