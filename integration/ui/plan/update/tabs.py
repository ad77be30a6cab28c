"""The update page's heading and its tabs; the tab stands in the address."""

from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.ui.kit.markup import el, nav_link
from integration.ui.portfolio.place import place
from integration.views.kit.address import address

TABS = ("plan", "check-in", "depth", "milestone", "baseline", "scenarios", "partnership", "saves")
# The tab that is a page of its own.
BRING = "import"


def update_heading(visit: Visit, partnership: Partnership, tab: str) -> None:
    """Which partnership is updated, and what one can do."""
    say = visit.reader.say
    names = {
        "plan": say("This week"),
        "check-in": say("Check-in"),
        "depth": say("Depth"),
        "milestone": say("One milestone"),
        "baseline": say("Baseline"),
        "scenarios": say("Scenarios"),
        "partnership": say("Partnership"),
        "saves": say("Take back"),
    }
    links = (
        nav_link(names[one], href=address(visit.reader, "update", p=partnership.code, tab=one), aria_current="page" if one == tab else None) for one in TABS
    )
    here = "page" if tab == BRING else None
    bring = nav_link(say("Bring a plan"), href=address(visit.reader, "import", p=partnership.code), aria_current=here)
    place(visit, partnership, el("nav", *links, bring, class_="tabs", aria_label=say("What to update")))
