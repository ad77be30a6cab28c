"""The register's heading: its numbers, and four lists to choose from."""

from integration.model.register import Register
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.markup import el, nav_link
from integration.ui.kit.panels import key_figures
from integration.ui.portfolio.place import place
from integration.views.kit.address import address
from integration.views.register.register import RegisterView

SHOWS = ("risks", "issues", "actions", "decisions")


def register_heading(visit: Visit, dossier: Dossier, register: Register, view: RegisterView, tab: str) -> None:
    """Whose register it is, its numbers, and the four lists with how much is open."""
    say, code = visit.reader.say, dossier.partnership.code
    names = {"risks": say("Risks and opportunities"), "issues": say("Issues"), "actions": say("Actions"), "decisions": say("Decisions")}
    counts = {
        "risks": sum(one.state == "open" for one in register.risks),
        "issues": sum(one.state == "open" for one in register.issues),
        "actions": sum(one.done_on is None for one in register.actions),
        "decisions": sum(one.decided_on is None for one in register.decisions),
    }
    hrefs = {one: address(visit.reader, "register", p=code, show="" if one == SHOWS[0] else one) for one in SHOWS}
    links = (nav_link(f"{names[one]} · {counts[one]}", href=hrefs[one], aria_current="page" if one == tab else None) for one in SHOWS)
    tabs = el("nav", *links, class_="tabs", aria_label=say("Lists of the register"))
    place(visit, dossier.partnership, tabs, key_figures(say, view.figures))
