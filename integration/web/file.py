"""/file/<address>: what a page offers to download, for whom it was offered to and for nobody else."""

import logging
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integration.errors import IneenError
from integration.i18n.words import words_in
from integration.services.access import download
from integration.services.core.visit import Visit
from integration.services.pack import pack
from integration.web.caller import OurHost, caller
from integration.web.small_page import refused

log = logging.getLogger("ineen")


def routes(our_host: OurHost) -> list[Route]:
    """The route of every download."""

    async def take(request: Request) -> Response:
        asked = caller(request, our_host())
        say = words_in(asked.language)
        try:
            name, kind, data = await asked.read(download.fetched, asked.host, asked.credentials, request.path_params["address"], MAKERS)
        except IneenError as error:
            return refused(asked.language, say.error(error))
        except Exception:
            log.exception("a file could not be made")
            return refused(asked.language, say("The file could not be made. Nothing was lost; try again, or choose another kind of file."), status=500)
        headers = {"Content-Disposition": disposition(name), "Cache-Control": "private, no-store"}
        return Response(data, media_type=kind, headers=headers)

    return [Route("/file/{address}", take, methods=["GET"])]


def disposition(name: str) -> str:
    """The header that makes a browser keep a file under its name (RFC 6266), with a plain form for old ones."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in "-_. ") else "_" for one in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _pack_file(visit: Visit, given: tuple[str, ...]) -> bytes:
    pack_id, ending = given
    return pack.file(visit, pack.find(visit, pack_id), ending, visit.language)


MAKERS: dict[str, download.Maker] = {"pack": _pack_file}
