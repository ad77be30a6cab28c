"""/calendar/<token>.ics: the milestones and meetings that a shared link shows, as a calendar that other programs follow."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integration.errors import IneenError, LinkNotOpen
from integration.services.access import calendar_feed, wrong_tries
from integration.services.access import link as links
from integration.web.caller import Caller, OurHost, caller


def routes(our_host: OurHost) -> list[Route]:
    """The calendar route; a link with a PIN gives no calendar, for calendar programs ask no questions."""

    async def feed(request: Request) -> Response:
        asked = caller(request, our_host())
        try:
            data = await asked.read(_calendar, asked, request.path_params["token"])
        except IneenError:
            asked.tried_wrong(wrong_tries.LINK)
            return Response(status_code=404)
        headers = {"Cache-Control": "private, max-age=900", "Content-Disposition": 'inline; filename="ineen.ics"'}
        return Response(data, media_type="text/calendar; charset=utf-8", headers=headers)

    return [Route("/calendar/{token}.ics", feed, methods=["GET"])]


def _calendar(asked: Caller, token: str) -> bytes:
    link = links.of_token(asked.host.database, token, asked.now)
    if link.pin_hash:
        raise LinkNotOpen
    return calendar_feed.of_link(asked.host, link)
