"""Share links: making, opening, pausing, rotating, extending and ending them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

from integration.access.token import TOKEN_LENGTH, new_token, pin_hash, same, token_hash
from integration.days import end_of
from integration.errors import Invalid, LinkHasEnded, LinkNotOpen, NotShared, ThingNotFound
from integration.model.access.person import LOCAL_ADMINISTRATOR
from integration.model.access.share_link import UNDO_KEPT, USUAL_DAYS, LinkState, ShareLink, link_problems, plain_pin
from integration.services.access.pin import try_pin
from integration.services.core.identity import Held, grants_of
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.storage.access import link_by_token, links, links_by_id, person_by_id
from integration.storage.core import event
from integration.storage.core.database import Cursor, Database
from integration.storage.core.records import append, versions

OPENED = "open link"


@dataclass(frozen=True, slots=True)
class Listed:
    """A link as its managers see it: by whom it was made, how often it was opened, when last, and whether it is open though its maker may share it no more."""

    link: ShareLink
    maker: str
    opened: int
    last_opened: datetime | None
    orphan: bool = False

    @property
    def stopped(self) -> bool:
        """Whether the server itself paused it, after too many wrong PINs."""
        return self.link.state == "paused" and not self.link.recorded_by


def make(visit: Visit, wanted: ShareLink, pin: str = "") -> tuple[ShareLink, str]:
    """Store a link and return it with its secret, which is told only now; raises Invalid. Nobody shares more than they see."""
    plain = plain_pin(pin)
    problems = link_problems(wanted, plain, visit.now)
    if problems:
        raise Invalid(tuple(problems))
    seen = visit.seen
    known = set(portfolio.read(visit).partnerships.index) if seen is None else seen
    if not known.issuperset(wanted.partnerships):
        raise NotShared
    token = new_token()
    ready = replace(
        wanted, token_hash=token_hash(token), pin_hash=pin_hash(plain) if plain else "", made_by=visit.person.id, made_at=visit.now, note=wanted.note.strip()
    )
    with visit.change("share", ready.page, ready.partnerships[0] if len(ready.partnerships) == 1 else "") as writing:
        [stored] = append(writing, [ready])
    return stored, token


def managed(visit: Visit) -> list[Listed]:
    """The links that this person may manage, newest first: their own, and those of partnerships they lead; an administrator's are all."""
    visit.require("share")
    with visit.reading() as cursor:
        known, opened = links(cursor), event.opened(cursor)
        gone = _orphans(cursor, known, visit.now) if visit.may("manage people") else frozenset[str]()
    people = portfolio.read(visit).people
    own = [one for one in known if visit.may_manage(one)]
    never: tuple[int, datetime | None] = (0, None)
    listed = (Listed(one, people.get(one.made_by, ""), *opened.get(one.id, never), one.id in gone) for one in own)
    return sorted(listed, key=lambda one: one.link.made_at, reverse=True)


def orphans(visit: Visit) -> frozenset[str]:
    """The ids of the links that are open though their maker may share what they show no more, for whoever manages people."""
    visit.require("manage people")
    with visit.reading() as cursor:
        return _orphans(cursor, links(cursor), visit.now)


def _orphans(cursor: Cursor, known: Sequence[ShareLink], now: datetime) -> frozenset[str]:
    still_open = [one for one in known if one.opens(now) and one.made_by not in ("", LOCAL_ADMINISTRATOR.id)]
    makers = (person_by_id(cursor, one) for one in {link.made_by for link in still_open})
    grants = {one.id: grants_of(cursor, one) for one in makers if one and one.email and not one.erased}

    def shares(link: ShareLink) -> bool:
        return all(any(one.gives("share", about) for one in grants.get(link.made_by, ())) for about in link.partnerships)

    return frozenset(one.id for one in still_open if not shares(one))


def sharing(visit: Visit, views: Sequence[ShareLink]) -> list[Listed]:
    """The links to manage that open a view (each way to share it is one of `views`) now, or did until this person ended them just now."""
    page, about, domain, thing = views[0].page, set(views[0].partnerships), views[-1].domain, views[0].thing

    def opens(link: ShareLink) -> bool:
        shows = page in link.pages and about <= set(link.partnerships) and link.domain in ("", domain) and link.thing in ("", thing)
        return shows and (link.opens(visit.now) or _just_ended(visit, link))

    return [one for one in managed(visit) if opens(one.link)]


def set_state(visit: Visit, link_id: str, state: LinkState) -> ShareLink:
    """Pause, resume or end a link; what ended stays ended."""
    return _changed(visit, link_id, lambda link: link if link.state == "revoked" else replace(link, state=state), widens=state == "live")


def undo_end(visit: Visit, link_id: str) -> ShareLink:
    """Open a link again that this person ended a few seconds ago; raises LinkHasEnded afterwards."""

    def opened_again(link: ShareLink) -> ShareLink:
        if not _just_ended(visit, link):
            raise LinkHasEnded
        with visit.reading() as cursor:
            *_, before, _ended = versions(cursor, ShareLink, "CAST(r.id AS VARCHAR) = ?", [link_id])
        return replace(link, state=before.state)

    return _changed(visit, link_id, opened_again, widens=True)


def _just_ended(visit: Visit, link: ShareLink) -> bool:
    ended_here = link.state == "revoked" and link.recorded_by == visit.person.id and link.recorded_at is not None
    return ended_here and link.recorded_at is not None and visit.now - link.recorded_at <= UNDO_KEPT


def extend(visit: Visit, link_id: str, days: int = USUAL_DAYS) -> ShareLink:
    """Let a link live so many days from now."""
    until = end_of(visit.today + timedelta(days=days)).replace(microsecond=0)
    return _changed(visit, link_id, lambda link: replace(link, expires_at=max(until, link.expires_at)), widens=True)


def rotate(visit: Visit, link_id: str) -> tuple[ShareLink, str]:
    """Give a link a new secret; the address before it opens nothing any more, here and in browsers that hold it."""
    token = new_token()
    return _changed(visit, link_id, lambda link: replace(link, token_hash=token_hash(token)), widens=True), token


def _changed(visit: Visit, link_id: str, change: Callable[[ShareLink], ShareLink], widens: bool) -> ShareLink:
    with visit.reading() as cursor:
        link = links_by_id(cursor, [link_id]).get(link_id)
    if link is None or not visit.may_manage(link):
        raise ThingNotFound(value=link_id[:40])
    # Whoever lost a partnership may still end what they shared of it, but not open it anew.
    if widens and visit.seen is not None and not visit.seen.issuperset(link.partnerships):
        raise NotShared
    wanted = change(link)
    if wanted == link:
        return link
    problems = [one for one in link_problems(wanted, "", visit.now) if one.field == "expires_at"] if wanted.expires_at != link.expires_at else []
    if problems:
        raise Invalid(tuple(problems))
    with visit.change_link(link, f"{wanted.state} {link.page}") as writing:
        [stored] = append(writing, [wanted])
    return stored


def of_token(database: Database, token: str, now: datetime) -> ShareLink:
    """The link that a secret opens; raises LinkNotOpen, the same for unknown, paused, ended and expired ones."""
    # A secret of another shape is looked up all the same, so that time tells nothing of shapes either.
    hashed = token_hash(token[: 2 * TOKEN_LENGTH])
    with database.reading() as cursor:
        link = link_by_token(cursor, hashed)
    if link is None or not same(link.token_hash, hashed) or not link.opens(now):
        raise LinkNotOpen
    return link


def open_with(database: Database, link: ShareLink, pin: str, now: datetime, browser: str = "here", client: str = "") -> Held:
    """What a browser holds after opening a link; raises PinWrong or PinLocked."""
    if link.pin_hash:
        try_pin(database, link, pin, now, browser, client)
    event.note(database, now, "", OPENED, link.id)
    return Held(link.id, link.token_hash, link.pin_hash)


def address_of(link: ShareLink) -> str:
    """The path that a link opens: its page with everything it was shared with."""
    query = f"{link.query}&" if link.query else ""
    frozen = f"&{urlencode({'asof': link.as_of.isoformat()})}" if link.as_of else ""
    return f"/{link.page}?{query}lang={link.language}{frozen}"


def home(visit: Visit) -> str:
    """Where the newest link that this browser holds, and that still opens, leads to; "" when there is none."""
    held = [one.id for one in visit.credentials.links]
    with visit.reading() as cursor:
        known = links_by_id(cursor, held) if held else {}
    granted = {one.link for one in visit.identity.grants}
    return next((address_of(known[one]) for one in reversed(held) if one in known and one in granted), "")


def within_links(held: Sequence[Held], new: Held) -> tuple[Held, ...]:
    """What a browser holds with one more link, each once."""
    return (*(one for one in held if one.id != new.id), new)
