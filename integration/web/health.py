"""/healthz: whether the server and its store answer."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def routes(store_answers: Callable[[], bool], only_reads: Callable[[], bool] = lambda: False) -> list[Route]:
    """The health route: 200 while the store answers, also where it only reads for now, 503 otherwise; as anybody may ask, it tells no version."""

    async def healthz(_request: Request) -> JSONResponse:
        sound = await run_in_threadpool(store_answers)
        answer = "does not answer" if not sound else "reads only" if only_reads() else "answers"
        words = {"status": "ok" if sound else "down", "store": answer}
        return JSONResponse(words, status_code=200 if sound else 503, headers={"Cache-Control": "no-store"})

    return [Route("/healthz", healthz, methods=["GET"])]
