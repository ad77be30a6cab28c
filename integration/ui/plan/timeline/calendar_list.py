"""The timeline in words: the same milestones as a table, for who cannot or will not read the picture."""

from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.table import table
from integration.views.kit.table import Table
from integration.views.plan.timeline import TimelineView, bar_table, count_table


def calendar_list(visit: Visit, view: TimelineView) -> None:
    """The table under the picture, folded."""
    _folded(visit, bar_table(visit.reader, view.bars))


def calendar_counts(visit: Visit, view: TimelineView) -> None:
    """Many timelines in words: per partnership, how many milestones are in which state."""
    _folded(visit, count_table(visit.reader, view))


def _folded(visit: Visit, one: Table) -> None:
    show(el("details", el("summary", visit.reader.say("The same in a table")), table(visit.language, one), id="table"), key="calendar")
