"""The audit as a table, newest first, and what is only counted by now."""

from integration.services.access.audit import Trail
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.table import table
from integration.views.access.audit import audit_table, verb_name


def trail_table(visit: Visit, trail: Trail) -> None:
    """One row per event, and the months of which only numbers are left."""
    show(table(visit.language, audit_table(visit.reader, trail.rows)), key="trail")
    if trail.months:
        show(_months(visit, trail), key="months")


def _months(visit: Visit, trail: Trail) -> Markup:
    say = visit.reader.say
    lines = (el("li", f"{f'{month:%Y-%m}'} · {verb_name(say, verb)}: {number}") for month, verb, number in trail.months)
    return el("details", el("summary", say("Longer ago, counted by month")), el("ul", *lines), id="months")
