"""The foundation page's heading: the shared score with its age, and five ways to look."""

from integration.i18n.formats import ago, percent
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.markup import anchor, el, nav_link
from integration.ui.kit.panels import heading
from integration.views.kit.address import address

SHOWS = ("vision", "ambition", "objectives", "gates", "line")


def foundation_heading(visit: Visit, dossier: Dossier, tab: str) -> None:
    """Whose foundation it is, how shared it is, and where to look."""
    say, code = visit.reader.say, dossier.partnership.code
    names = {
        "vision": say("Shared vision"),
        "ambition": say("Shared ambition"),
        "objectives": say("Objectives and results"),
        "gates": say("Gates of the phase"),
        "line": say("Line of sight"),
    }
    hrefs = {one: address(visit.reader, "foundation", p=code, show="" if one == SHOWS[0] else one) for one in SHOWS}
    links = (nav_link(names[one], href=hrefs[one], aria_current="page" if one == tab else None) for one in SHOWS)
    back = anchor(str(dossier.partnership.name.reading(visit.language)), href=address(visit.reader, "partnership", p=code))
    scored = mirror.shared_scores(visit).get(dossier.partnership.id)
    words = (
        say("Shared score {score}, measured {ago}.", score=percent(100 * scored[0], visit.language), ago=ago(scored[1], visit.language))
        if scored
        else say("No Mirror with enough answers was held yet.")
    )
    look = el("p", words, " ", anchor(say("To the Mirror"), href=address(visit.reader, "mirror", p=code), class_="linked"))
    heading(say("Foundation"), "", el("p", back, class_="lead"), look, el("nav", *links, class_="tabs", aria_label=say("Ways to look")))
