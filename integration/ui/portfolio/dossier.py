"""The dossier of a partnership as markup: its heading, domain cards, milestones, reports and changes."""

from collections.abc import Sequence

from integration.i18n.words import Words
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.table import table
from integration.views.plan.check_in import CheckInRow
from integration.views.plan.milestone import MilestoneRow
from integration.views.portfolio.partnership import MilestoneGroup, PartnershipView


def milestone_groups(visit: Visit, groups: Sequence[MilestoneGroup]) -> None:
    """The milestones by domain, folded."""
    say = visit.reader.say
    title = el("h2", say("Milestones"))
    if not groups:
        show(
            joined(title, el("p", say("No milestone is planned yet. The lead can start from the plan template on the Update page."), class_="notice")),
            key="milestones",
        )
        return
    done = sum(group.done for group in groups), sum(group.planned for group in groups)
    counted = el("span", say("{done} of {total} done", done=done[0], total=done[1]), class_="muted small")
    fold = el("details", el("summary", say("Milestones"), " ", counted), *(_group(say, group) for group in groups), id="milestones", class_="nested")
    show(fold, key="milestones")


def _group(say: Words, group: MilestoneGroup) -> Markup:
    summary = el("summary", group.name, " ", el("span", group.counted, class_="muted small"))
    drawn = {"state": [_state(row) for row in group.rows], "due": [_due(row) for row in group.rows]}
    names = [f"milestone.{row.code}" for row in group.rows]
    return el("details", summary, table(say.language, group.table, drawn, names), id=f"group-{group.key}")


def _state(row: MilestoneRow) -> Markup:
    words = row.state_words if row.state in ("done", "cancelled", "waiting") else f"{row.state_words} · {row.credit.lower()}"
    return el("span", el("span", row.sign, aria_hidden="true"), words, class_="state late-words" if row.state == "late" else "state")


def _due(row: MilestoneRow) -> Markup:
    late = el("div", row.late, class_="small late-words") if row.late else None
    forecast = el("div", row.forecast, class_="small muted") if row.forecast else None
    return joined(el("span", row.due, class_="nowrap"), late, forecast)


def dossier_folds(visit: Visit, view: PartnershipView) -> None:
    """What is looked up now and then, folded: the latest check-ins, and the facts with their history."""
    say = visit.reader.say
    log = el("ul", *(el("li", _report(row, say("a correction")), data_at=f"report.{row.id}") for row in view.reports), class_="log")
    reports = el("details", el("summary", say("Latest check-ins")), log, id="reports") if view.reports else None
    facts = el("dl", *(el("div", el("dt", name), el("dd", value)) for name, value in view.facts), class_="facts")
    past = nav_link(say("History"), href=view.history_href)
    about = el("details", el("summary", say("About this partnership")), el("p", view.partners), facts, el("p", past) if past else None, id="about")
    show(joined(reports, about), key="folds")


def _report(row: CheckInRow, corrected_words: str) -> Markup:
    letter = el("span", row.letter, class_=f"letter {row.colour}", aria_hidden="true")
    text = joined(*(el("div", el("span", f"{label}: ", class_="muted"), words) for label, words in row.lines))
    about = " · ".join(filter(None, (row.colour_words.lower(), row.confidence, row.when)))
    remarks = el("div", anchor(row.comments, href=row.href, class_="linked"), class_="small") if row.comments else None
    said = joined(letter, " ", el("strong", row.domain), " ", el("span", about, class_="small muted"))
    if row.struck:
        return joined(el("s", said), " ", el("span", row.struck, class_="small late-words"), el("s", text), remarks)
    corrects = el("span", f" · {corrected_words}", class_="small muted") if row.corrected else None
    return joined(said, corrects, text, remarks)
