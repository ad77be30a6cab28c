"""What a shared link says of itself before it is opened: a title, a sentence, and four bars."""

from dataclasses import dataclass

from integration.exchange.preview_picture import draw
from integration.i18n.formats import day, percent
from integration.i18n.labels import group_name
from integration.i18n.words import words_in
from integration.measures.portfolio import figures
from integration.model.access.share_link import ShareLink
from integration.model.domain import DOMAINS
from integration.model.text import Text
from integration.services.core.host import Host
from integration.services.core.identity import Credentials, Held
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import portfolio


@dataclass(frozen=True, slots=True)
class Preview:
    """A title, a summary, and per domain its name and mean progress (0–100 or None)."""

    title: str
    summary: str
    bars: tuple[tuple[str, float | None], ...]


def visit_of(opened: Host, link: ShareLink, page: str = "") -> Visit:
    """The look at the store of whoever holds nothing but this link."""
    held = Credentials(links=(Held(link.id, link.token_hash, link.pin_hash),))
    return visit(opened.database, opened.cache, link.language, as_of=link.as_of, credentials=held, page=page or link.page)


def of_link(opened: Host, link: ShareLink) -> Preview:
    """The preview of a link without a PIN: nothing but what a guest would see."""
    guest = visit_of(opened, link)
    say, read = words_in(link.language), portfolio.read(guest)
    rows = read.partnerships
    if not len(rows):
        return Preview(say("Shared with you"), say("There is nothing to show here any more."), ())
    totals = figures(read, guest.today)
    if len(rows) == 1:
        title = str(Text(rows.name_nl.iloc[0], rows.name_en.iloc[0]).reading(link.language).words)
    else:
        title = say.plural("{n} partnership", "{n} partnerships", len(rows))
    if link.domain:
        title = f"{group_name(say, link.domain)} · {title}"
    words = {"progress": percent(totals.mean, link.language), "day": day(guest.today, link.language)}
    mean = say("On average {progress} of what was planned is done, as of {day}.", **words)
    by_domain = read.domains.progress.groupby(level="domain", observed=True).mean()
    domains = [link.domain] if link.domain else DOMAINS
    bars = tuple((group_name(say, one), None if by_domain.isna().get(one, True) else float(by_domain[one])) for one in domains)
    return Preview(title, mean if not link.domain else "", bars)


def picture(preview: Preview | None) -> bytes:
    """The preview as a picture; with nothing to show, only the name of the product."""
    return draw(preview.title, preview.summary, preview.bars) if preview else draw("Ineen", "", ())
