"""/still/<page> and /s/<token>/still: what a page shows, made whole on the server; for browsers without websockets or scripts, for paper, and to keep."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from integration.errors import LinkNotOpen
from integration.i18n.words import words_in
from integration.model.access.share_link import SHAREABLE, ShareLink
from integration.model.text import Language
from integration.services.access import link as links
from integration.services.core.host import Host
from integration.services.core.identity import Credentials
from integration.web.caller import Caller, OurHost, caller
from integration.web.share import entered, keep_link, opening_page
from integration.web.small_page import refused

MakeStill = Callable[[Host, Credentials, Language, str, Mapping[str, str]], tuple[int, str]]
FRESH = {"Cache-Control": "private, no-store"}


def routes(our_host: OurHost, make: MakeStill) -> list[Route]:
    """The route of every still, for who may see its page, and the one by which a link opens as a still at once."""

    async def look(request: Request) -> Response:
        asked = caller(request, our_host())
        return await _made(make, asked, asked.credentials, asked.language, request.path_params["page"], dict(request.query_params))

    async def here(request: Request) -> Response:
        came = urlsplit(request.headers.get("referer", ""))
        page = came.path.rstrip("/").rpartition("/")[2]
        known = page in SHAREABLE and came.netloc == request.headers.get("host")
        return RedirectResponse(f"{page}?{came.query}" if known else "portfolio", status_code=303)

    async def open_link(request: Request) -> Response:
        asked, token = caller(request, our_host()), request.path_params["token"]
        try:
            link = await asked.of_link(token, lambda link: link)
        except LinkNotOpen as error:
            return refused(asked.language, words_in(asked.language)(error.sentence))
        page, query = _view_of(link)
        if link.pin_hash:
            # Who gave the PIN holds the link; others are asked for it here, and come back.
            known = link.id in {one.link for one in (await asked.read(lambda: asked.identity)).grants}
            return await _made(make, asked, asked.credentials, link.language, page, query) if known else opening_page(link, token, None)
        held = await run_in_threadpool(links.open_with, asked.host.database, link, "", asked.now)
        response = await _made(make, asked, Credentials(links=(held,)), link.language, page, query)
        keep_link(response, request, asked, held)
        return response

    async def enter(request: Request) -> Response:
        return await entered(caller(request, our_host()), request, lambda _: f"/s/{request.path_params['token']}/still")

    return [
        Route("/still/here", here, methods=["GET"]),
        Route("/still/{page}", look, methods=["GET"]),
        Route("/s/{token}/still", open_link, methods=["GET"]),
        Route("/s/{token}/still", enter, methods=["POST"]),
    ]


def _view_of(link: ShareLink) -> tuple[str, dict[str, str]]:
    return link.page, dict(parse_qsl(urlsplit(links.address_of(link)).query))


async def _made(make: MakeStill, asked: Caller, held: Credentials, language: Language, page: str, query: Mapping[str, str]) -> Response:
    try:
        status, html = await asked.read(make, asked.host, held, language, page, query)
    except Exception as error:  # noqa: BLE001 – nobody foresaw it, so it is told by its code
        return asked.failed(error, "a still could not be made", page)
    return HTMLResponse(html, status_code=status, headers=FRESH)
