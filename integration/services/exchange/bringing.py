"""Bringing a file to a page: who may, read at once and apart, kept as what was read until it is used."""

from datetime import timedelta
from weakref import WeakKeyDictionary

from integration.errors import NotShared
from integration.errors.exchange import FileBusy, FileUnreadable
from integration.model.partnership import Partnership
from integration.services.core.host import Host
from integration.services.core.identity import Credentials
from integration.services.core.visit import Visit, moment_now, visit
from integration.services.exchange.plan_import import Brought, read
from integration.services.exchange.uploads import Uploads
from integration.services.portfolio import partnership as partnerships
from integration.storage.core.database import Database

UPLOADS = WeakKeyDictionary[Database, Uploads]()
PURPOSE, PAGE, LIFE = "bring", "import", timedelta(hours=12)


def address_for(opened: Host, asking: Visit, partnership: Partnership) -> str:
    """Where a file for this plan is sent, by this person alone."""
    return f"/bring/{opened.seal.close(PURPOSE, [asking.person.id, partnership.code])}"


def bring(opened: Host, credentials: Credentials, address: str, name: str, data: bytes) -> str:
    """Read a file that was sent to an address; its partnership's code. Raises NotShared, and whatever else its sender may not."""
    partnership, asking = addressed(opened, credentials, address)
    keep(opened, asking, partnership, name, data)
    return partnership.code


def addressed(opened: Host, credentials: Credentials, address: str) -> tuple[Partnership, Visit]:
    """Whose plan an address takes a file for, and who asks; raises NotShared unless it was given to them and they may change that plan."""
    found = opened.seal.open(PURPOSE, address, LIFE, moment_now())
    asking = visit(opened.database, opened.cache, "nl", credentials=credentials, page=PAGE)
    if found is None or found[0][0] != asking.person.id:
        raise NotShared
    partnership = partnerships.find(asking, found[0][1])
    asking.require("update plan", partnership.id)
    return partnership, asking


def keep(opened: Host, asking: Visit, partnership: Partnership, name: str, data: bytes) -> None:
    """Read a file and keep what was read, or why it could not be."""
    asking.require("update plan", partnership.id)
    read_or_refused: Brought | FileUnreadable
    with UPLOADS.setdefault(opened.database, Uploads()).reading(asking.person.id) as free:
        try:
            if not free:
                raise FileBusy
            read_or_refused = read(name, data)
        except FileUnreadable as error:
            read_or_refused = error
    UPLOADS.setdefault(opened.database, Uploads()).keep((asking.person.id, partnership.code), read_or_refused, moment_now())


def kept(opened: Host, asking: Visit, partnership: Partnership) -> Brought | FileUnreadable | None:
    """What this person brought to this plan last and did not use yet."""
    found: Brought | FileUnreadable | None = UPLOADS.setdefault(opened.database, Uploads()).get((asking.person.id, partnership.code), moment_now())
    return found


def drop(opened: Host, asking: Visit, partnership: Partnership) -> None:
    """Let go of it."""
    UPLOADS.setdefault(opened.database, Uploads()).drop((asking.person.id, partnership.code))
