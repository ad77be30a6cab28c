"""/calendar/<token>.ics: the milestones and meetings that a shared link shows, as a calendar that other programs follow."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integration.errors import IneenError, LinkNotOpen
from integration.errors.store import NotStored
from integration.model.access.share_link import ShareLink
from integration.services.access import calendar_feed
from integration.web.caller import Caller, OurHost, caller


def routes(our_host: OurHost) -> list[Route]:
    """The calendar route; a link with a PIN gives no calendar, for calendar programs ask no questions."""

    async def feed(request: Request) -> Response:
        asked = caller(request, our_host())
        try:
            token = request.path_params["token"]
            data = await asked.of_link(token, partial(_calendar, asked, token))
        except LinkNotOpen:
            data = await run_in_threadpool(calendar_feed.of_nothing, asked.language, asked.now)
        except NotStored:
            raise
        except IneenError:
            return Response(status_code=404)
        headers = {"Cache-Control": "private, max-age=900", "Content-Disposition": 'inline; filename="ineen.ics"'}
        return Response(data, media_type="text/calendar; charset=utf-8", headers=headers)

    return [Route("/calendar/{token}.ics", feed, methods=["GET"])]


def _calendar(asked: Caller, token: str, link: ShareLink) -> bytes:
    if link.pin_hash:
        raise LinkNotOpen
    return calendar_feed.of_link(asked.host, link, token)
