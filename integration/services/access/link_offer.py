"""What can be shared of a view: from the page and its address to the kinds of link that fit, each exactly what is on screen."""

from datetime import datetime, time, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from integration.errors import NotShared, ThingNotFound
from integration.model.access.share_link import SHAREABLE, USUAL_DAYS, LinkKind, ShareLink
from integration.model.domain import DOMAINS
from integration.services.core.visit import Visit
from integration.services.meeting import handed_out
from integration.services.pack import pack
from integration.services.portfolio import partnership, portfolio
from integration.views.portfolio.portfolio import PortfolioChoices, matching_rows

ONE = {"partnership": "partnership", "timeline": "partnership", "foundation": "foundation", "mirror": "foundation"}
LEFT_OUT = ("lang", "asof", "history")


def offered_links(visit: Visit, view: str) -> list[ShareLink]:
    """The links that could be made of a view (its path with its query), the widest first; raises ThingNotFound."""
    parts = urlsplit(view)
    page, asked = parts.path.strip("/") or "portfolio", dict(parse_qsl(parts.query))
    if page not in SHAREABLE:
        raise ThingNotFound(value=page[:40])
    query = urlencode({name: value for name, value in asked.items() if name not in LEFT_OUT})
    kinds = _kinds(page, asked)
    ids = _ids(visit, page, asked)
    if not ids:
        raise NotShared
    until = datetime.combine(visit.today + timedelta(days=USUAL_DAYS), time(23, 59, 59))
    domain = asked.get("d", DOMAINS[0]) if page == "domain" else ""
    thing = _thing(visit, page, asked)
    if page == "agenda":
        query = urlencode({"p": asked.get("p", ""), "m": thing})
    common = {"page": page, "query": query, "partnerships": ids, "thing": thing, "language": visit.language, "expires_at": until, "made_at": visit.now}
    return [ShareLink(kind=kind, domain=domain if kind == "domain" else "", **common) for kind in kinds]  # type: ignore[arg-type]


def _thing(visit: Visit, page: str, asked: dict[str, str]) -> str:
    """The one pack or meeting that a view shows; an address without a meeting shows the one that comes, and a link goes on showing that one."""
    if page == "agenda":
        return handed_out.of(visit, partnership.find(visit, asked.get("p", "")), asked.get("m", "")).id
    return asked.get("id", "") if page == "pack" else ""


def _kinds(page: str, asked: dict[str, str]) -> tuple[LinkKind, ...]:
    if page == "domain":
        return ("domain",)
    if asked.get("p"):
        wide: LinkKind | None = ONE.get(page)  # type: ignore[assignment]
        return (wide, "page") if wide else ("page",)
    return ("portfolio", "page") if page in ("portfolio", "timeline") else ("page",)


def _ids(visit: Visit, page: str, asked: dict[str, str]) -> tuple[str, ...]:
    if page == "pack" and asked.get("id"):
        return pack.find(visit, asked["id"]).members
    if code := asked.get("p"):
        return (partnership.find(visit, code).id,)
    read = portfolio.read(visit)
    if page != "portfolio":
        return tuple(read.partnerships.index)
    wanted = PortfolioChoices(search=asked.get("q", ""), organisation=asked.get("organisation", ""), phase=asked.get("phase", ""))
    return tuple(matching_rows(read, wanted).index)
