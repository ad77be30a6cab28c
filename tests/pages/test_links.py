"""Links: built for their reader, they are what rewriting the finished markup made of links for everybody."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest

from integration.access.token import new_token, token_hash
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.services.core import host as hosting
from integration.services.core import visit as visiting
from integration.services.core.identity import LINKS, SESSION, Held, links_cookie, session_cookie
from integration.storage.partnership import partnership_by_code
from integration.ui.kit import html as linked
from integration.views.kit.reader import Reach
from tests.examples import save
from tests.pages.session import Session, _html
from tests.pages.test_pages import PAGES
from tests.signing import an_administrators

BACK = re.compile(r"<(a|span)[^>]*>Terug naar [^<]*</(a|span)>")
TODAY = datetime.now(UTC).date()
DAYS = (None, TODAY.isoformat(), (TODAY - timedelta(days=60)).isoformat())


@pytest.fixture(scope="module")
def roles(shown):
    """The cookies of everybody who asks; whoever is not named has none."""
    with shown.reading() as cursor:
        ids = {code: partnership_by_code(cursor, code).id for code in ("TECH-WEST", "BOUW-OOST", "HAVEN")}
    seal, found = hosting.host().seal, {"administrator": an_administrators()}
    for role in ("lead", "steering"):
        [person] = save(shown, Person(name=role, email=f"{role}@x.example"))
        save(shown, *(Membership(person_id=person.id, partnership_id=ids[one], role=role) for one in ("TECH-WEST", "BOUW-OOST")))
        found[role] = {SESSION: session_cookie(seal, person)}
    usual = {"partnerships": (ids["TECH-WEST"], ids["HAVEN"]), "made_at": datetime.now(UTC).replace(tzinfo=None)}
    wanted = {
        "portfolio": {"kind": "portfolio", "page": "portfolio"},
        "partnership": {"kind": "partnership", "page": "partnership"},
        "foundation": {"kind": "foundation", "page": "foundation"},
        "domain": {"kind": "domain", "page": "domain", "domain": "housing"},
        "page": {"kind": "page", "page": "timeline"},
        "register": {"kind": "page", "page": "register"},
        "frozen": {"kind": "portfolio", "page": "portfolio", "as_of": datetime.combine(TODAY - timedelta(days=60), time(12))},
    }
    for name, more in wanted.items():
        token = new_token()
        [link] = save(shown, ShareLink(**usual, **more, expires_at=datetime.combine(TODAY + timedelta(days=90), time(23)), token_hash=token_hash(token)))
        found[name] = {LINKS: links_cookie(seal, (Held(link.id, link.token_hash, link.pin_hash),))}
    return found


def parts(page, cookies, asked):
    session = Session(page, "nl", cookies=cookies, **asked)
    # The way back from a refusal was no rewritten link: it led from a day that a guest may not see to the same refusal.
    return [BACK.sub("", _html(node)) for node in session._nodes() if node.type == "bidi_component"]


def without_reach(grants, page, day=None):
    return Reach(page)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    "role", ["administrator", "lead", "steering", "portfolio", "partnership", "foundation", "domain", "page", "register", "frozen", "stranger"]
)
def test_links_are_built_as_they_were_rewritten(roles, role, day, monkeypatch):
    cookies, wrong, seen = roles.get(role, {}), [], 0
    for page, _, asked in PAGES.values():
        asked = asked | ({"asof": day} if day else {})
        with monkeypatch.context() as patch:
            patch.setattr(linked, "_carried", str)
            patch.setattr(linked, "_opened_only", str)
            built = parts(page, cookies, asked)
        with monkeypatch.context() as patch:
            patch.setattr(visiting, "reach_of", without_reach)
            rewritten = parts(page, cookies, asked)
        seen += len(built)
        wrong += [(page, asked, one, two) for one, two in zip(built, rewritten, strict=True) if one != two]
    assert wrong == []
    assert seen > 3 * len(PAGES)
