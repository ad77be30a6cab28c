"""/changes: the number of the newest change, for open pages that wonder whether to refresh."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from integration.web.caller import OurHost, caller


def routes(our_host: OurHost) -> list[Route]:
    """The route; it tells a number and nothing of what changed, and strangers not even that."""

    async def changes(request: Request) -> JSONResponse:
        asked = caller(request, our_host())
        known = bool(asked.credentials.person_id or asked.credentials.links)
        return JSONResponse({"number": asked.host.database.counter} if known else {}, status_code=200 if known else 403, headers={"Cache-Control": "no-store"})

    return [Route("/changes", changes, methods=["GET"])]
