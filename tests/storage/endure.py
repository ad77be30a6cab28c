"""`python -m tests.storage.endure`: the store is killed, mutated and filled up, hundreds of times; exit 1 when anything acknowledged was lost in silence."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

import httpx

from integration.errors import IneenError
from integration.errors.store import StoreUnusable
from integration.model.text import Text
from integration.services.core import store
from integration.storage.core import event
from integration.storage.core.database import Database
from tests.access.portfolio import SECRET, fill
from tests.browser.kit.running import Running
from tests.examples import a_milestone, save
from tests.storage.test_killed import killed_while_writing, stored, writing_process

KILLS, SERVER_KILLS, MUTATIONS, SIZES = 300, 50, 200, tuple(range(4, 28, 2))
ROUND = 20


def kills(number: int, chance: random.Random) -> tuple[int, int]:
    """How many rows were acknowledged before so many kills, and how many of them were not there afterwards."""
    acknowledged = lost = 0
    for start in range(0, number, ROUND):
        with tempfile.TemporaryDirectory() as folder:
            path, known = Path(folder) / "store.duckdb", set[tuple[str, int]]()
            for _ in range(start, min(start + ROUND, number)):
                new = killed_while_writing(path, chance)
                known |= new
                acknowledged += len(new)
                found, _, broken, unread = stored(path)
                lost += len(known - found) + len(broken) + len(unread)
                known = found
    return acknowledged, lost


def server_kills(number: int, chance: random.Random) -> tuple[int, int]:
    """How many openings of a link the running server acknowledged before so many kills of it, and how many were not in the store afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        store_of = fill(Path(folder) / "store.duckdb")
        acknowledged = sum(_opened_until_killed(store_of.path, store_of.links["portfolio"][1], chance) for _ in range(number))
        database = Database(store_of.path)
        with database.reading() as cursor:
            found, _ = event.opened(cursor)[store_of.links["portfolio"][0].id]
        database.close()
    return acknowledged, max(acknowledged - found, 0)


def _opened_until_killed(path: Path, token: str, chance: random.Random) -> int:
    with Running(path, INTEGRATION_SECRET=SECRET) as app, ThreadPoolExecutor(4) as visitors:
        told = [visitors.submit(_opened_link, f"{app.address}/s/{token}") for _ in range(200)]
        wait(told[: chance.randrange(1, 60)])
        app.kill()
        return sum(one.result() for one in told)


def _opened_link(address: str) -> bool:
    try:
        return httpx.post(address, timeout=60).status_code == 303
    except httpx.HTTPError:
        return False


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
            for _ in range(start, min(start + ROUND, number)):
                shutil.rmtree(path.parent)
                shutil.copytree(kept, path.parent)
                name = _mutated(path, chance)
                outcome = _outcome(path, known)
                told[outcome] += 1
                if outcome == "lost in silence":
                    print(f"lost in silence: {name}", flush=True)
    return told


def _left_by_a_killed_process(path: Path, chance: random.Random) -> set[tuple[str, int]]:
    database = Database(path)
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


def _mutated(path: Path, chance: random.Random) -> str:
    log = path.with_name(path.name + ".wal")
    kind = chance.choice(
        ("log removed", "log cut", "log flipped", "log flipped", "log zeroed", "file flipped", "file flipped", "file cut", "header flipped", "file emptied")
    )
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


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A disk of its own with so much room; raises OSError where it cannot be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True, text=True, check=False)
        if done.returncode:
            raise OSError(done.stderr.strip())
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def filled_up(megabytes: int) -> tuple[int, int]:
    """On a disk of this size: saves acknowledged until it was full and once there was room again, in one process, and how many of them were lost."""
    with small_disk(megabytes) as folder:
        ballast = folder / "ballast"
        ballast.write_bytes(b"x" * 500_000)
        database = Database(folder / "store.duckdb")
        known: set[tuple[str, int]] = set()
        refused = 0
        while refused < 3:
            try:
                [one] = save(database, a_milestone(code="000000", note=Text(random.randbytes(8000).hex())))
                known.add((one.id, one.version))
            except IneenError:
                refused += 1
        ballast.unlink()
        subprocess.run(["mount", "-o", f"remount,size={megabytes + 40}m", str(folder)], check=True)
        [one] = save(database, a_milestone(code="000000"))
        known.add((one.id, one.version))
        database.close()
        return len(known), len(known - stored(database.path)[0])


def main() -> int:
    """All of it; returns 1 when something acknowledged was lost."""
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    acknowledged, lost = kills(KILLS, chance)
    print(f"{KILLS} kills: {acknowledged} rows acknowledged, {lost} lost", flush=True)
    opened, gone = server_kills(SERVER_KILLS, chance)
    lost += gone
    print(f"{SERVER_KILLS} kills of the running server: {opened} openings acknowledged, {gone} lost", flush=True)
    told = mutations(MUTATIONS, chance)
    print(f"{MUTATIONS} mutations: {dict(told)}", flush=True)
    for size in SIZES:
        saved, gone = filled_up(size)
        lost += gone
        print(f"disk of {size} MB full after {saved} saves: {gone} lost, saving went on", flush=True)
    return 1 if lost or told["lost in silence"] else 0


if __name__ == "__main__":
    sys.exit(main())
