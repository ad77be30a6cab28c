"""The milestone trend of one partnership: whether what is expected holds, or slips report after report."""

from integration.charts.trend import trend_chart
from integration.services.core.visit import Visit
from integration.services.plan import timeline
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.charts import chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.panels import nothing_here, small_print
from integration.views.plan.trend import TrendView, trend_table, trend_view


def show_trend(visit: Visit, dossier: Dossier, group: str) -> None:
    """The picture and the same in a table; without a domain the key milestones."""
    say = visit.reader.say
    versions = timeline.versions_of(visit, dossier.partnership)
    view = trend_view(visit.reader, versions, group)
    if not view.lines:
        nothing_here(say("No key milestone is planned yet; choose a domain to see its milestones."))
        return
    chart(lambda dark, narrow: trend_chart(say, view, dark, narrow), "trend", view.in_words)
    words = say("Key milestones only; choose a domain to see all of it.") if not group else ""
    small_print(" ".join(filter(None, (f"{view.in_words}.", words))), "trend-note")
    _table(visit, view)
    download_table(visit, lambda: trend_table(visit.reader, versions), f"trend-{dossier.partnership.code}")


def _table(visit: Visit, view: TrendView) -> None:
    say = visit.reader.say
    labels = (say("Milestone"), say("Since it was planned"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    rows = (
        el(
            "tr",
            el("td", el("span", line.code, class_="muted small"), " ", line.title),
            el("td", line.slip_words, data_label=labels[1], class_="late-words" if line.slip > 0 else None),
        )
        for line in view.lines
    )
    show(el("table", head, el("tbody", *rows), class_="plain stack"), key="trend-table")
