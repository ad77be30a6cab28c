"""The page that a browser opens, and /look/<name>: scripts with their styles, fetched once and kept, because another text has another address."""

from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from integration.model.text import Language
from integration.web.caller import language_of

KEPT = "public, max-age=31536000, immutable"


def routes(modules: Mapping[str, str]) -> list[Route]:
    """The route of every module, by its address; whoever asks may have them, for they tell of nobody."""

    async def look(request: Request) -> Response:
        text = modules.get(f"/look/{request.path_params['name']}")
        if text is None:
            return PlainTextResponse("Not found", 404, headers={"Cache-Control": "no-store"})
        return Response(text, media_type="text/javascript", headers={"Cache-Control": KEPT})

    return [Route("/look/{name}", look, methods=["GET"])]


def front_routes(pages: Mapping[Language, str], names: Iterable[str]) -> list[Route]:
    """The route of every page, by its name; what it shows comes only once its script is connected."""

    async def front(request: Request) -> HTMLResponse:
        return HTMLResponse(pages[language_of(request)], headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"})

    return [Route(f"/{name}", front, methods=["GET"]) for name in names]
