"""The comparison of one domain as markup: tabs, table, late milestones and the ladder."""

from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.panels import depth_pips, heading
from integration.ui.kit.verdict import badge, rules
from integration.views.portfolio.domain import Compared, DomainView


def domain_heading(visit: Visit, view: DomainView) -> None:
    """The domain's name, and the way to the other three."""
    links = (nav_link(name, href=href, aria_current="page" if here else None) for name, href, here in view.tabs)
    heading(view.title, view.subtitle, el("nav", *links, class_="tabs", aria_label=visit.reader.say("Domain")))


def compared_table(visit: Visit, view: DomainView, limits: Thresholds) -> None:
    """The ranking in numbers."""
    say = visit.reader.say
    labels = (say("Partnership"), say("Delivered, planned by now"), say("Depth"), say("Computed"), say("Reported"), say("Overdue"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    shown = el("p", say("The first {shown} of {total}; download the table for all.", shown=len(view.furthest), total=view.total), class_="small muted")
    body = el("tbody", *(_compared(labels, one) for one in view.furthest))
    show(joined(el("table", head, body, class_="plain stack"), shown if view.total > len(view.furthest) else None, rules(say, visit, limits)), key="compared")


def _compared(labels: tuple[str, ...], one: Compared) -> Markup:
    colour = joined(el("span", one.letter, class_=f"letter {one.colour}", aria_hidden="true"), " ", one.colour_words)
    verdict = joined(badge(one.verdict), " ", one.verdict.name, el("div", one.verdict.reason, class_="small muted")) if one.verdict else joined("–")
    return el(
        "tr",
        el("td", anchor(one.name, href=one.href)),
        el("td", one.pair or "–", data_label=labels[1]),
        el("td", depth_pips(one.levels, one.depth_words), data_label=labels[2]),
        el("td", verdict, data_label=labels[3]),
        el("td", colour, data_label=labels[4]),
        el("td", f"▲ {one.overdue}" if one.overdue else "–", data_label=labels[5], class_="late-words" if one.overdue else None),
    )


def late_table(visit: Visit, view: DomainView) -> None:
    """Milestones that are commonly late."""
    say = visit.reader.say
    title = el("h2", say("Commonly late"))
    if not view.late:
        show(joined(title, el("p", say("No milestone of this domain has been late."), class_="notice")), key="late")
        return
    labels = (say("Milestone"), say("Late in"), say("Median days late"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    rows = (
        el(
            "tr",
            el("td", el("span", one.code, class_="muted small"), " ", one.title),
            el("td", one.late, data_label=labels[1]),
            el("td", one.days, data_label=labels[2]),
        )
        for one in view.late
    )
    show(joined(title, el("table", head, el("tbody", *rows), class_="plain stack")), key="late")


def ladder_table(visit: Visit, view: DomainView) -> None:
    """The depth ladder in this domain's words, with how many stand and aim where."""
    say = visit.reader.say
    labels = (say("Step"), say("In this domain"), say("Stand here"), say("Aim here"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    rows = (
        el(
            "tr",
            el("td", el("strong", f"{step.level} "), step.name),
            el("td", step.meaning),
            el("td", step.standing, data_label=labels[2]),
            el("td", step.aiming, data_label=labels[3]),
        )
        for step in view.ladder
    )
    show(joined(el("h2", say("The depth ladder")), el("table", head, el("tbody", *rows), class_="plain stack")), key="ladder")
