"""The routes beside the pages, joined to the store of this process, and the middleware around everything."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from integration.model.text import Language
from integration.services.core import store
from integration.services.core.host import host
from integration.services.operating import metrics
from integration.web import changes, file, health, look, share, sign_in, still
from integration.web.caller import door
from integration.web.feeds import calendar, data, mail_choice
from integration.web.provider import ProviderAnswers
from integration.web.security import Hygiene
from integration.web.sockets import Sockets
from integration.web.still import MakeStill
from integration.web.waiting import Waiting as Waiting


def routes(modules: Mapping[str, str], pages: Mapping[Language, str], names: Iterable[str], waiting: Waiting, make_still: MakeStill) -> list[Route]:
    """Every route beside Streamlit's own: `modules` are our scripts by address, `pages` is the page that a browser opens for
    any of these names, by language, `waiting` holds those who wait for news, and `make_still` makes a page without Streamlit."""
    return [
        Route("/portfolio", _front_page, methods=["GET"]),
        *health.routes(lambda: store.answers(host().database), lambda: host().database.is_away, lambda: host().warming.is_set()),
        *health.figures(lambda: metrics.figures(host())),
        *changes.routes(host, waiting),
        *(door(one, host) for one in (*sign_in.routes(host), *share.routes(host), *still.routes(host, make_still))),
        *(door(one, host) for one in (*calendar.routes(host), *data.routes(host), *file.routes(host), *mail_choice.routes(host))),
        *look.routes(modules),
        *look.front_routes(pages, names),
    ]


async def _front_page(request: Request) -> RedirectResponse:
    # Streamlit serves its first page at / alone, and our own links name every page.
    return RedirectResponse(str(request.url.replace(scheme="", netloc="", path="/")), status_code=307)


def middleware(page: str, first: Sequence[str], asked_for: Callable[[bytes], bool], discreet: Callable[[bytes], bytes]) -> list[Middleware]:
    """What every request passes through, outermost first; `page` is the one that Streamlit serves, `first` what a browser
    fetches beside it, the others say what its sockets hear and tell."""
    sockets = Middleware(Sockets, our_host=host, asked_for=asked_for, discreet=discreet)
    return [Middleware(Hygiene, page=page, first=first), sockets, Middleware(ProviderAnswers)]
