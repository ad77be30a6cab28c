"""/file/<address>: what a page offers to download, for whom it was offered to; /bring/<address>: a file for a plan, read at once and never written down."""

import asyncio
from typing import cast
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from integration.errors import FileNotMade, IneenError
from integration.errors.store import NotStored
from integration.i18n.words import words_in
from integration.services.access import download
from integration.services.core.visit import Visit
from integration.services.exchange import bringing
from integration.services.meeting import paper
from integration.services.pack import pack
from integration.web.caller import Caller, OurHost, caller, from_here
from integration.web.small_page import refused, sent_from_elsewhere

# Seconds: a page needs about two to come back.
PATIENCE, LOOK = 5.0, 0.1


def routes(our_host: OurHost) -> list[Route]:
    """The route of every download, and the one by which files come in."""

    async def take(request: Request) -> Response:
        asked = caller(request, our_host())
        say = words_in(asked.language)
        await _offered(asked, request.path_params["address"])
        try:
            name, kind, data = await asked.read(download.fetched, asked.host, asked.credentials, request.path_params["address"], MAKERS)
        except NotStored:
            # That it was taken could not be noted; the door says so, and the page asks again.
            raise
        except IneenError as error:
            return refused(asked.language, say.error(error))
        except Exception as error:  # noqa: BLE001 – nobody foresaw it, so it is told by its code
            return asked.failed(error, "a file could not be made", words=say.error(FileNotMade()))
        headers = {"Content-Disposition": disposition(name), "Cache-Control": "private, no-store"}
        return Response(data, media_type=kind, headers=headers)

    async def bring(request: Request) -> Response:
        asked, address = caller(request, our_host()), request.path_params["address"]
        if not from_here(request):
            return sent_from_elsewhere(asked.language)
        try:
            # Who may not is told before anything of the file is read.
            await asked.read(bringing.addressed, asked.host, asked.credentials, address)
            async with request.form(max_files=1, max_fields=1) as form:
                file = form.get("file")
                name, data = (file.filename or "", await file.read()) if isinstance(file, UploadFile) else ("", b"")
            code = await asked.read(bringing.bring, asked.host, asked.credentials, address, name, data)
        except IneenError as error:
            return refused(asked.language, words_in(asked.language).error(error))
        return RedirectResponse(f"/import?p={code}", status_code=303)

    return [Route("/file/{address}", take, methods=["GET"]), Route("/bring/{address}", bring, methods=["POST"])]


async def _offered(asked: Caller, address: str) -> None:
    """Wait a moment for the page to offer its file, where it does so again after a restart."""
    for _ in range(round(PATIENCE / LOOK)):
        if not download.is_awaited(asked.host, address):
            return
        await asyncio.sleep(LOOK)


def disposition(name: str) -> str:
    """The header that makes a browser keep a file under its name (RFC 6266), with a plain form for old ones."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in "-_. ") else "_" for one in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _pack_file(visit: Visit, given: tuple[str, ...]) -> bytes:
    pack_id, ending = given
    return pack.file(visit, pack.find(visit, pack_id), ending, visit.language)


def _paper_file(visit: Visit, given: tuple[str, ...]) -> bytes:
    code, meeting_id, about, ending = given
    return paper.file(visit, code, meeting_id, cast(paper.About, about), ending)


MAKERS: dict[str, download.Maker] = {"pack": _pack_file, "paper": _paper_file}
