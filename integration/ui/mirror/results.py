"""The results of a closed round: dumbbells, a table, remarks, the trend, and what is made of a gap."""

from collections.abc import Sequence

from integration.charts.mirror import WIDEST, drawn_rows, mirror_chart
from integration.model.mirror import MirrorRound
from integration.services.core.visit import Visit
from integration.services.mirror import follow_up, mirror
from integration.services.portfolio.partnership import Dossier
from integration.ui.changes.history_drawer import past_links
from integration.ui.kit.charts import Chart, chart_markup
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import fold, small_print
from integration.ui.kit.table import table
from integration.ui.mirror.follow_up import follow_up_form
from integration.views.mirror.mirror import MirrorRow, MirrorView, Outcome, earlier_follow_ups, mirror_table, mirror_view, trend_view

MARKS = {"strength": ("green", "S"), "shared gap": ("amber", "G"), "blind spot": ("red", "B"), "talk first": ("red", "!")}


def show_results(visit: Visit, dossier: Dossier, rounds: Sequence[MirrorRound], outcome: Outcome) -> None:
    """What both partners see of each other."""
    say = visit.reader.say
    later = mirror.latest_result(visit, dossier.partnership.id)
    newer = later if later and later.round.id != outcome.round.id else None
    # Whom the round asked, also when the partners are others by now.
    bodies = {one: dossier.organisations[one].name for one in outcome.round.organisations if one in dossier.organisations}
    view = mirror_view(visit.reader, outcome, bodies, follow_up.follow_ups(visit, dossier.partnership), newer, dossier.names)
    counted = " · ".join(f"{name}: {count}" for name, count in view.answered)
    show(joined(el("p", el("strong", view.sentence)), el("p", view.widest) if view.widest else None, el("p", counted, class_="muted")), key="summary")
    if any(mean is not None for row in view.rows for _, mean, _ in row.means):
        mirror_pictures(visit, view, "mirror", f"{dossier.partnership.name.reading(visit.language)} – {view.title}")
        small_print(say("Five is full agreement with the statement; a red bar is a gap of 1.5 or more."), "scale")
    if visit.may("agree", dossier.partnership.id):
        follow_up_form(visit, dossier, outcome, view)
    _earlier(visit, dossier, [found for one in rounds if (found := mirror.result(visit, one))], outcome)
    show(fold(say("In numbers"), "rows", _table(visit, view)), key="rows")
    download_table(visit, lambda: mirror_table(visit.reader, view), f"mirror-{dossier.partnership.code}")
    _trend(visit, rounds)
    if any(row.follow_up for row in view.rows):
        past_links(visit, dossier, {"follow-ups": say("History of what was made of gaps")})
    if view.remarks:
        show(remark_list(visit, view.remarks), key="remarks")


def mirror_pictures(visit: Visit, view: MirrorView, key: str, title: str) -> None:
    """The five widest gaps, and all of them one tap away."""
    say, rows, words = visit.reader.say, drawn_rows(view.rows), f"{view.sentence} {view.widest}"
    widest = Chart(key, f"{title} – {say('The widest gaps')}", words, lambda width: mirror_chart(say, rows[:WIDEST], width))
    whole = Chart(f"{key}-all", title, words, lambda width: mirror_chart(say, rows, width))
    every = el("details", el("summary", say("All {n} statements", n=len(rows))), chart_markup(visit, whole), id=f"{key}-fold") if len(rows) > WIDEST else None
    show(joined(el("h2", say("The widest gaps")), chart_markup(visit, widest), every), key=key)


def remark_list(visit: Visit, remarks: Sequence[str]) -> Markup:
    """Remarks, without who."""
    return joined(el("h2", visit.reader.say("Remarks")), el("ul", *(el("li", words) for words in remarks), class_="log"))


def _table(visit: Visit, view: MirrorView) -> Markup:
    return el("div", table(visit.language, mirror_table(visit.reader, view), {"field": [_field(row) for row in view.rows]}), class_="scroll")


def _field(row: MirrorRow) -> Markup:
    colour, letter = MARKS.get(row.field, ("", "–"))
    return el("span", el("span", letter, class_=f"letter {colour}", aria_hidden="true"), " ", row.field_words, class_="nowrap")


def _trend(visit: Visit, rounds: Sequence[MirrorRound]) -> None:
    say = visit.reader.say
    outcomes = [found for one in rounds if (found := mirror.result(visit, one))]
    if len(outcomes) < 2:
        return
    trend = trend_view(visit.reader, outcomes)
    title = el("summary", say("Shared score over the rounds, for statements asked in the same words"))
    scores = table(visit.language, trend.scores) if trend.scores.rows else None
    show(el("details", title, el("p", trend.left_out, class_="muted") if trend.left_out else None, scores, id="trend"), key="trend")


def _earlier(visit: Visit, dossier: Dossier, outcomes: Sequence[Outcome], outcome: Outcome) -> None:
    lines = earlier_follow_ups(visit.reader, outcomes, outcome, follow_up.follow_ups(visit, dossier.partnership), dossier.names)
    if lines:
        items = (el("li", el("strong", text), el("div", told, class_="small")) for text, told in lines)
        show(joined(el("h2", visit.reader.say("What was made of earlier gaps")), el("ul", *items, class_="log")), key="earlier")
