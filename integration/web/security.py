"""Headers and limits that every answer and every request gets: what may be loaded and framed, and how much may be sent."""

import base64
import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integration.settings import ADDRESS, FRAMES
from integration.web.small_page import SUBMIT, SUBMIT_SOON

LARGEST_BODY, LARGEST_FILE = 100_000, 10_100_000
LONGEST_ADDRESS = 8_000
# Streamlit's front end builds styles and functions at run time and draws charts from blobs; scripts of others stay out.
APP_POLICY = (
    "default-src 'self'; script-src 'self' {inline} 'unsafe-eval' 'wasm-unsafe-eval' blob: data:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    " font-src 'self' data:; connect-src 'self' data: blob: {sockets}; worker-src 'self' blob:; media-src 'self' blob:; object-src 'none'; base-uri 'self';"
    " form-action 'self'; frame-src 'self'; frame-ancestors {frames}"
)
PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src {submit}; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
)
# What Streamlit answers about itself is nobody's business here.
# Its files are not kept apart by who asks, so ours go out by /file/, and come in by /bring/ alone.
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/", "/media/", "/_stcore/upload_file", "/manifest.json")
OURS = ("/s/", "/signin/", "/signout", "/calendar/", "/data/", "/file/", "/mail/", "/bring/", "/still/")


def script_hash(script: str) -> str:
    """What a policy calls a script that stands in a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def scripts_in(page: str) -> str:
    """The hashes of every script that stands in Streamlit's own page, so that no other one runs."""
    return " ".join(script_hash(script) for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL))


class Hygiene:
    """Middleware around everything the server answers."""

    def __init__(self, app: ASGIApp, page: str, first: Sequence[str]) -> None:
        self.app = app
        self._first = ", ".join(f"<{address}>; rel=modulepreload" for address in first)
        frames = " ".join(filter(None, ("'self'", *FRAMES.text().split())))
        host = urlsplit(ADDRESS.text()).netloc
        sockets = f"ws://{host} wss://{host}" if host else "ws: wss:"
        self._app_policy = APP_POLICY.format(frames=frames, sockets=sockets, inline=scripts_in(page))
        self._page_policy = PAGE_POLICY.format(frames=frames, submit=f"{script_hash(SUBMIT)} {script_hash(SUBMIT_SOON)}")
        self._framed = bool(FRAMES.text())
        self._hosts = {host.lower(), "127.0.0.1", "localhost", "[::1]"} if host else set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is too large or meant for another host; otherwise pass on, and add the headers to the answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._head(MutableHeaders(scope=message), scope["path"])
            await send(message)

        problem = self._problem(scope)
        if problem:
            await self._refuse(scope, receive, sending, problem)
            return
        # Whoever left in the middle of a form gets no answer, and no trace in the log.
        with suppress(ClientDisconnect):
            await self.app(scope, receive, sending)

    def _problem(self, scope: Scope) -> int:
        headers = Headers(scope=scope)
        name = headers.get("host", "").lower()
        if self._hosts and name not in self._hosts and name.rpartition(":")[0] not in self._hosts:
            return 421
        if scope["path"].startswith(CLOSED):
            return 404
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414
        if scope["type"] == "websocket" and urlsplit(headers.get("origin", f"//{name}")).netloc.lower() != name:
            return 403
        limit = LARGEST_FILE if scope["path"].startswith("/bring/") else LARGEST_BODY
        if scope["path"].startswith(OURS) and scope.get("method") == "POST" and not _is_small(headers, limit):
            return 413
        return 0

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await PlainTextResponse({421: "Misdirected request", 404: "Not found", 414: "Address too long", 413: "Too large"}[status], status)(scope, receive, send)

    def _head(self, headers: MutableHeaders, path: str) -> None:
        headers["Content-Security-Policy"] = self._page_policy if path.startswith(OURS) else self._app_policy
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer" if path.startswith(OURS) else "same-origin"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        if headers.get("content-type", "").startswith("text/html") and not path.startswith(OURS):
            headers["Link"] = self._first
        if not self._framed:
            headers["X-Frame-Options"] = "SAMEORIGIN"
        if ADDRESS.text().startswith("https://"):
            headers["Strict-Transport-Security"] = "max-age=31536000"


def _is_small(headers: Headers, limit: int) -> bool:
    length = headers.get("content-length", "0")
    return "transfer-encoding" not in headers and length.isdigit() and int(length) <= limit
