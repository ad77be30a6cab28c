"""What saving changes: the edits in words, what the committee will see before and after, and what moves along, folded."""

from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.services.portfolio.partnership import Dossier
from integration.services.portfolio.supposing import supposed
from integration.ui.forms.messages import sentences
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.verdict import badge
from integration.ui.plan.week.ripple import ripple_fold
from integration.ui.plan.week.saving import Typed, names_of
from integration.views.plan.committee import CommitteeLine, committee_lines
from integration.views.plan.ripple import RippleView
from integration.views.plan.update import will_change


def committee_panel(visit: Visit, dossier: Dossier, typed: Typed, view: RippleView | None) -> None:
    """Say what will change in the plan, what a committee reads otherwise afterwards, and what moves along."""
    say = visit.reader.say
    if typed.changes:
        sentences(say("This will change"), will_change(visit.reader, typed.changes, names_of(dossier)), "will-change")
    if not typed.changes and not typed.told:
        return
    found = supposed(visit, dossier.partnership, dossier.milestones, [after for _, after in typed.changes], typed.told)
    lines = committee_lines(visit.reader, *found, thresholds.read(visit)) if found else []
    rows = [el("tr", el("td", el("strong", one.about)), _cell(one, 0, say("Now")), _cell(one, 1, say("After saving"))) for one in lines]
    head = el("thead", el("tr", el("th"), el("th", say("Now"), scope="col"), el("th", say("After saving"), scope="col")))
    table = el("table", head, el("tbody", *rows), class_="plain stack") if rows else el("p", say("No colour or figure changes by this."), class_="muted")
    show(joined(el("h3", say("What the committee will see")), table, ripple_fold(say, view) if view else None), key="committee")


def _cell(line: CommitteeLine, at: int, label: str) -> Markup:
    words = (line.before, line.after)[at]
    return el("td", badge(line.colours[at]) if line.colours else None, " ", words, data_label=label)
