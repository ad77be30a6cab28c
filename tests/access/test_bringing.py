"""Files come in by one route, for whom its address was made and who may change that plan, and for nobody else."""

import re

import httpx
import pytest

from tests.access.portfolio import OTHER, OWN, Filled
from tests.access.wire import PATIENCE, Wire, cookie_header
from tests.browser.kit.running import Running

FILE = {"file": ("plan.csv", b"Taak;Domein;Einddatum\nDak dicht;Iets;2027-09-01", "text/csv")}
PICTURE = {"file": ("plan.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "application/octet-stream")}


def address(app: Running, cookies: dict[str, str], code: str = OWN) -> str:
    with Wire(app.address, cookies) as page:
        told = page.open("import", p=code)
        found = re.search(r'action="(/bring/[^"]+)"', told.markup)
    return found[1] if found else ""


@pytest.fixture(scope="module")
def url(app: Running, store: Filled) -> str:
    """The address that the lead's page gives, while nothing was brought yet."""
    return address(app, store.signed_in("lead"))


def sent(app: Running, url: str, cookies: dict[str, str], files: dict[str, tuple[str, bytes, str]], **headers: str) -> httpx.Response:
    return httpx.post(app.address + url, files=files, headers={**cookie_header(cookies), **headers}, timeout=PATIENCE)


def shown(app: Running, cookies: dict[str, str]) -> str:
    with Wire(app.address, cookies) as page:
        return page.open("import", p=OWN).markup


def test_a_lead_sends_a_file_and_reads_what_it_would_do(app: Running, store: Filled, url: str):
    lead = store.signed_in("lead")
    answer = sent(app, url, lead, FILE)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/import?p={OWN}")
    assert "Dak dicht" in shown(app, lead)
    assert "Dak dicht" not in shown(app, store.signed_in("administrator"))


def test_what_cannot_be_read_comes_back_as_a_sentence(app: Running, store: Filled):
    administrator = store.signed_in("administrator")

    assert sent(app, address(app, administrator), administrator, PICTURE).status_code == 303
    assert "PNG" in shown(app, administrator)


@pytest.mark.parametrize("role", ["steering", "administrator", ""])
def test_an_address_takes_a_file_of_nobody_else(app: Running, store: Filled, url: str, role: str):
    lead = store.signed_in("lead")
    other = store.signed_in(role) if role else {}

    assert sent(app, url, other, FILE).status_code == 404
    assert address(app, lead, OTHER) == ""
    assert role == "administrator" or address(app, other) == ""


def test_a_file_from_another_site_and_one_without_end_are_refused(app: Running, store: Filled, url: str):
    lead = store.signed_in("lead")

    assert sent(app, url, lead, FILE, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert sent(app, url, lead, {"file": ("plan.csv", b"x" * 10_200_000, "text/csv")}).status_code == 413
