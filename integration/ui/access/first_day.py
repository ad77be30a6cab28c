"""The first day: the steps of a new installation, where nothing is ticked by hand, and the line that leads on from where one is."""

from integration.services.core.visit import Visit
from integration.services.portfolio import first_day
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el
from integration.views.kit.address import address
from integration.views.portfolio.first_day import StepRow, step_rows


def first_day_list(visit: Visit) -> None:
    """Every step with where it is done, while any is left."""
    say, found = visit.reader.say, first_day.read(visit)
    if found is None:
        return
    rows = step_rows(visit.reader, first_day.STEPS, frozenset(found.done), found.code)
    left = say("{done} of {all} done; each is ticked once it is there.", done=len(found.done), all=len(rows))
    title = el("h2", say("First steps"), id="first-steps")
    show(el("section", title, el("p", left, class_="muted small"), el("ol", *map(_step, rows), class_="steps"), class_="panel"), key="first-day")


def _step(row: StepRow) -> Markup:
    name = el("strong", row.name) if row.done else anchor(row.name, href=row.href, class_="linked")
    mark = el("span", "✓ " if row.done else "→ " if row.next else "○ ", class_="sign", aria_hidden="true")
    return el("li", mark, name, " – ", el("span", row.words, class_="muted"), class_="ticked" if row.done else None)


def first_day_line(visit: Visit) -> None:
    """How far the first day is, what comes next, and the way back to the list."""
    say, found = visit.reader.say, first_day.read(visit)
    if found is None:
        return
    rows = step_rows(visit.reader, first_day.STEPS, frozenset(found.done), found.code)
    coming = next(one for one in rows if one.next)
    whole = anchor(say("First steps"), href=address(visit.reader, "portfolio"))
    done = say("{done} of {all} done", done=len(found.done), all=len(rows))
    show(el("p", whole, f": {done} · ", say("next:"), " ", anchor(coming.name, href=coming.href), class_="notice small"), key="first-day")
