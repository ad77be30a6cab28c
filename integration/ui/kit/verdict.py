"""Computed colours as markup: the badge, the schedule of a partnership, what to decide before when, and the rules behind it all."""

from collections.abc import Sequence

from integration.i18n.words import Words
from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.views.kit.address import address
from integration.views.plan.cliff_warning import CliffWarning
from integration.views.plan.schedule import ScheduleView
from integration.views.plan.verdict import Verdict, thresholds_in_words

DECISIONS_SHOWN = 5


def badge(verdict: Verdict) -> Markup:
    """A computed colour as a letter or sign on its colour."""
    return el("span", verdict.sign, class_=f"letter {verdict.colour}", aria_hidden="true")


def schedule_panel(visit: Visit, view: ScheduleView, limits: Thresholds) -> None:
    """Where the partnership stands in time, in one sentence and four numbers."""
    say = visit.reader.say
    heading = el("p", badge(view.verdict), " ", el("strong", view.verdict.name), f" – {view.verdict.reason}")
    numbers = el("dl", *(_number(*one) for one in view.numbers), class_="facts")
    finish = el("p", view.finish, ".", class_="muted") if view.finish else None
    panel = el("div", heading, el("p", view.sentence, class_="said"), finish, numbers, class_=f"panel {view.verdict.colour}")
    show(joined(el("h2", say("Plan against reality")), panel, rules(say, visit, limits)), key="schedule")


def _number(label: str, value: str, note: str) -> Markup:
    return el("div", el("dt", label), el("dd", value, el("div", note, class_="small late-words") if note else None))


def rules(say: Words, visit: Visit, limits: Thresholds) -> Markup:
    """The thresholds behind the colours, folded."""
    lines = el("ul", *(el("li", line) for line in thresholds_in_words(say, limits)))
    link = el("p", anchor(say("Thresholds and their history"), href=address(visit.reader, "settings")))
    return el("details", el("summary", say("How colours are computed")), lines, link, id="rules", class_="small")


def cliff_warning_list(say: Words, found: Sequence[tuple[CliffWarning, int]], named: bool) -> Markup | None:
    """What to decide before when; `named` tells the partnership of each."""
    if not found:
        return None
    first, rest = found[:DECISIONS_SHOWN], found[DECISIONS_SHOWN:]
    more = el("details", el("summary", say.plural("{n} more", "{n} more", len(rest))), _decisions(say, rest, named), id="later") if rest else None
    return el("section", el("h2", say("Decide before")), _decisions(say, first, named), more)


def _decisions(say: Words, found: Sequence[tuple[CliffWarning, int]], named: bool) -> Markup:
    return el("ul", *(_decision(say, one, others, named) for one, others in found), class_="log")


def _decision(say: Words, one: CliffWarning, others: int, named: bool) -> Markup:
    when = el("strong", f"▲ {one.before_words}" if one.passed else one.before_words, class_="late-words" if one.passed else None)
    late = el("span", f" ({say('this day has passed')})", class_="late-words") if one.passed else None
    subject = joined(el("span", one.partnership, class_="name"), " – ", one.subject) if named else one.subject
    more = f" · {say.plural('{n} more of this partnership', '{n} more of this partnership', others)}" if others else ""
    return el("li", when, late, ": ", anchor(subject, href=one.href, class_="linked"), el("div", one.cost, more, class_="small muted"))
