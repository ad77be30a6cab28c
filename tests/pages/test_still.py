"""The still of every view that a link can show: whole, small, without scripts, and with the figures of the live page."""

import logging
import re

import pytest

from integration.model.access.share_link import SHAREABLE
from integration.services.core.host import host
from integration.services.core.identity import OPERATOR, Credentials
from integration.ui.still.still_page import still_page
from tests.pages.session import Session, markup_of, plain
from tests.pages.test_pages import PAGES

LARGEST = 150_000
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CHART, HEAD = re.compile(r"<svg.*?</svg>", re.DOTALL), re.compile(r"<head>.*?</head>|<header class=\"top\">.*?</header>", re.DOTALL)
STILLS = {name: (page, asked) for name, (page, _, asked) in PAGES.items() if page in SHAREABLE}
pytestmark = pytest.mark.usefixtures("shown")


def made(page, language, **asked):
    status, html = still_page(host(), OPERATOR, language, page, asked)
    assert status == 200
    return html


def figures(words):
    return set(NUMBER.findall(words))


@pytest.mark.parametrize("name", STILLS)
def test_every_figure_of_a_still_stands_on_the_live_page(name):
    page, asked = STILLS[name]
    html = made(page, "nl", **asked)
    live = Session(page, "nl", **asked)

    told = figures(plain(HEAD.sub("", CHART.sub("", html))))
    assert told and told <= figures(live.words)
    assert html.count('<figure class="chart"') == "".join(map(markup_of, live.nodes("bidi_component"))).count('<figure class="chart"')


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", STILLS)
def test_a_still_is_small_and_needs_no_script_and_no_session(name, language, caplog):
    page, asked = STILLS[name]
    with caplog.at_level(logging.WARNING):
        html = made(page, language, **asked)

    assert len(html.encode()) <= LARGEST and "<script" not in html and "onclick" not in html
    assert not [one for one in caplog.records if "ScriptRunContext" in one.getMessage()]
    assert {"data-live", 'class="ineen still"'} <= set(re.findall(r'data-live|class="ineen still"', html))


def test_a_still_leads_to_stills_and_to_the_one_live_page():
    html = made("partnership", "en", p="HAVEN")

    assert re.search(r'href="/still/timeline\?[^"]*p=HAVEN', html)
    assert re.search(r'href="/partnership\?[^"]*p=HAVEN[^"]*" data-live', html)


@pytest.mark.parametrize(("page", "asked", "status"), [("people", {}, 404), ("partnership", {"p": "NOWHERE"}, 404), ("portfolio", {"sort": "x"}, 404)])
def test_what_is_not_there_is_a_page_with_a_sentence(page, asked, status):
    found, html = still_page(host(), OPERATOR, "nl", page, asked)

    assert found == status and 'class="notice"' in html


def test_a_stranger_is_shown_nothing():
    status, html = still_page(host(), Credentials(), "en", "partnership", {"p": "HAVEN"})

    assert status == 403 and "Harbour Lab" not in html
