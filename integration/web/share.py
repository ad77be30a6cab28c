"""/s/<token>: a small page for chat previews that opens the shared view; a PIN is asked here, and strangers learn nothing."""

from collections.abc import Callable
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from integration.access.token import new_token
from integration.days import day_of
from integration.errors import IneenError, LinkNotOpen
from integration.errors.store import NotStored
from integration.i18n.formats import day_in_full
from integration.i18n.words import words_in
from integration.model.access.share_link import ShareLink
from integration.services.access import link as links
from integration.services.access import preview
from integration.services.core.identity import LINKS, Held, links_cookie
from integration.settings import public_address
from integration.web.caller import Caller, OurHost, caller, from_here, keep
from integration.web.small_page import SUBMIT, button, paragraph, refused, sent_from_elsewhere, small_page


def routes(our_host: OurHost) -> list[Route]:
    """Opening shared links, and their preview picture."""

    async def look(request: Request) -> Response:
        asked = caller(request, our_host())
        try:
            link, shown = await asked.of_link(request.path_params["token"], lambda link: (link, _preview_of(asked, link)))
        except LinkNotOpen as error:
            return refused(asked.language, words_in(asked.language)(error.sentence))
        return opening_page(link, request.path_params["token"], shown)

    async def enter(request: Request) -> Response:
        return await entered(caller(request, our_host()), request, links.address_of)

    async def picture(request: Request) -> Response:
        asked = caller(request, our_host())
        try:
            shown = await asked.of_link(request.path_params["token"], lambda link: _preview_of(asked, link))
        except LinkNotOpen:
            return Response(status_code=404)
        data = await run_in_threadpool(preview.picture, shown)
        return Response(data, media_type="image/png", headers={"Cache-Control": "no-store"})

    return [
        Route("/s/{token}.png", picture, methods=["GET"]),
        Route("/s/{token}", look, methods=["GET"]),
        Route("/s/{token}", enter, methods=["POST"]),
    ]


async def entered(asked: Caller, request: Request, then: Callable[[ShareLink], str]) -> Response:
    """What a browser gets that opens a link, with its PIN where one is asked: the cookie that says so, and the way on."""
    token = request.path_params["token"]
    if not from_here(request):
        return sent_from_elsewhere(asked.language)
    typed = await request.form()
    pin, browser = (str(typed.get(name, ""))[:100] for name in ("pin", "browser"))
    try:
        link = await asked.of_link(token, lambda link: link)
        held = await run_in_threadpool(links.open_with, asked.host.database, link, pin, asked.now, browser, asked.client)
    except LinkNotOpen as error:
        return refused(asked.language, words_in(asked.language)(error.sentence))
    except NotStored:
        raise
    except IneenError as error:
        return opening_page(link, token, None, words_in(link.language)(error.sentence, **error.details), status=403, browser=browser)
    response = RedirectResponse(then(link), status_code=303)
    keep_link(response, request, asked, held)
    return response


def keep_link(response: Response, request: Request, asked: Caller, held: Held) -> None:
    """Let a browser hold one link more."""
    keep(response, request, LINKS, links_cookie(asked.host.seal, links.within_links(asked.credentials.links, held)))


def _preview_of(asked: Caller, link: ShareLink) -> preview.Preview | None:
    """What may be told of a link before it is opened: nothing where it asks for a PIN."""
    return None if link.pin_hash else preview.of_link(asked.host, link)


def opening_page(link: ShareLink, token: str, shown: preview.Preview | None, problem: str = "", status: int = 200, browser: str = "") -> Response:
    """The page before a shared view: what is behind it, or the question for its PIN; its form goes to where it was asked for."""
    say = words_in(link.language)
    title = shown.title if shown else say("Shared with you")
    words = shown.summary if shown else say("This view is protected with a PIN. Ask the person who sent it.")
    until = say("Open until {day}.", day=day_in_full(day_of(link.expires_at), link.language))
    field = _pin_field(say("PIN"), browser or new_token()) if link.pin_hash else ""
    parts = [paragraph(words), paragraph(problem, "bad") if problem else "", button("", say("Open"), field), paragraph(until, "small")]
    if not link.pin_hash:
        # A person need not press anything; what only fetches the page for its preview stays outside.
        parts.append(f"<script>{SUBMIT}</script>")
    return small_page(link.language, title, *parts, status=status, head=_preview(title, words, f"{public_address()}/s/{token}.png"))


def _pin_field(label: str, browser: str) -> str:
    # The page names its browser, so that wrong tries of others make nobody wait; a cookie would say no more.
    name = f'<input type="hidden" name="browser" value="{escape(browser, quote=True)}">'
    return f'{name}<label for="pin">{escape(label)}</label><input id="pin" name="pin" inputmode="numeric" autocomplete="off" required autofocus>'


def _preview(title: str, words: str, image: str) -> str:
    named = {"og:title": title, "og:description": words, "og:image": image, "og:site_name": "Ineen", "twitter:card": "summary_large_image"}
    return "".join(f'<meta property="{name}" content="{escape(value, quote=True)}">' for name, value in named.items())
