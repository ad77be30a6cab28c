"""A still of a page: the same pieces as the live page, made whole on the server for whoever may see it, to read, print, keep or embed."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import CodeType

from integration.charts.look import PAGE, stylesheet
from integration.errors import IneenError, NotFound, ThingNotFound
from integration.i18n.formats import moment
from integration.model.access.share_link import SHAREABLE
from integration.model.text import Language
from integration.palette import style_variables
from integration.services.core.host import Host
from integration.services.core.identity import Credentials
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import partnership
from integration.ui.assets import asset, under_base
from integration.ui.frame.as_of import asked_as_of, day_in_address
from integration.ui.frame.closed import closed_words
from integration.ui.frame.page import frozen_moment
from integration.ui.kit.html import page_file
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.still import still
from integration.views.kit.address import address

FOLDER = "/still"
WITHIN = re.compile(rf'href="/({"|".join(sorted(SHAREABLE))})?(?=[?"])')


def still_page(opened: Host, credentials: Credentials, language: Language, page: str, query: Mapping[str, str]) -> tuple[int, str]:
    """The status and the whole page; what may not be shown, or is not there, is a page with a sentence."""
    known = page if page in SHAREABLE else "portfolio"
    guest = visit(opened.database, opened.cache, language, credentials=credentials, page=known)
    try:
        if page not in SHAREABLE:
            raise ThingNotFound(value=page[:40])
        admitted = _admitted(guest, opened, query)
        query = {**query, "p": partnership.code_now(admitted, query["p"])} if query.get("p") else query
        with still(admitted, query) as made:
            exec(_code(page), {"__name__": f"still of {page}"})
    except IneenError as error:
        return (404 if isinstance(error, NotFound) else 403), _document(guest, query, _refusal(guest, error))
    return 200, _document(admitted, query, made.parts)


def _admitted(guest: Visit, opened: Host, query: Mapping[str, str]) -> Visit:
    with still(guest, query):
        wanted, day = asked_as_of(guest.today), day_in_address()
    if wanted is None and not guest.grants:
        wanted = frozen_moment(guest)
    seen = visit(opened.database, opened.cache, guest.language, as_of=wanted, credentials=guest.credentials, page=guest.page, day=day)
    return replace(seen, only_reads=True)


@cache
def _code(page: str) -> CodeType:
    path = Path(page_file(page))
    return compile(path.read_text("utf-8"), str(path), "exec")


def _refusal(guest: Visit, error: IneenError) -> list[Markup]:
    say = guest.reader.say
    title, words = closed_words(guest) or (say("Not found") if isinstance(error, NotFound) else say("Not possible"), say.error(error))
    return [joined(el("h1", title), el("p", words, class_="notice"))]


def _document(seen: Visit, query: Mapping[str, str], parts: list[Markup]) -> str:
    say = seen.reader.say
    asked = {name: value for name, value in query.items() if name != "lang"}
    live = under_base(address(seen.reader, seen.page, **asked) or "/")
    when = say("As it stood on {moment}", moment=moment(seen.now, seen.language))
    top = el("header", el("span", el("b", "Ineen"), f" · {when}"), anchor(say("Open the live page"), href=live, data_live=""), class_="top")
    body = el("main", top, *map(_within, parts), class_="ineen still")
    title = re.sub("<[^>]*>", "", next((found[1] for one in parts if (found := re.search("<h1[^>]*>(.*?)</h1>", one))), "Ineen"))
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{title} · Ineen</title><style>{_style()}</style>"
    )
    return f'<!doctype html><html lang="{seen.language}"><head>{head}</head><body>{body}</body></html>'


def _within(part: Markup) -> Markup:
    # A still leads to stills: where a live page cannot be reached, its links would lead nowhere.
    return Markup(WITHIN.sub(lambda found: f'href="{under_base(FOLDER)}/{found[1] or "portfolio"}', part))


@cache
def _style() -> str:
    return style_variables() + asset("linked.css") + asset("place.css") + stylesheet(PAGE) + asset("pictures.css") + asset("print.css") + asset("still.css")
