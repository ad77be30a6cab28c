"""The comparison of one domain as markup: tabs, table, late milestones and the ladder."""

from integration.i18n.formats import NOTHING
from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined, nav_link
from integration.ui.kit.panels import depth_pips, fold, heading
from integration.ui.kit.table import table, untitled
from integration.ui.kit.verdict import badge, rules
from integration.views.kit.table import bare, words_of
from integration.views.portfolio.domain import Compared, DomainView


def domain_heading(visit: Visit, view: DomainView) -> None:
    """The domain's name, and the way to the other three."""
    links = (nav_link(name, href=href, aria_current="page" if here else None) for name, href, here in view.tabs)
    standing = el("p", view.standing, class_="standing") if view.standing else joined()
    heading(view.title, view.subtitle, standing, el("nav", *links, class_="tabs", aria_label=visit.reader.say("Domain")))


def compared_table(visit: Visit, view: DomainView, limits: Thresholds) -> None:
    """The ranking in numbers."""
    say, rows = visit.reader.say, view.furthest
    drawn = {
        "depth": [depth_pips(one.levels, one.depth_words) for one in rows],
        "computed": [_verdict(one) for one in rows],
        "reported": [joined(el("span", one.letter, class_=f"letter {one.colour}", aria_hidden="true"), " ", one.colour_words) for one in rows],
    }
    shown = el("p", say("The first {shown} of {total}; download the table for all.", shown=len(rows), total=view.total), class_="small muted")
    numbers = table(visit.language, view.ranking, drawn), shown if view.total > len(rows) else None, rules(say, visit, limits)
    show(fold(say("In numbers"), "compared", *numbers), key="compared")


def _verdict(one: Compared) -> Markup:
    return (
        joined(badge(one.verdict), " ", one.verdict.name, el("div", f"{one.verdict.reason}. {one.verdict.since}".removesuffix(". "), class_="small muted"))
        if one.verdict
        else joined(NOTHING)
    )


def late_table(visit: Visit, view: DomainView) -> None:
    """Milestones that are commonly late."""
    show(fold(view.late.title, "late", untitled(visit.language, view.late)), key="late")


def ladder_table(visit: Visit, view: DomainView) -> None:
    """The depth ladder in this domain's words, with how many stand and aim where."""
    steps = [joined(el("strong", f"{bare(row[0])} "), words_of(row[0], visit.language)) for row in view.ladder.rows]
    show(fold(view.ladder.title, "ladder", untitled(visit.language, view.ladder, {"step": steps})), key="ladder")
