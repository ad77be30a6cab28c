"""Background: what nobody waits for, such as mail, done by two threads; when too much waits, more is let go of."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

MOST_WAITING = 200
log = logging.getLogger("ineen")
_threads = ThreadPoolExecutor(2, "background")
_places = threading.BoundedSemaphore(MOST_WAITING)


def later(task: Callable[..., object], *given: Any) -> "Future[None] | None":
    """Do a task soon; None where too many wait already. What goes wrong is logged by its name alone, for addresses stand in the rest."""
    if not _places.acquire(blocking=False):
        log.warning("%s was let go of: %s wait already", task.__name__, MOST_WAITING)
        return None
    return _threads.submit(_do, task, given)


def _do(task: Callable[..., object], given: tuple[Any, ...]) -> None:
    try:
        task(*given)
    except Exception as error:  # noqa: BLE001 – nobody waits for it, so nobody else can say it
        log.warning("%s failed: %s", task.__name__, type(error).__name__)
    finally:
        _places.release()
