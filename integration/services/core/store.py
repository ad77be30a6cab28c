"""The store as operators see it: open it, fill an empty one with the demo."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from datetime import date
from pathlib import Path

from integration.demo.portfolio import DEFAULT_PARTNERSHIPS, fill_with_demo
from integration.errors.store import StoreMissing, StoreNotEmpty
from integration.model.text import Language
from integration.services.core.cache import Cache
from integration.services.core.inspection import Inspection, look_over, looked_over
from integration.services.core.visit import Visit, visit
from integration.settings import demo_wanted, loss_accepted, store_path, store_url
from integration.storage.core.database import Database
from integration.storage.shared.database import SharedDatabase

_held: ContextVar[Database | None] = ContextVar("held", default=None)


def opened_with_demo(today: date) -> tuple[Database, bool]:
    """The store that the settings name, with the demo in it where it was empty and the demo is wanted; and whether that was done now."""
    database, filled = named_store(loss_accepted()), False
    if demo_wanted() and is_empty(database):
        # Of servers that start at once on a shared store, one fills it.
        with alone(database, "filling"):
            if isinstance(database, SharedDatabase):
                database.follow()
            if is_empty(database):
                fill_with_demo(database, today)
                filled = True
    return database, filled


def alone(database: Database, what: str) -> AbstractContextManager[None]:
    """What no other server that shares the store does meanwhile."""
    return database.alone(what) if isinstance(database, SharedDatabase) else nullcontext()


def named_store(accept_loss: bool = False) -> Database:
    """The store that the settings name, opened: the file, or this server's copy of a shared one; raises StoreUnusable."""
    return SharedDatabase(store_url(), store_path()) if store_url() else Database(store_path(), accept_loss)


def is_empty(database: Database) -> bool:
    """Whether nobody ever wrote anything into the store."""
    return database.counter == 0


def answers(database: Database) -> bool:
    """Whether the store answers a question right now, and its files are still the ones that were opened."""
    try:
        database.check_files()
        with database.reading() as cursor:
            return cursor.execute("SELECT 1").fetchone() == (1,)
    except Exception:  # noqa: BLE001 – whatever it is, the answer to “does it answer” is no
        return False


def inspect(database: Database | None = None) -> Inspection:
    """Look over the store that is open, or else the named one: a file as it is found, of a shared store a copy that followed it."""
    if database:
        return looked_over(database)
    if not store_url():
        return look_over(store_path())
    database = named_store()
    try:
        return looked_over(database)
    finally:
        database.close()


def load_demo(today: date, partnerships: int = DEFAULT_PARTNERSHIPS, seed: int = 2026) -> Path:
    """Fill the named store with a demo portfolio; a store that holds anything is refused and left as it is."""
    database = named_store()
    try:
        if not is_empty(database):
            raise StoreNotEmpty(path=database.path)
        fill_with_demo(database, today, partnerships, seed)
    finally:
        database.close()
    return database.path


@contextmanager
def operating(language: Language) -> Iterator[Visit]:
    """A visit by the operator to the store that this process holds, or to the named one, which no other may; raises StoreMissing or StoreUnusable."""
    if database := held():
        yield visit(database, Cache(), language)
        return
    path = store_path()
    if not store_url() and not path.exists():
        raise StoreMissing(path=path)
    database = named_store()
    try:
        yield visit(database, Cache(), language)
    finally:
        database.close()


def held() -> Database | None:
    """The open store that an operator's command works on, where the app carries it out."""
    return _held.get()


@contextmanager
def holding(database: Database) -> Iterator[None]:
    """Let commands within work on this open store."""
    before = _held.set(database)
    try:
        yield
    finally:
        _held.reset(before)
