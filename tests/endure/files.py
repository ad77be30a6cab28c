"""Files that something harmed: a store with one file cut, flipped or removed is refused, found unsound, or has lost nothing."""

import os
import random
import shutil
import signal
import tempfile
from collections import Counter
from pathlib import Path

from integration.errors import IneenError
from integration.errors.store import StoreUnusable
from integration.model.text import Text
from integration.services.core import store
from integration.storage.core.database import Database
from tests.conftest import fill_with_bridge
from tests.endure.kills import ROUND
from tests.examples import a_milestone, save
from tests.storage.test_killed import stored, writing_process

# What happens to a file, each in turn; what is flipped has many places.
KINDS = ("log removed", "log cut", "log flipped", "log zeroed", "file flipped", "file cut", "header flipped", "file emptied", "log flipped", "file flipped")


def mutations(number: int, chance: random.Random) -> Counter[str]:
    """How often a store with one file mutated was refused, found unsound, or whole; or had lost something in silence."""
    told: Counter[str] = Counter()
    for start in range(0, number, ROUND):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "store" / "store.duckdb"
            path.parent.mkdir()
            known = _left_by_a_killed_process(path, chance)
            kept = Path(folder) / "kept"
            shutil.copytree(path.parent, kept)
            # Else every store would be found unsound, and no loss be silent.
            assert _outcome(path, known) == "whole" and not store.inspect().faults
            for turn in range(start, min(start + ROUND, number)):
                shutil.rmtree(path.parent)
                shutil.copytree(kept, path.parent)
                name = _mutated(path, KINDS[turn % len(KINDS)], chance)
                outcome = _outcome(path, known)
                told[outcome] += 1
                if outcome == "lost in silence":
                    print(f"lost in silence: {name}", flush=True)
    return told


def _left_by_a_killed_process(path: Path, chance: random.Random) -> set[tuple[str, int]]:
    database = Database(path)
    fill_with_bridge(database)
    for _ in range(chance.randrange(20)):
        save(database, a_milestone(code="000000", note=Text(random.randbytes(2000).hex())))
    database.close()
    known = stored(path)[0]
    with writing_process(path) as process:
        assert process.stdout
        lines = [process.stdout.readline().split() for _ in range(chance.randrange(20, 60))]
        process.send_signal(signal.SIGKILL)
        lines += [line.split() for line in process.stdout.readlines()]
    return known | {(line[0], int(line[1])) for line in lines if len(line) == 2}


def _mutated(path: Path, kind: str, chance: random.Random) -> str:
    log = path.with_name(path.name + ".wal")
    target = log if kind.startswith("log") and log.exists() else path
    content = bytearray(target.read_bytes())
    at = chance.randrange(len(content)) if kind != "header flipped" else chance.randrange(12288)
    if kind == "log removed":
        target.unlink()
    elif "cut" in kind:
        os.truncate(target, at)
    elif kind == "file emptied":
        os.truncate(target, 0)
    else:
        content[at : at + 1] = bytes([content[at] ^ 1 << chance.randrange(8)]) if "flipped" in kind else b"\0"
        target.write_bytes(content)
    return f"{kind} at {at} of {len(content)}"


def _outcome(path: Path, known: set[tuple[str, int]]) -> str:
    os.environ["INTEGRATION_STORE"] = str(path)
    try:
        unsound = bool(store.inspect().faults)
    except IneenError:
        unsound = True
    try:
        Database(path).close()
        found = stored(path)[0]
    except StoreUnusable:
        return "refused"
    except Exception:  # noqa: BLE001 – whatever the engine says of a harmed block, it was said
        return "found unsound"
    if known <= found:
        return "whole"
    return "found unsound" if unsound else "lost in silence"
