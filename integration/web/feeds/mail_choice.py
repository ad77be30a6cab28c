"""/mail/<token>: a person chooses what is mailed to them, or stops it, without signing in; also with one press (RFC 8058), and as a calendar."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from integration.errors import EditConflict
from integration.i18n.words import Words, words_in
from integration.model.digest import MAIL_KINDS, WISHES, MailChoice, MailKind, Wish
from integration.services.access import calendar_feed
from integration.services.operating.own_calendar import own_calendar
from integration.services.pack.posting import choose, reader_of_path
from integration.settings import public_address
from integration.web.caller import OurHost, caller, from_here
from integration.web.small_page import button, paragraph, refused, sent_from_elsewhere, small_page

ONE_PRESS = "List-Unsubscribe"


def routes(our_host: OurHost) -> list[Route]:
    """Looking at one's choice, and changing it."""

    async def look(request: Request) -> Response:
        asked = caller(request, our_host())
        found = await run_in_threadpool(reader_of_path, asked.host, request.path_params["token"])
        return _page(words_in(asked.language), request, found[0].name, found[2]) if found else _unknown(words_in(asked.language))

    async def keep(request: Request) -> Response:
        asked, token = caller(request, our_host()), request.path_params["token"]
        say = words_in(asked.language)
        found = await run_in_threadpool(reader_of_path, asked.host, token)
        if not found:
            return _unknown(say)
        person, kind, known = found
        typed = await request.form()
        # A mail program sends this one field, from nowhere in particular.
        at_once = ONE_PRESS in typed
        if not at_once and not from_here(request):
            return sent_from_elsewhere(asked.language)
        told: dict[MailKind, str] = {kind: "none"} if at_once else {name: str(typed.get(name, "")) for name in MAIL_KINDS}
        wanted = _chosen(known, told)
        try:
            await run_in_threadpool(choose, asked.host, wanted)
        except EditConflict:
            found = await run_in_threadpool(reader_of_path, asked.host, token)
            return _page(say, request, person.name, found[2] if found else known, say("This was changed elsewhere at the same moment; look again and choose."))
        return _page(say, request, person.name, replace(wanted, version=wanted.version + 1), say("Your choice is kept."))

    async def calendar(request: Request) -> Response:
        asked = caller(request, our_host())
        found = await run_in_threadpool(reader_of_path, asked.host, request.path_params["token"])
        given = partial(own_calendar, asked.host, found[0]) if found else calendar_feed.of_nothing
        data = await run_in_threadpool(given, asked.language, asked.now)
        return Response(data, media_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=900"})

    return [
        Route("/mail/{token}.ics", calendar, methods=["GET"]),
        Route("/mail/{token}", look, methods=["GET"]),
        Route("/mail/{token}", keep, methods=["POST"]),
    ]


def _chosen(known: MailChoice, typed: Mapping[MailKind, str]) -> MailChoice:
    wishes: dict[str, Any] = {name: one for name, told in typed.items() for one in WISHES if told == one}
    return replace(known, **wishes)


def _unknown(say: Words) -> Response:
    return refused(say.language, say("This address leads nowhere any more. Sign in to choose what is mailed to you."))


def _page(say: Words, request: Request, name: str, known: MailChoice, told: str = "") -> Response:
    fields = "".join(_field(say, kind, getattr(known, kind)) for kind in MAIL_KINDS)
    lead = say("{name}, choose what is mailed to you.", name=name)
    here = public_address(str(request.url)) + f"/mail/{request.path_params['token']}.ics"
    follow = paragraph(say("For your calendar, follow this address: {address}", address=here), "small")
    return small_page(
        say.language, say("Mail and reminders"), paragraph(told, "good") if told else "", paragraph(lead), button("", say("Keep this choice"), fields), follow
    )


def _field(say: Words, kind: MailKind, wish: Wish) -> str:
    titles: dict[MailKind, str] = {
        "digest": say("Every week: what changed and what is yours"),
        "reminder": say("Reminders of what is due"),
        "comment": say("Comments that mention you"),
    }
    wishes = {"mail": say("By mail"), "calendar": say("Only in my calendar"), "none": say("Not at all")}
    if kind == "comment":
        # What was said has no day of its own.
        del wishes["calendar"]
    options = "".join(f'<option value="{one}"{" selected" if one == wish else ""}>{escape(words)}</option>' for one, words in wishes.items())
    return f'<label for="{kind}">{escape(titles[kind])}</label><select id="{kind}" name="{kind}">{options}</select>'
