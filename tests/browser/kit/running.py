"""A running app: the real server in a process of its own, on a free port, with a store of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from integration import ROOT
from integration.access.seal import Seal, secret_beside
from integration.services.access.sign_in import operator_link
from integration.services.core.visit import moment_now

ADMINISTRATOR, LEAD, STEERING = "beheer@demo.example", "projectleider@demo.example", "stuurgroep@demo.example"
PATIENCE = 90.0


class Running:
    """The server as `make run` starts it, but for what only a long life needs; use it as a context."""

    # The settings of a shared store that holds what a file held when it was first served; `--store postgresql` sets it.
    shared: ClassVar[Callable[[Path], Mapping[str, str]] | None] = None

    def __init__(self, store: Path, script: str = "app.py", port: int = 0, **environment: str) -> None:
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.store, self.script = store, script
        kept = Running.shared(store) if Running.shared else {"INTEGRATION_STORE": str(store)}
        self._environment = {"INTEGRATION_WARM": "0", **os.environ, **kept, **environment}
        # A file and not a pipe: a pipe that nobody reads would stop a server that says much.
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 – it lives as long as this object

    def __enter__(self) -> "Running":
        self.process = subprocess.Popen(self.command(), cwd=ROOT, env=self._environment, stdout=self._said, stderr=subprocess.STDOUT)
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                self.kill()
                raise RuntimeError(f"the app did not start:\n{self.said()}")
            time.sleep(0.05)  # between two questions whether it answers
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.kill()

    def command(self) -> list[str]:
        """How the server is started."""
        return [sys.executable, "-m", "streamlit", "run", self.script, "--server.port", str(self.port)]

    def get(self, path: str) -> str:
        """What the server answers to one question."""
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as reply:
            return str(reply.read().decode())

    def kill(self) -> None:
        """End it without a word, as a power failure would."""
        self.process.kill()
        self.process.wait()

    def sign_in_link(self, email: str = ADMINISTRATOR) -> str:
        """The address of a one-time link for somebody of the demo, as `python -m integration signin` makes it."""
        return self.address + operator_link(Seal(self._environment.get("INTEGRATION_SECRET") or secret_beside(self.store)), email, moment_now())

    def said(self) -> str:
        """Everything the server printed so far."""
        self._said.seek(0)
        return self._said.read()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2) as reply:
                return bool(reply.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
