"""What is around every answer: Streamlit's own routes that are nobody's business stay closed, whatever stands behind them."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from integration.web.security import LARGEST_BODY, LONGEST_ADDRESS, Hygiene


async def there(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("somebody's file")


@pytest.fixture
def client():
    """Everything that is asked for is there."""
    behind = Starlette(routes=[Route("/{path:path}", there, methods=["GET", "POST", "PUT", "DELETE"])])
    return TestClient(Hygiene(behind, "<script>1</script>", []))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/media/0123.csv"),
        ("GET", "/media/0123.svg"),
        ("GET", "/media//0123.svg"),
        ("PUT", "/_stcore/upload_file/session/file"),
        ("DELETE", "/_stcore/upload_file/session/file"),
        ("GET", "/_stcore/metrics"),
        ("GET", "/_stcore/script-health-check"),
        ("POST", "/_stcore/agent/mcp"),
        ("GET", "/manifest.json"),
    ],
)
def test_what_streamlit_keeps_is_closed_to_everybody(client, method, path):
    reply = client.request(method, path)

    assert reply.status_code == 404 and "somebody" not in reply.text
    assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/portfolio", "/_stcore/health", "/file/x"])
def test_what_is_open_is_passed_on(client, path):
    assert client.get(path).text == "somebody's file"


def test_what_is_too_long_or_too_large_is_refused(client):
    assert client.get("/" + "x" * LONGEST_ADDRESS).status_code == 414
    assert client.post("/signin/x", content=b"x" * (LARGEST_BODY + 1)).status_code == 413
