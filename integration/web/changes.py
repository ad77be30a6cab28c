"""/changes: the number of the newest change, for open pages that wonder whether to refresh."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def routes(newest: Callable[[], int]) -> list[Route]:
    """The route; it tells a number and nothing of what changed."""

    async def changes(_request: Request) -> JSONResponse:
        return JSONResponse({"number": newest()}, headers={"Cache-Control": "no-store"})

    return [Route("/changes", changes, methods=["GET"])]
