"""Who only reads sees no control that writes, on any page; what may be set there only chooses what is shown."""

import re
from datetime import timedelta

import pytest

from integration.model.access.membership import Membership
from integration.model.access.share_link import SHAREABLE, LinkKind, ShareLink
from integration.services.access import link
from integration.services.core.host import host
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import visit
from integration.services.portfolio import portfolio
from tests.examples import save
from tests.pages.session import Session, markup_of
from tests.pages.test_pages import PAGES
from tests.signing import cookies_for, cookies_of, somebody

CHOOSING, FINDING = {"selectbox", "date_input", "multiselect"}, "Search"
READ_ONLY = ("risks", "issues", "actions")
FOLDS = {"Explore: point, zoom in", "Search and order"}
WRITING = re.compile(r'<form(?![^>]*(?:method="get"|data-go=|class="leave"))[^>]*>|<(?:textarea|select)\b|contenteditable')
OPENED = {name: (page, asked) for name, (page, _, asked) in PAGES.items() if page in SHAREABLE}


@pytest.fixture(scope="module")
def guest(shown):
    """The cookies of somebody to whom every page that can be shared is shared, of every partnership."""
    manager = visit(shown, host().cache, "en", credentials=OPERATOR, page="links")
    every, now = tuple(portfolio.read(manager).partnerships.index), manager.now
    kinds: list[tuple[LinkKind, str]] = [("portfolio", "portfolio"), *(("page", page) for page in ("foundation", "mirror", "register", "pack"))]
    wanted = [ShareLink(kind=kind, page=page, partnerships=every, language="en", made_at=now, expires_at=now + timedelta(days=30)) for kind, page in kinds]
    return cookies_for(*(link.make(manager, one)[0] for one in wanted))


def writing(session: Session) -> list[object]:
    """What on a page writes: widgets, folds of forms, and forms of our own."""
    widgets = [widget.label for widget in session.widgets if widget.label != FINDING and widget.type not in CHOOSING]
    folds = [node.label for node in session.nodes("expander") if node.label not in FOLDS]
    return [*widgets, *folds, *(found for node in session.nodes("bidi_component") for found in WRITING.findall(markup_of(node)))]


@pytest.mark.parametrize("name", OPENED)
def test_a_page_for_who_only_reads_has_nothing_to_write_with(guest, name):
    page, asked = OPENED[name]

    assert writing(Session(page, "en", guest, **asked)) == []


@pytest.fixture(scope="module")
def member(shown):
    """The cookies of somebody who steers every partnership of the pages."""
    every = portfolio.read(visit(shown, host().cache, "en", credentials=OPERATOR)).partnerships.index
    mia = somebody(shown, "stuurt@test.example")
    save(shown, *(Membership(person_id=mia.id, partnership_id=one, role="steering") for one in every))
    return cookies_of(mia)


STEERED = [name for name, (page, _, asked) in PAGES.items() if page in ("settings", "meeting", "timeline", "domain") or asked.get("show") in READ_ONLY]


@pytest.mark.parametrize("name", STEERED)
def test_a_steering_member_has_nothing_to_write_with_but_what_is_theirs(member, name):
    page, _, asked = PAGES[name]

    assert writing(Session(page, "en", member, **asked)) == []
