"""Short lists for a steering committee: next meetings, heaviest risks, and how a line of such a list is drawn."""

from collections.abc import Sequence

from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, anchor, el
from integration.ui.kit.panels import fold
from integration.views.kit.address import address
from integration.views.portfolio.committee_lists import SteeringView
from integration.views.register.steering_lines import SteeringLine


def coming_and_heaviest(visit: Visit, view: SteeringView) -> Markup:
    """The next meetings and the heaviest risks of several partnerships, each under a fold."""
    say = visit.reader.say
    risks = lines_of(view.risks, True, say("No open risk is known."))
    register = el("p", anchor(say("To the register"), href=address(visit.reader, "register"), class_="linked"), class_="small")
    return el(
        "div",
        fold(say("Next meetings"), "meetings", lines_of(view.meetings, True, say("No meeting is planned."))),
        fold(say("Heaviest risks"), "risks", risks, register),
        class_="pair",
    )


def lines_of(lines: Sequence[SteeringLine], named: bool, nothing: str) -> Markup:
    """A short list, or one sentence where there is nothing."""
    if not lines:
        return el("p", nothing, class_="muted")
    return el("ul", *(_line(one, named) for one in lines), class_="log")


def _line(one: SteeringLine, named: bool) -> Markup:
    mark = el("span", one.mark, class_=f"letter exposure {one.weight}" if one.weight else "late-words") if one.mark else None
    about = " · ".join(filter(None, (one.name if named else "", one.about)))
    return el("li", mark, " " if mark else None, anchor(one.title, href=one.href, class_="linked"), el("div", about, class_="small muted") if about else None)
