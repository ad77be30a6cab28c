"""Files made for a download are only handed to somebody with a grant; Streamlit itself asks nobody."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from integration.web.caller import OurHost, caller

GUARDED = ("/media/", "/_stcore/upload_file")
OUR_OWN = ".svg"  # the logo


class GuardedMedia:
    """Middleware before the files that pages offered."""

    def __init__(self, app: ASGIApp, our_host: OurHost) -> None:
        self.app, self._our_host = app, our_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no file, or whoever has a grant."""
        if scope["type"] == "http" and _is_guarded(scope["path"]):
            asked = caller(Request(scope), self._our_host())
            if not await run_in_threadpool(lambda: asked.identity.grants):
                await PlainTextResponse("Not found", 404)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _is_guarded(path: str) -> bool:
    return path.startswith(GUARDED) and not path.endswith(OUR_OWN)
