"""Signing in at an OIDC provider that does not answer, or that sends somebody back with nothing, ends in one sentence."""

from http.cookies import SimpleCookie

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integration.i18n.words import words_in
from integration.web.caller import language_of
from integration.web.small_page import refused

LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
IDENTITY = "_streamlit_user"


class ProviderAnswers:
    """Middleware around Streamlit's own sign-in, whose failures are a bare word or a silent return to the front page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what went well; otherwise answer with a sentence and the way back."""
        if scope["type"] != "http" or scope["path"] not in (LOGIN, CALLBACK):
            await self.app(scope, receive, send)
            return
        kept: list[Message] = []

        async def keeping(message: Message) -> None:
            kept.append(message)

        await self.app(scope, receive, keeping)
        if _failed(scope["path"], kept[0]):
            language = language_of(Request(scope))
            sentence = words_in(language)("Signing in through your organisation did not work just now. Try again in a moment, or use a sign-in link.")
            await refused(language, sentence, 503 if scope["path"] == LOGIN else 403)(scope, receive, send)
            return
        for message in kept:
            await send(message)


def _failed(path: str, start: Message) -> bool:
    if path == LOGIN:
        return bool(start["status"] >= 400)
    cookies = (SimpleCookie(value) for value in Headers(raw=start["headers"]).getlist("set-cookie"))
    return not any(IDENTITY in cookie and cookie[IDENTITY].value for cookie in cookies)
