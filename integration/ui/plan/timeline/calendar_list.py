"""The timeline in words: month by month where there is only a phone's width, and as a table for who cannot or will not read the picture."""

from datetime import date
from itertools import groupby

from integration.i18n.formats import day, month_in_full
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.table import table
from integration.views.kit.table import Table
from integration.views.plan.milestone import SIGNS
from integration.views.plan.timeline import Bar, TimelineView, bar_signs, bar_table, count_table, moved_words


def month_list(visit: Visit, view: TimelineView) -> Markup:
    """The milestones by the month in which they are due, each with its bar as wide as there is room."""
    ends = [one for bar in view.bars for one in (bar.starts_on, bar.due_on, bar.expected_on)]
    first, last = min(*ends, visit.today), max(*ends, visit.today)
    ordered = sorted(view.bars, key=lambda bar: (bar.due_on, bar.code))
    months = [(when, [*bars]) for when, bars in groupby(ordered, key=lambda bar: bar.due_on.replace(day=1))]
    parts = (
        part
        for when, bars in months
        for part in (el("h3", month_in_full(when, visit.language)), el("ol", *(_milestone(visit, bar, first, last) for bar in bars)))
    )
    return el("div", *parts, class_="months")


def _milestone(visit: Visit, bar: Bar, first: date, last: date) -> Markup:
    say, whole = visit.reader.say, max((last - first).days, 1)

    def between(one: date, other: date, kind: str | None = None) -> Markup:
        return el("i", style=f"left: {100 * (one - first).days / whole:.1f}%; width: {100 * (other - one).days / whole:.1f}%", class_=kind)

    until = max(bar.expected_on, visit.today if bar.state == "late" else bar.due_on)
    slip = between(bar.due_on, until, "slip") if until > bar.due_on else None
    now = el("b", style=f"left: {100 * (visit.today - first).days / whole:.1f}%")
    words = [
        f"{SIGNS[bar.state]} {bar.state_words}",
        say("Due {day}", day=day(bar.due_on, visit.language)),
        *filter(None, [moved_words(say, bar)]),
    ]
    name = el("div", bar_signs(bar), el("span", bar.code, class_="muted small"), " ", bar.title)
    track = el("span", between(bar.starts_on, bar.due_on), slip, now, class_=f"span is-{bar.state}", aria_hidden="true")
    return el("li", name, track, el("div", " · ".join([bar.lane, *words]), class_="small muted"))


def calendar_list(visit: Visit, view: TimelineView) -> None:
    """The table under the picture, folded."""
    _folded(visit, bar_table(visit.reader, view.bars))


def calendar_counts(visit: Visit, view: TimelineView) -> None:
    """Many timelines in words: per partnership, how many milestones are in which state."""
    _folded(visit, count_table(visit.reader, view))


def _folded(visit: Visit, one: Table) -> None:
    show(el("details", el("summary", visit.reader.say("The same in a table")), table(visit.language, one), id="table"), key="calendar")
