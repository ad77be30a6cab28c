"""The page that a browser opens: Streamlit's own, with what we put in it and without what it tells of itself."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration import ROOT
from integration.ui.shell.front_page import front_pages, habits, page_names, streamlit_page
from integration.web import look
from integration.web.security import scripts_in


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[*look.front_routes(front_pages(), page_names()), *look.routes(habits())]))


@pytest.mark.parametrize(("asked", "language"), [("nl-NL,nl;q=0.9", "nl"), ("en-GB", "en"), ("fr", "en")])
def test_every_page_is_there_in_the_readers_language_before_any_connection(client, asked, language):
    for name in ("", *(file.stem for file in (ROOT / "pages").glob("*.py"))):
        page = client.get(f"/{name}", headers={"accept-language": asked}).text

        assert f'<html lang="{language}">' in page and "<title>Ineen</title>" in page
        assert "openapi.json" not in page and "You need to enable JavaScript" not in page


def test_our_script_is_there_and_comes_before_streamlits_own(client):
    [address], page = habits(), client.get("/").text

    assert client.get(address).status_code == 200 and page.count(address) == 1
    assert page.index(address) < page.index("./static/js/index")


def test_the_page_says_what_is_the_matter_without_a_connection_in_both_languages(client):
    page = client.get("/").text

    assert page.count("WebSockets") == 2
    assert "De verbinding is weg." in page and "The connection is lost." in page
    assert page.count('class="told"') == page.count(" hidden>") == 2


def test_the_policy_knows_every_script_that_stands_in_the_page():
    assert {scripts_in(page) for page in front_pages().values()} == {scripts_in(streamlit_page())}
