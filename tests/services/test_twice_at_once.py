"""Whatever eight people press at the same moment is stored once, or they are refused and told; nobody is told of what is not there."""

import ast
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from integration import ROOT
from integration.errors import IneenError
from integration.model.kinds import KIND_OF, RECORD_KINDS
from integration.model.record import Record
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from integration.storage.core.history import broken_versions
from integration.storage.core.records import latest, versions
from integration.storage.core.uniqueness import doubles
from tests.conftest import fill_with_bridge
from tests.examples import BRIDGE, NOON, TODAY
from tests.services.pressing import Pressing
from tests.services.writes import MANY, WRITES, things_of

pytestmark = pytest.mark.slow
AT_ONCE, WAIT = 8, 60
# Digests and tickets have tests of their own, for they leave the house.
ELSEWHERE = {"digest._begun", "digest._ended", "reminders.begun", "reminders.sent", "sign_in.enter", "pin.try_pin"}


def fill(database):
    fill_with_bridge(database)
    return things_of(database, BRIDGE)


@pytest.fixture
def stored(filled, opened_copy):
    """A partnership with one of each."""
    file, things = filled(fill)
    return opened_copy(file), things


def standing(database, kind) -> int:
    with database.reading() as cursor:
        return len(latest(cursor, kind))


def pressed_at_once(database, known, write) -> tuple[list[object], list[IneenError]]:
    """What they were told: results, and refusals. Each looks at the page first, and all press together."""
    ready, cache = threading.Barrier(AT_ONCE), Cache()

    def press(_: int) -> object:
        someone = visit(database, cache, "en", NOON)
        own = partnership.find(someone, "BRUG")
        ready.wait(WAIT)
        try:
            return write.call(Pressing(someone, own, known))
        except IneenError as error:
            return error

    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = [*pool.map(press, range(AT_ONCE), timeout=WAIT)]
    return [one for one in told if not isinstance(one, IneenError)], [one for one in told if isinstance(one, IneenError)]


def records_in(told: object) -> Iterator[Record]:
    if isinstance(told, Record):
        yield told
    elif isinstance(told, list | tuple):
        for one in told:
            yield from records_in(one)


@pytest.mark.parametrize("name", WRITES)
def test_it_is_stored_once_or_refused_and_told(stored, name):
    database, known = stored
    write, before = WRITES[name], standing(stored[0], WRITES[name].kind)
    told, refused = pressed_at_once(database, known, write)
    with database.reading() as cursor:
        there = {(one.id, one.version) for kind in RECORD_KINDS for one in versions(cursor, kind.record, "true", [])}
        assert doubles(cursor, [kind.table for kind in RECORD_KINDS]) == {}
        assert set(broken_versions(cursor).values()) == {0}

    assert told, [str(one) for one in refused]
    assert {(one.id, one.version) for result in told for one in records_in(result)} <= there
    assert standing(database, write.kind) - before == (len(told) if write.new == MANY else -1 if write.new < MANY else write.new)


def test_every_write_of_every_service_is_tried():
    written = set()
    for file in (ROOT / "integration" / "services").rglob("*.py"):
        if file.parent.name != "core":
            functions = [node for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
            written |= {f"{file.stem}.{one.name}" for one in functions if any(f".{door}(" in ast.unparse(one) for door in ("change", "change_own"))}

    tried = {name.partition(" ")[0] for name in WRITES}
    assert {one for one in written - ELSEWHERE if not one.partition(".")[2].startswith("_")} <= tried


def test_the_tables_say_of_whom_they_are():
    assert {write.kind for write in WRITES.values()} <= {*KIND_OF}
    assert NOON.date() == TODAY
