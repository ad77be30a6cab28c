"""The audit as a table, newest first, and what is only counted by now."""

from typing import Any

from integration.i18n.formats import moment
from integration.services.access.audit import Trail
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.views.access.audit import about, verb_name


def trail_table(visit: Visit, trail: Trail) -> None:
    """One row per event, and the months of which only numbers are left."""
    say = visit.reader.say
    labels = (say("When"), say("Who"), say("What happened"), say("About"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    rows = (el("tr", *(el("td", words, data_label=label) for label, words in zip(labels, _cells(visit, row), strict=True))) for row in trail.rows.itertuples())
    show(el("table", head, el("tbody", *rows), class_="plain stack"), key="trail")
    if trail.months:
        show(_months(visit, trail), key="months")


def _months(visit: Visit, trail: Trail) -> Markup:
    say = visit.reader.say
    lines = (el("li", f"{f'{month:%Y-%m}'} · {verb_name(say, verb)}: {number}") for month, verb, number in trail.months)
    return el("details", el("summary", say("Longer ago, counted by month")), el("ul", *lines), id="months")


def _cells(visit: Visit, row: Any) -> tuple[str, ...]:
    return moment(row.happened_at.to_pydatetime(), visit.language), row.person or "–", verb_name(visit.reader.say, row.verb), about(row.verb, row.subject)
