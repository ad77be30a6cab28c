"""/healthz: whether the server and its store answer; /metrics: its figures, for who watches over it."""

import asyncio
import time
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from integration.access.token import same
from integration.settings import ADDRESS, METRICS_TOKEN

HERE = ("127.0.0.1", "::1")
# What a proxy adds tells that somebody else asks through it.
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
TEXT = "text/plain; version=0.0.4; charset=utf-8"
PATIENCE, LOOKED_EVERY = 25.0, 0.05


def routes(store_answers: Callable[[], bool], only_reads: Callable[[], bool] = lambda: False, warming: Callable[[], bool] = lambda: False) -> list[Route]:
    """The health route: 200 while the store answers, also where it only reads for now, 503 otherwise; as anybody may ask, it tells no version.

    A server that has just started answers once pages are served as fast as later on, so that nobody is sent there before.
    """

    async def healthz(_request: Request) -> JSONResponse:
        until = time.monotonic() + PATIENCE
        while warming() and time.monotonic() < until:
            await asyncio.sleep(LOOKED_EVERY)
        ready = not warming()
        sound = await run_in_threadpool(store_answers)
        answer = "does not answer" if not sound else "reads only" if only_reads() else "answers"
        words = {"status": "down" if not sound else "ok" if ready else "starting", "store": answer}
        return JSONResponse(words, status_code=200 if sound and ready else 503, headers={"Cache-Control": "no-store"})

    return [Route("/healthz", healthz, methods=["GET"])]


def figures(made: Callable[[], bytes]) -> list[Route]:
    """The route of the server's figures in the form of Prometheus, for who brings the token that is set.

    Where neither a token nor a public address is set, for this machine itself.
    """

    async def metrics(request: Request) -> Response:
        if not _may_watch(request):
            return PlainTextResponse("Not found", 404)
        return Response(await run_in_threadpool(made), media_type=TEXT, headers={"Cache-Control": "no-store"})

    return [Route("/metrics", metrics, methods=["GET"])]


def _may_watch(request: Request) -> bool:
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if token := METRICS_TOKEN.text():
        return kind.lower() == "bearer" and same(given.strip(), token)
    if ADDRESS.text():
        # Who is served at an address comes through a proxy, and not every proxy says so.
        return False
    return request.client is not None and request.client.host in HERE and not any(one in request.headers for one in FORWARDED)
