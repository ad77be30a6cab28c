"""The host: the one open store of this process, and the cache of what was computed from it."""

import os
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from integration.access.seal import Seal, secret_beside
from integration.errors.store import SecretMissing
from integration.services.core.cache import Cache
from integration.services.core.load import Load
from integration.services.core.offers import Offers
from integration.services.core.store import opened_with_demo
from integration.services.core.visit import today
from integration.services.observing.journal import SUFFIX as OF_JOURNAL
from integration.services.observing.journal import Journal
from integration.settings import SECRET, store_path, store_url
from integration.storage.core.database import Database
from integration.storage.file.opening import beside
from integration.storage.shared.link import place_of


@dataclass(frozen=True, slots=True)
class Host:
    """An open store (and whether the demo was loaded into it now) with its cache, the seal of cookies and links, the files offered, the places, the journal.

    `warming` is set while what every page needs is read for the first time.
    """

    database: Database
    cache: Cache
    seal: Seal
    offers: Offers = field(default_factory=Offers)
    load: Load = field(default_factory=Load)
    journal: Journal = field(default_factory=Journal)
    filled: bool = False
    warming: threading.Event = field(default_factory=threading.Event)


# What supervisors take for “start it again” (EX_TEMPFAIL).
AGAIN = 75
_hosts: dict[Path, Host] = {}
_opening = threading.Lock()


def installation_secret() -> str:
    """The secret that was set, else the one kept beside the store; raises SecretMissing where several servers need the same."""
    if store_url() and not SECRET.text():
        raise SecretMissing(path=place_of(store_url()))
    return SECRET.text() or secret_beside(store_path())


def host() -> Host:
    """The store that the settings name, opened (and filled with the demo where wanted) at first use."""
    path = store_path()
    with _opening:
        if path not in _hosts:
            database, filled = opened_with_demo(today())
            _hosts[path] = Host(database, Cache(), Seal(installation_secret()), journal=Journal(beside(path, OF_JOURNAL)), filled=filled)
            _hosts[path].database.when_lost = _end
        return _hosts[path]


def _end(error: Exception) -> None:
    """End the process in one line: the store is gone from under it, and a start anew tells more than a server without one."""
    print(f"ineen: the store failed and could not be opened anew, so the app ends. {error}", file=sys.stderr, flush=True)
    os._exit(AGAIN)
