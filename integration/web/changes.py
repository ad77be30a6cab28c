"""/changes: where open pages wait for news of what they show; asked without that, it tells the number of the newest change."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from integration.services.core.following import Follower, unsealed
from integration.services.core.identity import LINKS, SESSION, identify
from integration.services.core.visit import moment_now
from integration.web.caller import Caller, OurHost, caller
from integration.web.waiting import Waiting

FRESH = {"Cache-Control": "no-store"}
# Some proxies give up on an answer after half a minute.
PATIENCE = 25.0


def routes(our_host: OurHost, waiting: Waiting) -> list[Route]:
    """The route; it tells a number and nothing of what changed, and strangers, ended links and ended sessions not even that."""

    async def changes(request: Request) -> Response:
        asked = caller(request, our_host())
        follower = await run_in_threadpool(_follower, asked, request)
        if follower is None:
            known = bool(await run_in_threadpool(lambda: asked.identity.grants))
            return JSONResponse({"number": asked.host.database.counter} if known else {}, status_code=200 if known else 403, headers=FRESH)
        browser = "".join(request.cookies.get(name, "") for name in (SESSION, LINKS))
        if not follower.has_news and not waiting.has_place(browser):
            return Response(status_code=204, headers={**FRESH, "Retry-After": "1"})
        with waiting.place(asked.host.database.news, browser) as called:
            await _news(request, follower, called, waiting)
            if follower.has_news and not follower.another and not waiting.stopped:
                await waiting.turn(asked.host.load)
        if not follower.grants:
            return JSONResponse({}, status_code=403, headers=FRESH)
        if not follower.has_news:
            return Response(status_code=204, headers=FRESH)
        return JSONResponse({"number": asked.host.database.counter, "reader": follower.reader}, headers=FRESH)

    return [Route("/changes", changes, methods=["GET"])]


def _follower(asked: Caller, request: Request) -> Follower | None:
    """Who follows what this request tells of, or None where it tells of nothing that we sealed."""
    shown, number = unsealed(asked.host.seal, request.query_params.get("shown", "")), request.query_params.get("number", "")
    if shown is None or not number.isdecimal() or len(number) > 18:
        return None
    database = asked.host.database
    return Follower(
        database,
        lambda: identify(database, asked.host.cache, asked.credentials, moment_now()),
        shown,
        int(number),
        request.query_params.get("reader") or shown.reader,
    )


async def _news(request: Request, follower: Follower, called: asyncio.Event, waiting: Waiting) -> None:
    """Wait until there is news, the browser has left, the server stops, or patience is at its end."""
    loop = asyncio.get_running_loop()
    until, leaving = loop.time() + PATIENCE, asyncio.ensure_future(_left(request))
    try:
        while not (follower.has_news or leaving.done() or waiting.stopped) and (rest := until - loop.time()) > 0:
            told = asyncio.ensure_future(called.wait())
            ends = min(rest, max((follower.ends - moment_now()).total_seconds(), 0)) if follower.ends else rest
            await asyncio.wait({told, leaving}, timeout=ends, return_when=asyncio.FIRST_COMPLETED)
            told.cancel()
            called.clear()
            if follower.unsure:
                await run_in_threadpool(follower.look_who)
    finally:
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
