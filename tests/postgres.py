"""A PostgreSQL of the tests' own, Debian's, under a temporary folder; it ends with them."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.browser.kit.running import free_port

USER = "ineen"
WHERE = [Path(found).parent for found in [shutil.which("initdb") or ""] if found] + sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


class Postgres:
    """A cluster that runs; `durable` keeps what was acknowledged through kills, and is slower."""

    def __init__(self, folder: Path, durable: bool) -> None:
        self.folder, self.port = folder, free_port()
        # It refuses to be run by root.
        self._as = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.geteuid() == 0 else []
        if self._as:
            shutil.chown(folder, "postgres")
            folder.chmod(0o755)
        self._run(["initdb", "-D", f"{folder}/data", "-U", USER, "-A", "trust", "-N", "-E", "UTF8", "--locale", "C"])
        self._options = f"-p {self.port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200" + ("" if durable else " -c fsync=off")
        self.start()

    def start(self) -> None:
        """Run it, and wait until it answers."""
        self._run(["pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o", self._options, "start"])

    def stop(self, mode: str = "immediate") -> None:
        """End it: immediate is as if the power failed."""
        self._run(["pg_ctl", "-D", f"{self.folder}/data", "-m", mode, "-w", "stop"])

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{name}"

    def make(self, name: str, template: str = "template1") -> str:
        """A new database, as a copy of another; returns its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        """Take a database away."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _run(self, command: Sequence[str]) -> None:
        subprocess.run([*self._as, str(WHERE[0] / command[0]), *command[1:]], check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=120)


@contextmanager
def running(durable: bool = False) -> Iterator[Postgres]:
    """One that runs within."""
    # Beside what pytest makes, into which no other user may look.
    folder = Path(tempfile.mkdtemp(prefix="ineen-postgres-"))
    cluster = Postgres(folder, durable)
    try:
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder)


def is_here() -> bool:
    """Whether a PostgreSQL can be run at all."""
    return bool(WHERE) and (os.geteuid() != 0 or shutil.which("setpriv") is not None)
