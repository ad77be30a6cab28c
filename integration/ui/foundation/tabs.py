"""The heading of what is shared: the score with its age, five ways to look, and the Mirror."""

from integration.i18n.formats import ago, percent
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.markup import Markup, el, nav_link
from integration.ui.portfolio.place import place
from integration.views.kit.address import address

SHOWS, MIRROR = ("vision", "ambition", "objectives", "gates", "line"), "mirror"


def foundation_heading(visit: Visit, dossier: Dossier, tab: str, *more: Markup | None) -> None:
    """How shared the foundation is, and where to look."""
    say = visit.reader.say
    scored = mirror.shared_scores(visit).get(dossier.partnership.id)
    words = (
        say("Shared score {score}, measured {ago}.", score=percent(100 * scored[0], visit.language), ago=ago(scored[1], visit.language))
        if scored
        else say("No Mirror with enough answers was held yet.")
    )
    place(visit, dossier.partnership, _tabs(visit, dossier.partnership.code, tab), el("p", words, class_="lead"), *more)


def _tabs(visit: Visit, code: str, tab: str) -> Markup:
    say, reader = visit.reader.say, visit.reader
    names = {
        "vision": say("Shared vision"),
        "ambition": say("Shared ambition"),
        "objectives": say("Objectives and results"),
        "gates": say("Gates of the phase"),
        "line": say("Line of sight"),
        MIRROR: say("Mirror"),
    }
    hrefs = {one: address(reader, "foundation", p=code, show="" if one == SHOWS[0] else one) for one in SHOWS}
    hrefs[MIRROR] = address(reader, "mirror", p=code)
    links = (nav_link(names[one], href=hrefs[one], aria_current="page" if one == tab else None) for one in names)
    return el("nav", *links, class_="tabs", aria_label=say("Ways to look"))
