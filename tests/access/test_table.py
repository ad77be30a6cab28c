"""The table of access, every cell tried through the real server: what is refused is refused, and nothing of it is sent."""

import json
import subprocess
import sys
from itertools import product

import httpx
import pytest
import streamlit
from starlette.routing import compile_path

from integration import ROOT
from integration.access.seal import Seal
from integration.model.access.share_link import SHAREABLE
from integration.services.access.sign_in import operator_link
from integration.services.core.visit import moment_now
from integration.web.security import CLOSED
from tests.access.portfolio import OTHER, OWN, SECRET, Filled, words_of
from tests.access.table import DOCUMENT, ROLES, ROUTES, Row, document, rows
from tests.access.wire import PATIENCE, PLAIN, Told, Wire, cookie_header
from tests.browser.kit.running import Running

# What the server has besides ours, read where nothing else runs: Streamlit keeps one runtime a process.
LISTED = """
import json
from app import app
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes
app._runtime = app._create_runtime()
known = [*app._user_routes, *create_streamlit_routes(app._runtime)]
print(json.dumps([(method, one.path) for one in known if one.path for method in getattr(one, "methods", None) or () if method not in ("HEAD", "OPTIONS")]))
"""
SERVERS_OWN = (str(ROOT), streamlit.__version__, ".".join(map(str, sys.version_info[:3])))
REFUSALS = ("<h1>Sign in</h1>", "This is not shared with you", "You may not do this here", "cannot be changed. Go back to now", "This address for answering")
PIN = "864209"
HELD = {
    "register": ("page-register",),
    "pack": ("page-pack",),
    "agenda": ("page-agenda",),
    "two": ("partnership", "other domain"),
    "ended": ("paused", "revoked", "expired", "gone", "nowhere"),
    "stranger": (),
}


def cookies(store: Filled, role: str) -> dict[str, str]:
    return store.signed_in(role) if role in store.people else store.holding(*HELD.get(role, (role,)))


def sign(row: Row, told: Told, code: str, asked_past: bool) -> str:
    if not row.about_one and row.cells["administrator"][1] == "." and code == OTHER:
        return "."
    refused = any(told.tells(words) for words in REFUSALS)
    named = told.tells(words_of(code)["name"]) or row.cells["administrator"][1] == "."
    if refused or not named:
        return "-"
    return "=" if 'class="notice past"' in told.markup and not asked_past else "+"


def test_every_page_has_a_row():
    assert {one.page for one in rows()} == {path.stem for path in (ROOT / "pages").glob("*.py")}


def test_the_document_is_the_table():
    assert DOCUMENT.read_text("utf-8") == document(), "run: .venv/bin/python -m tests.access.table"


@pytest.mark.parametrize("role", ROLES)
def test_every_cell_is_as_the_table_says_in_one_tab_that_goes_everywhere(app: Running, store: Filled, role: str):
    found, leaks = {}, []
    with Wire(app.address, cookies(store, role)) as tab:
        for row in rows():
            signs = ""
            for past in (False, True):
                for code in (OWN, OTHER):
                    asked = {name: value.replace("CODE", code) for name, value in row.asked.items()} | ({"asof": store.then.isoformat()} if past else {})
                    told = tab.open(row.page, **asked)
                    signs += sign(row, told, code, past)
                    leaks += leaked(store, row, told, role, signs[-1], code)
            found[row.name] = signs
    assert found == {one.name: one.cells[role] for one in rows()}
    assert not leaks


@pytest.mark.parametrize("role", ROLES)
def test_a_still_gives_what_its_page_gives_and_nothing_of_what_it_hides(app: Running, store: Filled, role: str):
    found, leaks = {}, []
    still = [one for one in rows() if one.page in SHAREABLE and one.name != "history"]
    for row in still:
        signs = ""
        for past, code in product((False, True), (OWN, OTHER)):
            asked = {name: value.replace("CODE", code) for name, value in row.asked.items()} | ({"asof": store.then.isoformat()} if past else {})
            reply = httpx.get(f"{app.address}/still/{row.page}", params=asked, headers=cookie_header(cookies(store, role)), **PLAIN)
            named = reply.status_code == 200 and words_of(code)["name"] in reply.text
            signs += "-" if not named else "=" if 'class="notice past"' in reply.text and not past else "+"
            hidden = words_of(OTHER) if role != "administrator" and row.cells[role][1] != "+" else {}
            leaks += [f"{row.name}: {part}" for part, words in hidden.items() if words in reply.text]
        found[row.name] = signs
    assert found == {one.name: one.cells[role] for one in still}
    assert not leaks


def leaked(store: Filled, row: Row, told: Told, role: str, shown: str, code: str) -> list[str]:
    if role == "administrator":
        return []
    other_shown = row.cells[role][1] == "+"
    hidden = {} if other_shown else dict(words_of(OTHER))
    if shown == "-" and code == OWN:
        hidden |= {f"own {part}": words for part, words in words_of(OWN).items() if part != "name" and row.about_one and row.name != "history"}
    if role == "frozen":
        hidden["newer"] = words_of(OWN)["newer"]
    return [f"{row.name}: {part}" for part, words in hidden.items() if told.tells(words)]


def test_every_route_of_the_server_has_a_row():
    there = json.loads(subprocess.run([sys.executable, "-c", LISTED], cwd=ROOT, capture_output=True, check=True, text=True, timeout=120).stdout)
    tried = [*(route.split(" ") for route in ROUTES), *(("GET", f"/{one.page}") for one in rows())]
    rowless = {
        f"{method} {path}"
        for method, path in there
        if not path.startswith(CLOSED) and not any(method == one and compile_path(path)[0].match(address) for one, address in tried)
    }
    assert len(there) > 20 and rowless == set()


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_answers_as_the_table_says(app: Running, store: Filled, route: str):
    method, path = route.split(" ")
    for name, link in (("LIVE", "partnership"), ("REVOKED", "revoked"), ("EXPIRED", "expired"), ("PAUSED", "paused"), ("PIN", "pin")):
        path = path.replace(name, store.links[link][1])
    path = path.replace("UNKNOWN", "x" * 43)
    identify: tuple[dict[str, str], ...] = (store.signed_in("administrator"), store.holding("partnership"), {})
    found = [httpx.request(method, app.address + path, headers=cookie_header(each), **PLAIN) for each in identify]

    assert tuple(one.status_code for one in found) == ROUTES[route]
    told = b"".join(one.content for one in found)
    assert not any(words.encode() in told for words in SERVERS_OWN)
    assert not any(words.encode() in told for part, words in words_of(OTHER).items())
    # A link that leaves nothing out gives owners and notes as data too.
    secret = ("remark",) if "/data/" in route else ("owner", "note", "remark")
    assert not any(words.encode() in told for part, words in words_of(OWN).items() if part in secret)


def test_no_secret_stands_in_the_log(app: Running, store: Filled):
    before, cookies = len(app.said().splitlines()), store.signed_in("administrator")
    ticket = operator_link(Seal(SECRET), "nobody@test.example", moment_now())
    secrets = [token for _, token in store.links.values()]
    paths = [f"{form.format(one)}" for one in secrets for form in ("/s/{}", "/s/{}/still", "/data/{}/milestones.csv", "/calendar/{}.ics")]
    paths += [ticket, f"{ticket}x", "/answer/0123456789abcdef0123456789abcdef", "/mail/forged-forged-forged", "/metrics", "/portfolio?token=0123456789abcdef"]
    with httpx.Client(base_url=app.address, headers=cookie_header(cookies), timeout=PATIENCE) as asking:
        replies = [asking.get(one).status_code for one in paths]
        replies += [asking.post(f"/s/{'x' * 43}", data={"pin": PIN}).status_code]
    with Wire(app.address, cookies) as tab:
        tab.open("operations")
    said = app.said()
    told = [json.loads(line) for line in said.splitlines()]

    assert {200, 404} <= {*replies} and told
    assert not any("GET /" in one["message"] for one in told)
    assert [one for one in (*secrets, *cookies.values(), SECRET, PIN, ticket.rpartition("/")[2], "0123456789abcdef") if one in said] == []
    assert len(told) - before <= len(replies)
