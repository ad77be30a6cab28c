"""/signin/<token>: a button for whom the link is for, and the session it begins; /signout ends it.

A link in a mail is opened by scanners before its reader opens it, so looking uses nothing up: only the button does.
"""

from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from integration.errors import EditConflict, SignInRefused
from integration.i18n.words import words_in
from integration.model.access.person import Person
from integration.services.access import sign_in, wrong_addresses
from integration.services.core.identity import LINKS, SESSION, session_cookie
from integration.web.caller import Caller, OurHost, caller, forget, from_here, keep, local_path
from integration.web.small_page import button, paragraph, refused, sent_from_elsewhere, small_page

OIDC = "_streamlit_user"
# The page that somebody came for before they signed in, as the sign-in panel keeps it.
HERE = "ineen_here"
REFUSALS = (SignInRefused, EditConflict)


def routes(our_host: OurHost) -> list[Route]:
    """Signing in and out."""

    async def look(request: Request) -> Response:
        asked = caller(request, our_host())
        say = words_in(asked.language)
        try:
            name = await run_in_threadpool(sign_in.whom, asked.host.database, asked.host.seal, request.path_params["token"], asked.now)
        except REFUSALS as error:
            asked.tried_wrong(wrong_addresses.SIGN_IN)
            return refused(asked.language, say(error.sentence))
        words = say("This link is for {name} and works once. It keeps you signed in on this device for 14 days.", name=name)
        return small_page(asked.language, say("Sign in to Ineen"), paragraph(words), button("", say("Sign in as {name}", name=name)))

    async def enter(request: Request) -> Response:
        asked = caller(request, our_host())
        if not from_here(request):
            return sent_from_elsewhere(asked.language)
        try:
            person, then = await run_in_threadpool(sign_in.enter, asked.host.database, asked.host.seal, request.path_params["token"], asked.now)
        except REFUSALS as error:
            asked.tried_wrong(wrong_addresses.SIGN_IN)
            return refused(asked.language, words_in(asked.language)(error.sentence))
        return _entered(asked, request, person, local_path(then or unquote(request.cookies.get(HERE, ""))))

    async def leave(request: Request) -> Response:
        asked = caller(request, our_host())
        if not from_here(request):
            return sent_from_elsewhere(asked.language)
        if (await request.form()).get("everywhere") and asked.credentials.person_id:
            await run_in_threadpool(sign_in.sign_out_everywhere, asked.visit)
        await run_in_threadpool(sign_in.sign_out, asked.host.database, asked.credentials, asked.now)
        response = RedirectResponse("/", status_code=303)
        forget(response, request, SESSION, LINKS, *_vouched(request))
        return response

    return [
        Route("/signin/{token}", look, methods=["GET"]),
        Route("/signin/{token}", enter, methods=["POST"]),
        Route("/signout", leave, methods=["POST"]),
    ]


def _entered(asked: Caller, request: Request, person: Person, where: str) -> Response:
    response = RedirectResponse(where, status_code=303)
    keep(response, request, SESSION, session_cookie(asked.host.seal, person))
    # From here on our own session counts alone, so that what ends it is not undone by the provider's word of before.
    forget(response, request, HERE, *_vouched(request))
    return response


def _vouched(request: Request) -> list[str]:
    return [name for name in request.cookies if name.startswith(OIDC)]
