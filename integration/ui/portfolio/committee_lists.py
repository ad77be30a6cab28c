"""Three short lists for a steering committee: next meetings, decisions that wait, heaviest risks."""

from collections.abc import Sequence

from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.views.kit.address import address
from integration.views.portfolio.committee_lists import SteeringView
from integration.views.register.steering_lines import SteeringLine


def steering_panel(visit: Visit, view: SteeringView, code: str = "") -> Markup:
    """The lists beside each other; with a `code` they are of one partnership, whose name need not be said."""
    say, named = visit.reader.say, not code
    register = address(visit.reader, "register", p=code)
    waiting = address(visit.reader, "register", p=code, show="decisions" if code else "")
    decided = say.plural("{n} decision waits", "{n} decisions wait", view.waiting) + (f" · {view.waited}" if view.waited else "")
    meetings = lines_of(view.meetings, named, say("No meeting is planned."))
    decisions = joined(el("p", decided, class_="muted small"), lines_of(view.decisions, named, say("No decision waits.")))
    risks = lines_of(view.risks, named, say("No open risk is known."))
    parts = (
        _part(el("h3", say("Next meeting")), meetings, say("To the meeting") if code else "", address(visit.reader, "meeting", p=code)),
        _part(el("h3", say("Decisions that wait")), decisions, say("To the register"), waiting),
        _part(el("h3", say("Heaviest risks")), risks, say("To the register"), register),
    )
    return el("section", el("h2", say("For the steering committee")), el("div", *parts, class_="cards"))


def _part(title: Markup, body: Markup, more: str, href: str) -> Markup:
    return el("article", title, body, el("p", anchor(more, href=href, class_="linked"), class_="foot") if more else None, class_="card")


def lines_of(lines: Sequence[SteeringLine], named: bool, nothing: str) -> Markup:
    """A short list, or one sentence where there is nothing."""
    if not lines:
        return el("p", nothing, class_="muted")
    return el("ul", *(_line(one, named) for one in lines), class_="log")


def _line(one: SteeringLine, named: bool) -> Markup:
    mark = el("span", one.mark, class_=f"letter exposure {one.weight}" if one.weight else "late-words") if one.mark else None
    about = " · ".join(filter(None, (one.name if named else "", one.about)))
    return el("li", mark, " " if mark else None, anchor(one.title, href=one.href, class_="linked"), el("div", about, class_="small muted") if about else None)
