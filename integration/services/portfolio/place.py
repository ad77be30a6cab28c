"""Which pages of a partnership are open to a visit."""

from collections.abc import Iterable

from integration.model.access.grant import Grant, as_known_on, on_page
from integration.model.access.page import ASKS
from integration.services.core.visit import Visit


def opens(visit: Visit, about: str) -> frozenset[str]:
    """The pages that show this partnership (by its id) to this person at the moment that is looked at."""
    whole = _whole(visit)
    return frozenset(page for page in ASKS if _gives(visit, whole, page, about))


def opened_by(visit: Visit, page: str, ids: Iterable[str]) -> list[str]:
    """Those of these partnerships (by id) that this page shows; who is asking is looked up once for all of them."""
    whole = _whole(visit)
    return [one for one in ids if _gives(visit, whole, page, one)]


def _whole(visit: Visit) -> tuple[Grant, ...]:
    # A link to one domain or to one pack opens no whole page.
    return tuple(one for one in as_known_on(visit.identity.grants, visit.as_of) if not (one.thing or one.domain))


def _gives(visit: Visit, grants: tuple[Grant, ...], page: str, about: str) -> bool:
    wanted = ASKS[page]
    return (visit.as_of is None or wanted.startswith("read")) and any(one.gives(wanted, about) for one in on_page(grants, page))
