"""What the routes know of who is asking, and the cookies they set."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from integration.errors import LinkNotOpen
from integration.errors.store import NotStored
from integration.i18n.words import words_in
from integration.model.access.share_link import ShareLink
from integration.model.text import LANGUAGES, Language
from integration.services.access import link, wrong_addresses
from integration.services.core.host import Host
from integration.services.core.identity import LINKS, LINKS_LIFE, SESSION, SESSION_LIFE, Credentials, Identity, credentials_in, identify
from integration.services.core.visit import Visit, visit
from integration.settings import ADDRESS, FRAMES
from integration.web.small_page import not_now, refused

T = TypeVar("T")
OurHost = Callable[[], Host]
LIVES: dict[str, timedelta] = {SESSION: SESSION_LIFE, LINKS: LINKS_LIFE}
# Python 3.11 cannot write `Partitioned` itself; sessions are never kept this way, only links.
FILES = "multipart/"
FRAMED = "Path=/; HttpOnly; Secure; SameSite=None; Partitioned"


@dataclass(frozen=True, slots=True)
class Caller:
    """One request: the store it is about, what its cookies prove, in which language, and when."""

    host: Host
    credentials: Credentials
    language: Language
    now: datetime
    client: str = ""

    @property
    def identity(self) -> Identity:
        """The person and the grants behind it."""
        return identify(self.host.database, self.host.cache, self.credentials, self.now)

    @property
    def visit(self) -> Visit:
        """Their look at the store."""
        return visit(self.host.database, self.host.cache, self.language, self.now, credentials=self.credentials)

    def failed(self, error: Exception, what: str, about: str = "", words: str = "") -> Response:
        """What is answered where something failed that nobody foresaw: a sentence, and the code under which the log and the Operations page know it."""
        say, code = words_in(self.language), self.host.journal.failed(error, what, self.now, about)
        went = words or say("Something went wrong on our side. Reload the page to try again.")
        return refused(self.language, f"{went} {say('Code for your administrator: {code}', code=code)}", status=500)

    async def read(self, task: Callable[..., T], *given: Any) -> T:
        """What a task returns that reads several things, all of them as they are at one moment."""

        def within() -> T:
            with self.host.database.snapshot():
                return task(*given)

        return await run_in_threadpool(within)

    async def of_link(self, token: str, wanted: Callable[[ShareLink], T]) -> T:
        """What is wanted of the link that a secret opens, both as they are at one moment; raises LinkNotOpen, of which the audit tells."""

        def opened() -> ShareLink:
            try:
                return link.of_token(self.host.database, token, self.now)
            except LinkNotOpen:
                self.tried_wrong(wrong_addresses.LINK)
                raise

        return await self.read(lambda: wanted(opened()))

    def tried_wrong(self, verb: str) -> None:
        """Let the audit tell that a secret was tried that opens nothing."""
        wrong_addresses.note_wrong(self.host.database, verb, self.client, self.now)


def caller(request: Request, host: Host) -> Caller:
    """Who sends this request."""
    now = datetime.now(UTC).replace(tzinfo=None)
    return Caller(host, credentials_in(request.cookies, host.seal, now), language_of(request), now, request.client.host if request.client else "")


def door(route: Route, our_host: OurHost) -> Route:
    """The same route, which answers 503 with words while the store takes nothing, and 500 with a code where something fails that nobody foresaw."""

    async def answered(request: Request) -> Response:
        try:
            found: Response = await route.endpoint(request)
        except NotStored:
            is_form = request.method == "POST" and not request.headers.get("content-type", "").startswith(FILES)
            typed = await request.form() if is_form else None
            return not_now(language_of(request), {name: one for name, one in typed.items() if isinstance(one, str)} if typed is not None else None)
        except (HTTPException, ClientDisconnect):
            raise
        except Exception as error:  # noqa: BLE001 – whatever it is, who asked gets a sentence
            return caller(request, our_host()).failed(error, "a request failed", route.path)
        return found

    return Route(route.path, answered, methods=[*(route.methods or ())])


def language_of(request: Request) -> Language:
    """The language that a request asks for: in its address, else as its browser prefers."""
    wishes = [request.query_params.get("lang", ""), *(part.strip()[:2] for part in request.headers.get("accept-language", "").split(","))]
    return next((known for wish in wishes for known in LANGUAGES if wish == known), "en")


def keep(response: Response, request: Request, name: str, value: str) -> None:
    """Set one of our cookies: for this server alone, not for scripts, and behind https for https alone."""
    if name == LINKS and in_a_frame(request):
        response.headers.append("set-cookie", f"{name}={value}; Max-Age={int(LIVES[name].total_seconds())}; {FRAMED}")
        return
    response.set_cookie(name, value, max_age=int(LIVES[name].total_seconds()), httponly=True, samesite="lax", secure=is_secure(request), path="/")


def forget(response: Response, request: Request, *names: str) -> None:
    """Take cookies away."""
    for name in names:
        response.delete_cookie(name, path="/", httponly=True, samesite="lax")
    if LINKS in names and in_a_frame(request):
        response.headers.append("set-cookie", f"{LINKS}=; Max-Age=0; {FRAMED}")


def in_a_frame(request: Request) -> bool:
    """Whether a page of an intranet that may frame us asks, by https: browsers keep no other cookie there than one for that site alone."""
    return bool(FRAMES.text()) and is_secure(request) and request.headers.get("sec-fetch-dest") == "iframe"


def is_secure(request: Request) -> bool:
    """Whether people reach this server by https."""
    return ADDRESS.text().startswith("https://") or request.url.scheme == "https"


def local_path(then: str) -> str:
    """Where to go after signing in: a path of ours, and never another site."""
    parts = urlsplit(then)
    local = then.startswith("/") and not then.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme and then.isprintable()
    return then if local and len(then) < 2000 else "/"


def from_here(request: Request) -> bool:
    """Whether a form was sent from a page of ours: browsers say so themselves, and what says nothing sends no cookie of another site."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site:
        return site in ("same-origin", "none")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
