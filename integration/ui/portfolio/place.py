"""A partnership as a place, as markup: the header and the tabs above each of its pages."""

from integration.measures.portfolio import Portfolio
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.services.meeting import handed_out
from integration.services.portfolio import place as places
from integration.services.portfolio import portfolio, since_when, thresholds
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.verdict import badge
from integration.views.portfolio.place import PlaceView, place_view


def place(visit: Visit, partnership: Partnership, *more: Markup | None) -> None:
    """The header of every page about this partnership, and what else belongs to the heading of this one."""
    opens = places.opens(visit, partnership.id)
    # Measuring every partnership takes longest of all, so it is done only for who is told how this one stands.
    told = "partnership" in opens
    row = _row(since_when.told(visit, portfolio.read(visit), [partnership.id]), partnership.id) if told else None
    prepared = handed_out.prepared(visit).get(partnership.id) if told else None
    view = place_view(visit.reader, partnership, row, thresholds.read(visit), opens, prepared)
    show(joined(_header(visit, view), *more), key="heading")


def _row(read: Portfolio, about: str) -> object | None:
    rows = read.partnerships
    sound = about in rows.index and not rows.broken[about]
    return next(read.timed.partnerships.loc[[about]].itertuples(index=False)) if sound else None


def _header(visit: Visit, view: PlaceView) -> Markup:
    verdict = [badge(view.verdict), " ", el("strong", view.verdict.name), f" – {view.reason}. {view.verdict.since}".rstrip()] if view.verdict else []
    words = el("p", *verdict, " " if verdict else None, el("span", view.meeting, class_="muted nowrap") if view.meeting else None)
    links = (anchor(one.name, href=one.href, aria_current="page" if one.here else None) for one in view.tabs)
    tabs = el("nav", *links, class_="places", aria_label=visit.reader.say("This partnership")) if view.tabs else None
    return el("header", el("h1", view.title), words if verdict or view.meeting else None, tabs, class_="place")
