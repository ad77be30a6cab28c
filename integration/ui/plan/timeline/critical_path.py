"""The critical path of one partnership as a table, tightest first."""

from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked, choice
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.panels import nothing_here, small_print
from integration.ui.kit.still import beside
from integration.ui.kit.table import table
from integration.views.plan.critical_path import PathView, path_table, path_view


def show_path(visit: Visit, dossier: Dossier, group: str) -> None:
    """What cannot move, what hardly, and what waits for the other partner."""
    say, near = visit.reader.say, thresholds.read(visit).near_critical
    waits = asked("waits", ("other",))
    names = {"": say("All open milestones"), "other": say("Waits on the other partner")}
    view = path_view(visit.reader, dossier.partnership.code, dossier.milestones, near, dossier.bodies, waits == "other", group)
    if view.problem:
        nothing_here(view.problem)
        return
    with beside():
        choice(say("Show"), "waits", ["", "other"], waits, names.__getitem__)
    small_print(f"{view.sentence}.", "path-words")
    if not view.rows:
        nothing_here(say("No open milestone waits on the other partner.") if waits else say("No milestone is open here."))
        return
    show(_table(visit, view, near), key="path")
    download_table(visit, lambda: path_table(visit.reader, view), f"path-{dossier.partnership.code}")


def _table(visit: Visit, view: PathView, near: int) -> Markup:
    say = visit.reader.say
    words = say("Slack: days a milestone may move before the last one moves. Nearly critical: {days} or fewer.", days=say.days(near))
    return el("div", el("p", words, class_="small muted"), table(visit.language, path_table(visit.reader, view)))
