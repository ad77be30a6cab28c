"""The agenda's own page: what goes out beforehand, for members and for whoever was sent its link, live and as a still."""

from datetime import timedelta

import pytest

from integration.model.access.share_link import ShareLink
from integration.services.access import link
from integration.services.core.host import host
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import visit
from integration.services.meeting import meeting
from integration.services.portfolio import partnership
from integration.ui.still.still_page import still_page
from tests.pages.session import Session, markup_of, plain
from tests.pages.test_pages import check
from tests.pages.test_readers import WRITING
from tests.pages.test_still import CHART, HEAD, figures
from tests.signing import cookies_for


@pytest.fixture
def prepared(demo):
    """A meeting that is prepared, with when, where and who comes."""
    manager = visit(demo, host().cache, "en", credentials=OPERATOR, page="meeting")
    dossier = partnership.read(manager, "BOUW-OOST")
    one = meeting.prepare(manager, dossier)
    seen = {"planned_on": manager.today + timedelta(days=9), "starts_at": "14:30", "location": "Town hall", "invited_others": "Wim"}
    return meeting.plan(manager, dossier.partnership, one, type(one)(**{name: getattr(one, name) for name in one.__dataclass_fields__} | seen))


def guest_of(demo, one, **more):
    manager = visit(demo, host().cache, "en", credentials=OPERATOR, page="links")
    about = {"partnerships": (one.partnership_id,), "thing": one.id, "query": f"p=BOUW-OOST&m={one.id}"}
    end = manager.now + timedelta(days=30)
    wanted = ShareLink(kind="page", page="agenda", language="en", made_at=manager.now, expires_at=end, **about, **more)
    return cookies_for(link.make(manager, wanted)[0])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_agenda_tells_when_where_with_whom_and_what_in_one_language(prepared, language):
    page = Session("agenda", language, p="BOUW-OOST")

    check(page, language)
    assert "Town hall" in page.lines and any("14:30" in line for line in page.lines) and "Wim" in page.words


def test_a_guest_reads_it_and_has_nothing_to_write_with(prepared, demo):
    page = Session("agenda", "en", guest_of(demo, prepared), p="BOUW-OOST", m=prepared.id)

    assert "Town hall" in page.lines and any("Shared with you until" in line for line in page.lines)
    assert not page.widgets and [found for node in page.nodes("bidi_component") for found in WRITING.findall(markup_of(node))] == []
    assert not [href for href in page.links if "/meeting" in href or "/partnership" in href]
    assert "Not shared" in (closed := Session("meeting", "en", guest_of(demo, prepared), p="BOUW-OOST")).words or "not shared" in closed.words


def test_the_still_of_an_agenda_is_the_page(prepared):
    status, html = still_page(host(), OPERATOR, "nl", "agenda", {"p": "BOUW-OOST"})
    live = Session("agenda", "nl", p="BOUW-OOST")
    told = figures(plain(HEAD.sub("", CHART.sub("", html))))

    assert status == 200 and "<script" not in html and len(html.encode()) <= 150_000
    assert told and told <= figures(live.words) and "Town hall" in html


def test_a_page_without_a_partnership_lists_the_agendas_that_may_be_read(prepared, demo):
    assert [href for href in Session("agenda", "en").links if prepared.id in href]
    page = Session("agenda", "en", guest_of(demo, prepared))

    assert [href for href in page.links if prepared.id in href] and page.title == "Agenda"


def test_while_nothing_is_prepared_a_sentence_says_so(demo):
    assert "No meeting is prepared." in Session("agenda", "en").words
    assert "Not found" in Session("agenda", "en", p="HORECA").words
