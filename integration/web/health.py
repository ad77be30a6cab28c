"""/healthz: whether the server and its store answer."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def routes(store_answers: Callable[[], bool]) -> list[Route]:
    """The health route: 200 while the store answers, 503 otherwise; as anybody may ask, it tells no version."""

    async def healthz(_request: Request) -> JSONResponse:
        sound = await run_in_threadpool(store_answers)
        words = {"status": "ok" if sound else "down", "store": "answers" if sound else "does not answer"}
        return JSONResponse(words, status_code=200 if sound else 503, headers={"Cache-Control": "no-store"})

    return [Route("/healthz", healthz, methods=["GET"])]
