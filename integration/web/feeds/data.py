"""/data/<token>/<table>.<ending>: the tables of a shared link for spreadsheets and statistics, which ask again whenever they like."""

import hashlib
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from integration.errors import IneenError, LinkWithPin, TableUnknown
from integration.errors.store import NotStored
from integration.exchange.data import FORMS
from integration.i18n.words import words_in
from integration.model.access.share_link import ShareLink
from integration.services.exchange import data_feed
from integration.web.caller import Caller, OurHost, caller

FRESH = "private, max-age=60"


def routes(our_host: OurHost) -> list[Route]:
    """The data of links; whoever asks anew with the tag of what they hold is told that it is the same."""

    async def give(request: Request) -> Response:
        asked, (token, table, ending) = caller(request, our_host()), (request.path_params[one] for one in ("token", "table", "ending"))
        try:
            link, data = await asked.of_link(token, partial(_made, asked, table, ending))
            await run_in_threadpool(data_feed.note_read, asked.host.database, link, asked.now)
        except NotStored:
            # Said by the door: asked again it is there, and what was read is in the audit.
            raise
        except IneenError as error:
            status = 403 if isinstance(error, LinkWithPin) else 404
            return PlainTextResponse(words_in(asked.language).error(error), status, headers={"Cache-Control": "no-store"})
        headers = {"Cache-Control": FRESH, "ETag": f'"{hashlib.sha256(data).hexdigest()[:32]}"', "Vary": "Accept-Encoding"}
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(data, media_type=FORMS[ending][0], headers={**headers, "Content-Disposition": f'inline; filename="{table}.{ending}"'})

    return [Route("/data/{token}/{table}.{ending}", give, methods=["GET"])]


def _made(asked: Caller, table: str, ending: str, link: ShareLink) -> tuple[ShareLink, bytes]:
    if ending not in FORMS:
        raise TableUnknown(name=f"{table}.{ending}"[:40], tables=", ".join(f"columns.{one}" for one in FORMS))
    return link, FORMS[ending][1](data_feed.of_link(asked.host, link, table))
