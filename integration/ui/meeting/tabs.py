"""The heading of what belongs to meetings: the meeting itself, and the papers for it."""

from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.markup import Markup, el, nav_link
from integration.ui.portfolio.place import place
from integration.views.kit.address import address


def meetings_heading(visit: Visit, dossier: Dossier, page: str, *more: Markup | None) -> None:
    """The place of the partnership with the two ways to look at its meetings."""
    say = visit.reader.say
    names = {"meeting": say("Meeting"), "pack": say("Papers")}
    links = (
        nav_link(name, href=address(visit.reader, one, p=dossier.partnership.code), aria_current="page" if one == page else None) for one, name in names.items()
    )
    place(visit, dossier.partnership, el("nav", *links, class_="tabs", aria_label=say("Ways to look")), *more)
