"""What each kind of link gets from the routes that carry its secret, tried through the real server: what its pages show, and nothing more."""

import re

import httpx
import pytest

from integration.exchange.preview_picture import draw
from tests.access.portfolio import OTHER, OWN, Filled, words_of
from tests.access.table import given
from tests.access.wire import PLAIN, Wire, cookie_header
from tests.browser.kit.running import Running

DOMAINS = ("training", "backoffice", "hrm", "housing")
SECRET_PARTS = ("owner", "note", "remark", "vision")


def asked(app: Running, store: Filled, link: str) -> dict[str, httpx.Response]:
    """The answers to calendar, preview, picture and changes."""
    token, held = store.links[link][1], cookie_header(store.holding(link))
    paths = {"calendar": f"/calendar/{token}.ics", "preview": f"/s/{token}", "picture": f"/s/{token}.png", "changes": "/changes"}
    return {name: httpx.get(app.address + path, headers=held if name == "changes" else {}, **PLAIN) for name, path in paths.items()}


def calendar_sign(reply: httpx.Response) -> str:
    told = reply.text.replace("\r\n ", "")
    shown = [domain for domain in DOMAINS if f"{words_of(OWN)['title']} {domain}" in told]
    sign = {0: "", 1: "d", 4: "m"}[len(shown)] + ("g" if "Steering meeting" in told else "")
    # A frozen calendar carries the titles of then, a live one those of now.
    return (sign + ("" if words_of(OWN)["newer"] in told or not shown else "=")) or "-"


def preview_sign(reply: httpx.Response) -> str:
    named = words_of(OWN)["name"] in reply.text or "Steering pack" in reply.text or "nothing to show" in reply.text
    progress = re.search(r'og:description" content="[^"]*%', reply.text)
    return ("n" if named else "") + ("p" if progress else "") or "-"


def picture_sign(reply: httpx.Response, title: str) -> str:
    if reply.status_code != 200 or reply.content == draw("Ineen", "", ()):
        return "-"
    return "n" if reply.content in (draw(title, "", ()), draw(title, "There is nothing to show here any more.", ())) else "np"


def offered(app: Running, store: Filled, link: str) -> str:
    cookies, (one, _) = store.holding(link), store.links[link]
    with Wire(app.address, cookies) as tab:
        told = tab.open(one.page, **dict(part.split("=") for part in one.query.split("&") if part))
        codes = {httpx.get(app.address + url, headers=cookie_header(cookies), **PLAIN).status_code for url in told.downloads}
    return {frozenset(): "-", frozenset({200}): "yes"}.get(frozenset(codes), str(codes))


TABLES = {"partnerships": "p", "domains": "d", "milestones": "m", "check-ins": "c", "register": "r", "decisions": "x"}


def data_given(app: Running, token: str) -> dict[str, str]:
    """The tables that a secret gives, by their letters, each as it is sent."""
    replies = {sign: httpx.get(f"{app.address}/data/{token}/{table}.json", **PLAIN) for table, sign in TABLES.items()}
    return {sign: reply.text for sign, reply in replies.items() if reply.status_code == 200}


def test_every_link_of_the_store_has_a_row(store: Filled):
    assert {*store.links} - {*given()} == {"other domain", "gone", "to be ended"}


@pytest.mark.parametrize("link", given())
def test_every_route_gives_what_the_pages_of_a_link_show(app: Running, store: Filled, link: str):
    replies = asked(app, store, link)
    title = re.search(r'og:title" content="([^"]*)"', replies["preview"].text)
    found = {
        "calendar": calendar_sign(replies["calendar"]),
        "preview": preview_sign(replies["preview"]),
        "picture": picture_sign(replies["picture"], title[1] if title else ""),
        "changes": "yes" if replies["changes"].status_code == 200 else "-",
        "files": offered(app, store, link),
    }
    data = data_given(app, store.links[link][1])
    found["data"] = "".join(data) or "-"
    told = " ".join(one.text for one in replies.values())

    assert found == given()[link]
    assert not [part for part in SECRET_PARTS if words_of(OWN)[part] in told] + [part for part, words in words_of(OTHER).items() if words in told]
    for text in data.values():
        left_out = SECRET_PARTS if link.startswith("hidden") else ("remark", "vision")
        assert not [part for part in left_out if words_of(OWN)[part] in text] + [part for part, words in words_of(OTHER).items() if words in text]
        assert link != "frozen" or words_of(OWN)["newer"] not in text
