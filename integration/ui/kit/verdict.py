"""Computed colours as markup: the badge, the schedule of a partnership, what to decide before when, and the rules behind it all."""

from collections.abc import Sequence

from integration.i18n.words import Words
from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.terms import term
from integration.views.kit.address import address
from integration.views.plan.cliff_warning import CliffWarning
from integration.views.plan.schedule import ScheduleView
from integration.views.plan.verdict import Verdict, thresholds_in_words

DECISIONS_SHOWN = 5


def badge(verdict: Verdict) -> Markup:
    """A computed colour as a letter or sign on its colour."""
    return el("span", verdict.sign, class_=f"letter {verdict.colour}", aria_hidden="true")


def schedule_panel(visit: Visit, view: ScheduleView, limits: Thresholds) -> None:
    """Where the partnership stands in time: delivered beside planned, in sentences, and why it has its colour."""
    say, why = visit.reader.say, view.why
    heading = el("p", badge(view.verdict), " ", el("strong", view.verdict.name), f" – {view.headline or view.verdict.reason}")
    reason = el("p", view.verdict.reason, class_="small") if view.headline else None
    numbers = el("dl", *(_number(say, *one) for one in view.numbers), class_="facts")
    finish = el("p", view.finish, ".", class_="muted") if view.finish else None
    notes = (el("p", words, class_="late-words small") for words in view.notes)
    folded = why_fold(say, why.rules, why.milestones, why.more, why.terms)
    panel = el("div", heading, reason, el("p", view.sentence, class_="said"), finish, *notes, numbers, folded, class_=f"panel {view.verdict.colour}")
    show(joined(el("h2", say("Plan against reality")), panel, rules(say, visit, limits)), key="schedule")


def why_fold(
    say: Words, rules: Sequence[str], milestones: Sequence[str], more: str, terms: Sequence[tuple[str, str, str]], foot: Markup | None = None
) -> Markup:
    """Why a colour, folded: the rules that fired, the milestones that fired them, the formula with its inputs, and what else belongs to it."""
    fired = el("ul", *(el("li", line) for line in rules))
    causes = joined(el("p", el("strong", say("Milestones behind it"))), el("ul", *(el("li", line) for line in (*milestones, *filter(None, (more,))))))
    formula = el("dl", *(_formula(say, *one) for one in terms), class_="facts")
    parts = (fired, causes if milestones else None, formula if terms else None, foot)
    return el("details", el("summary", say("Why this colour?")), *parts, id="why", class_="small")


def _formula(say: Words, label: str, value: str, how: str) -> Markup:
    return el("div", el("dt", term(say, label)), el("dd", value, el("div", how, class_="small muted")))


def _number(say: Words, label: str, value: str, note: str) -> Markup:
    return el("div", el("dt", term(say, label)), el("dd", value, el("div", note, class_="small muted") if note else None))


def rules(say: Words, visit: Visit, limits: Thresholds) -> Markup:
    """The thresholds behind the colours, folded."""
    lines = el("ul", *(el("li", line) for line in thresholds_in_words(say, limits)))
    link = el("p", anchor(say("Thresholds and their history"), href=address(visit.reader, "settings")))
    return el("details", el("summary", say("How colours are computed")), lines, link, id="rules", class_="small")


def cliff_warning_list(say: Words, found: Sequence[tuple[CliffWarning, int]], named: bool, most: int = DECISIONS_SHOWN) -> Markup | None:
    """What to decide before when; `named` tells the partnership of each, what is more than `most` is folded."""
    if not found:
        return None
    first, rest = found[:most], found[most:]
    more = el("details", el("summary", say.plural("{n} more", "{n} more", len(rest))), _decisions(say, rest, named), id="later") if rest else None
    return el("section", el("h2" if named else "h3", term(say, say("Decide before"))), _decisions(say, first, named), more)


def _decisions(say: Words, found: Sequence[tuple[CliffWarning, int]], named: bool) -> Markup:
    return el("ul", *(_decision(say, one, others, named) for one, others in found), class_="log")


def _decision(say: Words, one: CliffWarning, others: int, named: bool) -> Markup:
    when = el("strong", one.before_words, class_="late-words" if one.missed else None)
    late = el("span", f" ({say('this day has passed')})", class_="late-words") if one.passed else None
    subject = joined(el("span", one.partnership, class_="name"), " – ", one.subject) if named else one.subject
    more = f" · {say.plural('{n} more of this partnership', '{n} more of this partnership', others)}" if others else ""
    return el("li", when, late, ": ", anchor(subject, href=one.href, class_="linked"), el("div", one.cost, more, class_="small muted"))
