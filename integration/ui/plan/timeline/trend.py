"""The milestone trend of one partnership: whether what is expected holds, or slips report after report."""

from integration.charts.trend import trend_chart, trend_plot
from integration.services.core.visit import Visit
from integration.services.plan import timeline
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.panels import nothing_here, small_print
from integration.ui.kit.table import table
from integration.views.plan.trend import slip_table, trend_table, trend_view


def show_trend(visit: Visit, dossier: Dossier, group: str) -> None:
    """The picture and the same in a table; without a domain the key milestones."""
    say = visit.reader.say
    versions = timeline.versions_of(visit, dossier.partnership)
    view = trend_view(visit.reader, versions, group)
    if not view.lines:
        nothing_here(say("No key milestone is planned yet; choose a domain to see its milestones."))
        return
    title = f"{dossier.partnership.name.reading(visit.language)} – {say('Milestone trend')}: {view.in_words}"
    plot = trend_plot(say, view)
    chart(visit, Chart("trend", title, view.in_words, lambda width: trend_chart(say, plot, width), plot))
    words = say("Key milestones only; choose a domain to see all of it.") if not group else ""
    small_print(" ".join(filter(None, (f"{view.in_words}.", words))), "trend-note")
    show(table(visit.language, slip_table(visit.reader, view)), key="trend-table")
    download_table(visit, lambda: trend_table(visit.reader, versions), f"trend-{dossier.partnership.code}")
