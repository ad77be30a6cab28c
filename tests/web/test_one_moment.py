"""One moment: whatever a route reads is of one moment, although somebody saves before each of its questions."""

import threading
from contextlib import contextmanager

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.access.token import new_token, token_hash
from integration.services.access import download
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import LINKS, Held, links_cookie
from integration.services.core.offers import Offer
from integration.services.plan import timeline
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database
from integration.web import file, share
from integration.web.feeds import calendar
from tests.access.identity import a_guest, a_link
from tests.examples import a_milestone, save

SEAL = Seal("secret")


class Busy(Database):
    """A store in which somebody saves before each question, and that keeps which moments were seen."""

    asked: list[int]
    aside = threading.local()

    @contextmanager
    def reading(self):
        if not hasattr(self, "asked") or getattr(self.aside, "now", False):
            with super().reading() as cursor:
                yield cursor
            return
        other = threading.Thread(target=self._save)
        other.start()
        other.join()
        with super().reading() as cursor:
            self.asked += [row[0] for row in cursor.execute('SELECT max("number") FROM change').fetchall()]
            yield cursor

    def _save(self):
        self.aside.now = True
        save(self, a_milestone(code=f"X{len(self.asked)}"))

    @contextmanager
    def outside(self):
        # Who is asking is always asked of now.
        self.aside.now = True
        with super().outside():
            yield
        self.aside.now = False


@pytest.fixture
def busy(bridge):
    """The Bridge with a plan and a link, while somebody saves all the time; and a client of its routes."""
    token = new_token()
    [link] = save(bridge, a_link(token_hash=token_hash(token)))
    save(bridge, a_milestone())
    bridge.close()
    database = Busy(bridge.path)
    opened = Host(database, Cache(), SEAL)
    held = Held(link.id, link.token_hash)
    routes = [one for part in (calendar, share, file) for one in part.routes(lambda: opened)]
    client = TestClient(Starlette(routes=routes), cookies={LINKS: links_cookie(SEAL, (held,))})
    yield opened, client, token, a_guest(database, held, page="partnership")
    database.close()


def moments(opened, client, address) -> set[int]:
    opened.database.asked = []
    assert client.get(address).status_code == 200
    return {*opened.database.asked}


@pytest.mark.parametrize("address", ["/calendar/{}.ics", "/s/{}", "/s/{}.png"])
def test_what_a_link_gives_is_of_one_moment(busy, address):
    opened, client, token, _ = busy

    assert len(moments(opened, client, address.format(token))) == 1


def test_a_file_is_of_one_moment(busy):
    opened, client, _, guest = busy

    def made() -> str:
        return f"{len(portfolio.read(guest).domains)} {len(timeline.read(guest))}"

    where = download.address_of(opened, Offer(guest, "a.txt", "text/plain", made, ""), "here")
    opened.cache.__init__()

    assert len(moments(opened, client, where)) == 1
