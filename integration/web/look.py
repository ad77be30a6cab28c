"""/look/<name>: the scripts of our components with their styles, fetched once by a browser and kept, because another text has another address."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

KEPT = "public, max-age=31536000, immutable"


def routes(modules: Mapping[str, str]) -> list[Route]:
    """The route of every module, by its address; whoever asks may have them, for they tell of nobody."""

    async def look(request: Request) -> Response:
        text = modules.get(f"/look/{request.path_params['name']}")
        if text is None:
            return PlainTextResponse("Not found", 404, headers={"Cache-Control": "no-store"})
        return Response(text, media_type="text/javascript", headers={"Cache-Control": KEPT})

    return [Route("/look/{name}", look, methods=["GET"])]
