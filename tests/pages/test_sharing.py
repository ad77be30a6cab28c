"""Sharing while it is used: a link that ends while its popover, its page or its still is open, and paper of what is seen in part."""

import pytest

from integration.days import day_of
from integration.i18n.formats import day_in_full
from integration.services.access import link
from integration.services.core.host import host
from integration.services.core.identity import OPERATOR, Credentials, Held
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from integration.ui.still.still_page import still_page
from tests.access.identity import a_link, a_session
from tests.pages.session import Session, plain
from tests.signing import cookies_for, somebody


@pytest.fixture
def opened(demo):
    """The popover with a link that was made in it just now, and that link."""
    session = Session("partnership", "en", p="HORECA")
    session.app.session_state["share"] = True
    session.run().press("Make the link")
    manager = visit(demo, host().cache, "en", credentials=OPERATOR, page="links")
    return session, manager, link.managed(manager)[0].link


def test_a_link_that_somebody_else_ended_is_shown_no_more_and_that_is_said(opened):
    session, manager, made = opened
    assert "Copy" in session.words
    link.set_state(manager, made.id, "revoked")
    session.run()

    assert "ended by somebody else" in session.words
    assert "Copy it now" not in session.words and not session.shows("Stop") and session.shows("Make the link")


def test_to_stop_what_is_stopped_already_is_no_failure(opened):
    session, manager, made = opened
    link.set_state(manager, made.id, "revoked")
    session.press("Stop")

    assert not session.app.exception and "Something went wrong" not in session.words
    assert link.managed(manager)[0].link.state == "revoked"


def narrowed(demo):
    """A link of somebody by name to a partnership without its notes, and whoever holds it."""
    lead = somebody(demo, "vera@test.example", administrator=True)
    maker = visit(demo, host().cache, "en", credentials=a_session(lead), page="links")
    about = (partnership.find(maker, "HAVEN").id,)
    wanted = a_link(partnerships=about, query="p=HAVEN", hides=("notes", "confidence"), language="en")
    made, _ = link.make(maker, wanted)
    return maker, made, Credentials(links=(Held(made.id, made.token_hash, made.pin_hash),))


def test_paper_of_a_page_that_is_seen_in_part_says_whose_until_when_and_what_is_left_out(demo):
    maker, made, held = narrowed(demo)
    dossier = partnership.read(maker, "HAVEN")
    hidden = {words for one in dossier.check_ins for text in (one.done, one.stuck, one.need) if len(words := str(text.reading("en").words)) > 20}
    status, html = still_page(host(), held, "en", "partnership", {"p": "HAVEN"})
    live = Session("partnership", "en", cookies_for(made), p="HAVEN").words

    assert status == 200 and hidden and not [words for words in hidden if words in html or words in live]
    for told in (plain(html), live):
        assert f"Shared with you until {day_in_full(day_of(made.expires_at), 'en')}. Vera shares:" in told and "Left out: " in told


def test_a_still_that_stands_open_opens_no_more_once_its_link_is_ended_and_says_by_whom(demo):
    maker, made, held = narrowed(demo)
    link.set_state(maker, made.id, "revoked")
    status, html = still_page(host(), held, "en", "partnership", {"p": "HAVEN"})

    assert status == 403 and "This link has ended" in html and "Vera ended it on" in plain(html)
    assert "Harbour Lab" not in html and status == still_page(host(), held, "en", "timeline", {"p": "HAVEN"})[0]
