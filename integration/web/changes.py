"""/changes: the number of the newest change, for open pages that wonder whether to refresh."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from integration.web.caller import OurHost, caller


def routes(our_host: OurHost) -> list[Route]:
    """The route; it tells a number and nothing of what changed, and strangers, ended links and ended sessions not even that."""

    async def changes(request: Request) -> JSONResponse:
        asked = caller(request, our_host())
        # What a cookie says may have ended since: a session, a role, a link.
        known = bool(await run_in_threadpool(lambda: asked.identity.grants))
        return JSONResponse({"number": asked.host.database.counter} if known else {}, status_code=200 if known else 403, headers={"Cache-Control": "no-store"})

    return [Route("/changes", changes, methods=["GET"])]
