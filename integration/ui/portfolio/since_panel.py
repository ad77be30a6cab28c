"""Since the last meeting, on the portfolio: the domains that turned, and what weighs most where few did."""

from integration.measures.portfolio import Portfolio
from integration.services.changes import since
from integration.services.core.visit import Visit
from integration.ui.changes.since_list import since_groups, since_heading
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.portfolio.overview import SHOWN, turned_list
from integration.views.changes.since import SinceGroup, partnership_groups
from integration.views.kit.address import address
from integration.views.portfolio.portfolio import PortfolioView


def since_panel(visit: Visit, view: PortfolioView, read: Portfolio, asked: str, when: str) -> Markup:
    """The panel; `asked` is the day in the address ("" for none: then it is short), `when` that day or meeting in words."""
    say, short = visit.reader.say, not asked
    heading = since_heading(visit, "portfolio", asked or since.MEETING, when, title=say("Since the last meeting") if asked in ("", since.MEETING) else "")
    if short and len(view.turns) >= SHOWN:
        return el("section", heading, turned_list(visit, view.turns, _everything(visit)))
    found, touched = since.many(visit, view.ids, asked or since.MEETING)
    groups = partnership_groups(visit.reader, found, read)
    if short:
        weighty = [el("li", _heaviest(one)) for one in groups[: SHOWN - len(view.turns)] if one.lines]
        return el("section", heading, turned_list(visit, view.turns), el("ul", *weighty, class_="log") if weighty else None, _everything(visit))
    return el("section", heading, turned_list(visit, view.turns), since_groups(visit, groups, touched - len(found)))


def _heaviest(group: SinceGroup) -> Markup:
    return joined(anchor(group.lines[0].line.sentence, href=group.lines[0].href, class_="linked"), el("div", group.name, class_="small muted"))


def _everything(visit: Visit) -> Markup:
    href = address(visit.reader, "portfolio", since=since.MEETING)
    return el("p", anchor(visit.reader.say("Everything that changed"), href=href, class_="linked"), class_="small")
