"""The S-curve of one partnership: planned, delivered, and the cone in which it will end."""

from integration.charts.curve import curve_chart, curve_plot
from integration.i18n.formats import day
from integration.measures.portfolio import Portfolio
from integration.services.core.visit import Visit
from integration.services.plan import baseline, curve, scenario
from integration.services.portfolio import thresholds
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.panels import nothing_here, small_print
from integration.ui.kit.verdict import schedule_panel
from integration.views.plan.curve import curve_table
from integration.views.plan.schedule import schedule_view


def show_curve(visit: Visit, dossier: Dossier, read: Portfolio) -> None:
    """The picture, the schedule in words, and the simulated end once there is enough history."""
    say, promises = visit.reader.say, baseline.promises(visit, dossier.partnership)
    row = next(read.timed.partnerships.loc[[dossier.partnership.id]].itertuples(index=False))
    view = curve.read(visit, dossier, read)
    if not view.planned:
        nothing_here(view.in_words)
        return
    title = f"{dossier.partnership.name.reading(visit.language)} – {say('Plan against reality')}"
    plot = curve_plot(say, view, visit.today)
    chart(visit, Chart("curve", title, view.in_words, lambda width: curve_chart(say, plot, width), plot))
    small_print(view.in_words, "curve-words")
    if not promises:
        small_print(say("There is no baseline yet, so the plan is compared with itself as it stands. Set one on the Update page."), "curve-note")
    limits, under_way = thresholds.read(visit), float(read.partnerships["mean"][dossier.partnership.id])
    schedule_panel(visit, schedule_view(visit.reader, row, limits, dossier.milestones, under_way), limits)
    small_print(_chance(visit, dossier), "chance")
    download_table(visit, lambda: curve_table(visit.reader, view), f"curve-{dossier.partnership.code}")


def _chance(visit: Visit, dossier: Dossier) -> str:
    say = visit.reader.say
    found, own = scenario.chance(visit, dossier.partnership, dossier.milestones)
    if found is None:
        return say(
            "A simulated end needs at least {enough} milestones that are delivered or late, and an end that is still to come; there are {n}.",
            enough=scenario.ENOUGH,
            n=own,
        )
    ends = {"p50": day(found.p50, visit.language), "p80": day(found.p80, visit.language), "n": found.slips}
    return say("Simulated from {n} own slips: as likely as not finished by {p50} (P50), and four times in five by {p80} (P80).", **ends)
