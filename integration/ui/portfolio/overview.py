"""The portfolio's first screen: one sentence, what waits for a decision, and what turned since the last meeting."""

from collections.abc import Sequence

from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.verdict import cliff_warning_list
from integration.ui.portfolio.committee_lists import lines_of
from integration.views.kit.address import address
from integration.views.portfolio.committee_lists import SteeringView
from integration.views.portfolio.portfolio import PortfolioView
from integration.views.portfolio.turned import BETTER, Turn

SHOWN = 3


def standing(view: PortfolioView) -> Markup:
    """The title, the day, and how everything stands in one sentence."""
    day = el("p", view.day, class_="lead")
    return joined(el("h1", view.title), day, el("p", view.sentence, class_="standing") if view.sentence else None)


def deciding(visit: Visit, view: PortfolioView, steering: SteeringView | None) -> Markup:
    """The decisions that wait (of registers that this person may read), and what to decide before when."""
    say = visit.reader.say
    steers = any(grant.role == "steering" for grant in visit.grants)
    cliffs = cliff_warning_list(say, view.cliff_warnings, named=True, most=1)
    found = lines_of(steering.decisions[:SHOWN], True, say("No decision waits.")) if steering else None
    nothing = el("p", say("No decision waits."), class_="muted") if not (found or cliffs) else None
    title = say("Your decisions") if steers else say("Decisions that wait")
    return el("section", el("h2", title), found, _all(visit, steering), nothing, cliffs, class_="pressing")


def _all(visit: Visit, steering: SteeringView | None) -> Markup | None:
    if not steering or not steering.waiting:
        return None
    say = visit.reader.say
    words = say.plural("{n} decision waits", "{n} decisions wait", steering.waiting)
    return el("p", anchor(words, href=address(visit.reader, "register"), class_="linked"), class_="small muted")


def turned_list(visit: Visit, found: Sequence[Turn], foot: Markup | None = None) -> Markup:
    """The domains that turned, worse before better; what is more than a few is folded, and the `foot` stands beside that fold."""
    say = visit.reader.say
    if not found:
        return joined(el("p", say("No colour turned."), class_="muted"), foot)
    first, rest = found[:SHOWN], found[SHOWN:]
    more = el("details", el("summary", say("and {n} more", n=len(rest))), _turns(rest), id="turned-more") if rest else None
    return joined(_turns(first), el("div", more, foot, class_="ends-with") if more or foot else None)


def _turns(found: Sequence[Turn]) -> Markup:
    return el("ul", *(_turn(one) for one in found), class_="log turns")


def _turn(one: Turn) -> Markup:
    sign = el("span", one.sign, class_=f"turn {'better' if one.sign == BETTER else 'worse'}", aria_hidden="true")
    return el("li", sign, el("div", anchor(one.words, href=one.href, class_="linked"), el("div", one.name, class_="small muted")))
