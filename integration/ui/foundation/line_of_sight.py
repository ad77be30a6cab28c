"""Line of sight: which theme each milestone serves, what nobody works on, and what serves nothing."""

from integration.i18n.words import Words
from integration.model.foundation import AMBITION, TRAITS, VISION
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.panels import nothing_here
from integration.views.foundation.foundation import LineRow, line_rows, serving_nothing

SIGNS = {"covered": "●", "thin": "◐", "gap": "○"}
COLOURS = {"covered": "green", "thin": "amber", "gap": "red"}


def show_line(visit: Visit, dossier: Dossier) -> None:
    """The coverage map, theme by theme, and the work that serves none."""
    say, code = visit.reader.say, dossier.partnership.code
    if not dossier.milestones:
        nothing_here(say("No milestone is planned here yet."))
        return
    rows = line_rows(visit.reader, code, (*VISION, *AMBITION, *TRAITS), dossier.milestones)
    nothing = serving_nothing(visit.reader, code, dossier.milestones)
    gaps = [row.name for row in rows if row.cover == "gap"]
    summary = say.plural("{n} theme nobody works on", "{n} themes nobody works on", len(gaps))
    summary += " · " + say.plural("{n} milestone serves no theme", "{n} milestones serve no theme", len(nothing))
    items = (el("li", anchor(title, href=href, class_="linked"), " ", el("span", domain, class_="muted small")) for title, domain, href in nothing)
    rest = el("ul", *items, class_="log") if nothing else el("p", say("Every milestone serves a theme."), class_="notice")
    map_ = el("ul", *(_row(say, row) for row in rows), class_="log")
    show(joined(el("p", summary), map_, el("h2", say("Work that serves no theme")), rest), key="line")


def _row(say: Words, row: LineRow) -> Markup:
    names = {"covered": say("covered"), "thin": say("thin"), "gap": say("nobody works on this")}
    badge = el("span", SIGNS[row.cover], class_=f"letter {COLOURS[row.cover]}", aria_hidden="true")
    items = (el("li", anchor(title, href=href, class_="linked")) for title, _, href in row.milestones)
    counted = el("summary", say.plural("{n} milestone", "{n} milestones", len(row.milestones)))
    more = el("details", counted, el("ul", *items), id=f"line-{row.theme}") if row.milestones else None
    return el("li", badge, " ", el("strong", row.name), f" · {names[row.cover]}", more)
