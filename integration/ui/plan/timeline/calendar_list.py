"""The timeline in words: the same milestones as a table, for who cannot or will not read the picture."""

from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.views.plan.timeline import TimelineView, timeline_words


def calendar_list(visit: Visit, view: TimelineView) -> None:
    """The table under the picture, folded."""
    say = visit.reader.say
    labels = (say("Milestone"), say("Domain"), say("Due"), say("State"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    rows = (
        el(
            "tr",
            el("td", el("span", code, class_="muted small"), " ", title),
            el("td", lane, data_label=labels[1]),
            el("td", due, data_label=labels[2]),
            el("td", state, data_label=labels[3]),
        )
        for code, title, lane, due, state in timeline_words(visit.reader, view.bars)
    )
    show(el("details", el("summary", say("The same in a table")), el("table", head, el("tbody", *rows), class_="plain stack"), id="table"), key="calendar")


def calendar_counts(visit: Visit, view: TimelineView) -> None:
    """Many timelines in words: per partnership, how many milestones are in which state."""
    say = visit.reader.say
    labels = [marks.name for marks in view.marks]
    head = el("thead", el("tr", el("th", say("Partnership"), scope="col"), *(el("th", label, scope="col", class_="n") for label in labels)))
    rows = (
        el("tr", el("td", name), *(el("td", marks.lines.count(line), data_label=marks.name, class_="n") for marks in view.marks))
        for line, name in enumerate(view.lines)
    )
    show(el("details", el("summary", say("The same in a table")), el("table", head, el("tbody", *rows), class_="plain stack"), id="table"), key="calendar")
