"""Computed colours as markup: the badge, the schedule of a partnership, what to decide before when, and the rules behind it all."""

from collections.abc import Sequence

from integration.i18n.terms import definitions
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
SCHEDULE_TERMS = ("delivered", "planned by now", "work under way", "promised", "days late", "days behind", "SPI(t)", "TSPI", "gate")
COLOUR_TERMS = ("delivered", "planned by now", "work under way", "key milestone", "computed colour", "watermelon", "SPI(t)", "depth", "school-year cliff")


def badge(verdict: Verdict) -> Markup:
    """A computed colour as a letter or sign on its colour."""
    return el("span", verdict.sign, class_=f"letter {verdict.colour}", aria_hidden="true")


def schedule_panel(visit: Visit, view: ScheduleView, limits: Thresholds) -> None:
    """Where the partnership stands in time: delivered beside planned, in sentences, and why it has its colour."""
    say, why = visit.reader.say, view.why
    heading = el("p", badge(view.verdict), " ", el("strong", view.verdict.name), f" – {view.headline or view.verdict.reason}")
    reason = el("p", view.verdict.reason, class_="small") if view.headline else None
    numbers = el("dl", *(_number(*one) for one in view.numbers), class_="facts")
    finish = el("p", view.finish, ".", class_="muted") if view.finish else None
    notes = (el("p", words, class_="late-words small") for words in view.notes)
    folded = why_fold(say, why.rules, why.milestones, why.more, why.terms)
    panel = el("div", heading, reason, el("p", view.sentence, class_="said"), finish, *notes, numbers, folded, class_=f"panel {view.verdict.colour}")
    show(joined(el("h2", say("Plan against reality")), panel, rules(say, visit, limits)), key="schedule")


def why_fold(say: Words, rules: Sequence[str], milestones: Sequence[str], more: str, terms: Sequence[tuple[str, str, str]]) -> Markup:
    """Why a colour, folded: the rules that fired, the milestones that fired them, the formula with its inputs, and what the words mean."""
    fired = el("ul", *(el("li", line) for line in rules))
    causes = joined(el("p", el("strong", say("Milestones behind it"))), el("ul", *(el("li", line) for line in (*milestones, *filter(None, (more,))))))
    formula = el("dl", *(el("div", el("dt", label), el("dd", value, el("div", how, class_="small muted"))) for label, value, how in terms), class_="facts")
    parts = (fired, causes if milestones else None, formula if terms else None, term_list(say, SCHEDULE_TERMS))
    return el("details", el("summary", say("Why this colour?")), *parts, id="why", class_="small")


def term_list(say: Words, names: Sequence[str]) -> Markup:
    """What terms of trade mean, folded; the same words as in the glossary."""
    known = definitions(say)
    lines = (part for name in names for part in (el("dt", known[name][0]), el("dd", known[name][1])))
    return el("details", el("summary", say("What these words mean")), el("dl", *lines, class_="lines"), class_="small")


def _number(label: str, value: str, note: str) -> Markup:
    return el("div", el("dt", label), el("dd", value, el("div", note, class_="small late-words") if note else None))


def rules(say: Words, visit: Visit, limits: Thresholds) -> Markup:
    """The thresholds behind the colours, folded."""
    lines = el("ul", *(el("li", line) for line in thresholds_in_words(say, limits)))
    link = el("p", anchor(say("Thresholds and their history"), href=address(visit.reader, "settings")))
    return el("details", el("summary", say("How colours are computed")), lines, term_list(say, COLOUR_TERMS), link, id="rules", class_="small")


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
    when = el("strong", f"▲ {one.before_words}" if one.missed else one.before_words, class_="late-words" if one.missed else None)
    late = el("span", f" ({say('this day has passed')})", class_="late-words") if one.passed else None
    subject = joined(el("span", one.partnership, class_="name"), " – ", one.subject) if named else one.subject
    more = f" · {say.plural('{n} more of this partnership', '{n} more of this partnership', others)}" if others else ""
    return el("li", when, late, ": ", anchor(subject, href=one.href, class_="linked"), el("div", one.cost, more, class_="small muted"))
