"""The host: the one open store of this process, and the memory of what was computed from it."""

import threading
from dataclasses import dataclass
from pathlib import Path

from integration.services.memory import Memory
from integration.services.store import opened_with_demo
from integration.services.visit import today
from integration.settings import store_path
from integration.storage.database import Database


@dataclass(frozen=True, slots=True)
class Host:
    """An open store with its memory."""

    database: Database
    memory: Memory


_hosts: dict[Path, Host] = {}
_opening = threading.Lock()


def host() -> Host:
    """The store that the settings name, opened (and filled with the demo where wanted) at first use."""
    path = store_path()
    with _opening:
        if path not in _hosts:
            _hosts[path] = Host(opened_with_demo(today()), Memory())
        return _hosts[path]
