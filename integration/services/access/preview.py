"""What a shared link says of itself before it is opened: a title, a sentence, and four bars."""

from dataclasses import dataclass

from integration.errors import NotFound
from integration.exchange.preview_picture import Bar, draw
from integration.i18n.formats import day, percent
from integration.i18n.labels import group_name
from integration.i18n.words import words_in
from integration.measures.portfolio import figures
from integration.model.access.grant import pages_showing
from integration.model.access.share_link import ShareLink
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.model.text import Text
from integration.services.core.host import Host
from integration.services.core.identity import Credentials, Held
from integration.services.core.visit import Visit, visit
from integration.services.pack import pack
from integration.services.portfolio import portfolio


@dataclass(frozen=True, slots=True)
class Preview:
    """A title, a summary, and a bar per domain with what is delivered on average."""

    title: str
    summary: str
    bars: tuple[Bar, ...]


def visit_of(opened: Host, link: ShareLink, page: str = "") -> Visit:
    """The look at the store of whoever holds nothing but this link."""
    held = Credentials(links=(Held(link.id, link.token_hash, link.pin_hash),))
    return visit(opened.database, opened.cache, link.language, as_of=link.as_of, credentials=held, page=page or link.page)


def of_link(opened: Host, link: ShareLink) -> Preview:
    """The preview of a link without a PIN: a title, and progress where a page of it shows progress; nothing but what a guest would see."""
    guest, say = visit_of(opened, link), words_in(link.language)
    if link.page == "pack":
        return Preview(_pack_title(guest, link), "", ())
    read = portfolio.read(guest)
    rows = read.partnerships
    if not len(rows):
        return Preview(say("Shared with you"), say("There is nothing to show here any more."), ())
    if len(rows) == 1:
        title = str(Text(rows.name_nl.iloc[0], rows.name_en.iloc[0]).reading(link.language).words)
    else:
        title = say.plural("{n} partnership", "{n} partnerships", len(rows))
    if link.page == "agenda":
        title = f"{say('Agenda')} · {title}"
    if link.domain:
        title = f"{group_name(say, link.domain)} · {title}"
    return _with_progress(visit_of(opened, link, page), link, title) if (page := _progress_page(link)) else Preview(title, "", ())


def _progress_page(link: ShareLink) -> str:
    # A page that shows none of it may be what was shared, beside others that do.
    shown = pages_showing(link.grant(), "progress")
    return link.page if link.page in shown else next(iter(shown), "")


def _with_progress(guest: Visit, link: ShareLink, title: str) -> Preview:
    say, read = words_in(link.language), portfolio.read(guest)
    totals = figures(read, guest.today, ACTIVE)
    parts = {"delivered": percent(totals.delivered, link.language), "due": percent(totals.due, link.language)}
    mean = say("Delivered {delivered} · planned by now {due}, on {day}.", **parts, day=day(guest.today, link.language))
    by_domain = read.domains.delivered.groupby(level="domain", observed=True).mean()
    domains = [link.domain] if link.domain else DOMAINS
    shares = ((one, None if by_domain.isna().get(one, True) else float(by_domain[one])) for one in domains)
    bars = tuple(Bar(group_name(say, one), share, percent(share, link.language)) for one, share in shares)
    return Preview(title, mean if not link.domain else "", bars)


def _pack_title(guest: Visit, link: ShareLink) -> str:
    # Only what was published, so the name that stands on the pack and not today's.
    kind = words_in(link.language)("Steering pack")
    try:
        return f"{kind} · {pack.find(guest, link.thing).name.reading(link.language).words}" if link.thing else kind
    except NotFound:
        return kind


def picture(preview: Preview | None) -> bytes:
    """The preview as a picture; with nothing to show, only the name of the product."""
    return draw(preview.title, preview.summary, preview.bars) if preview else draw("Ineen", "", ())
