"""Pages: what each asks of a grant, so that nobody is offered one that would refuse."""

from collections.abc import Iterable, Mapping

from integration.model.access.ability import ABILITIES_OF, Ability
from integration.model.access.grant import Grant, on_page

ASKS: Mapping[str, Ability] = {
    "portfolio": "read portfolio",
    "partnership": "read partnership",
    "foundation": "read partnership",
    "mirror": "read partnership",
    "register": "read register",
    "meeting": "read register",
    "pack": "read register",
    "agenda": "read register",
    "domain": "read portfolio",
    "timeline": "read partnership",
    "update": "update plan",
    "import": "update plan",
    "digest": "read register",
    "carrying": "read history",
    "scan": "read scans",
    "links": "share",
    "people": "manage people",
    "settings": "read history",
    "audit": "read audit",
    "operations": "manage people",
    "search": "read partnership",
    "help": "read partnership",
}


def pages_opened(grants: Iterable[Grant]) -> frozenset[str]:
    """The pages that these grants open, each with what it asks for."""
    held = tuple(grants)
    return frozenset(page for page, wanted in ASKS.items() if any(wanted in ABILITIES_OF[one.role] for one in on_page(held, page)))


def is_member(grants: Iterable[Grant]) -> bool:
    """Whether any grant is more than a guest's."""
    return any(one.role != "guest" for one in grants)
