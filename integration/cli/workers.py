"""Workers: several processes of the app on one machine, each on a port of its own, started anew when they end."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence

from integration import ROOT
from integration.errors.store import FileNotShared
from integration.settings import store_path, store_url

# What no start anew helps against: a setting or a store that cannot be used.
UNUSABLE = 2
SETTLED, LONGEST_PAUSE = 60.0, 30.0
TIME_TO_END, LOOKED_EVERY = 20.0, 0.5


class Worker:
    """One process of the app; started anew when it ends, later each time if it ends soon."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], ending: threading.Event) -> None:
        self._command, self._environment, self._ending = command, environment, ending
        self.code = 0
        self._process: subprocess.Popen[bytes] | None = None
        self.thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """Ask it to end, and end it where it does not."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(TIME_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _run(self) -> None:
        pause = 1.0
        while not self._ending.is_set():
            began = time.monotonic()
            self._process = subprocess.Popen(self._command, cwd=ROOT, env=self._environment)
            if self._ending.is_set():
                self._process.terminate()
            self.code = self._process.wait()
            if self.code == UNUSABLE:
                return
            if not self._ending.is_set():
                print(f"ineen: a process of the app ended ({self.code}) and is started anew", file=sys.stderr, flush=True)
            pause = 1.0 if time.monotonic() - began > SETTLED else min(2 * pause, LONGEST_PAUSE)
            self._ending.wait(pause)


def supervise(commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> int:
    """Run these commands until this process is told to end; the exit code. Raises FileNotShared where the store is a file."""
    if not store_url():
        raise FileNotShared(path=store_path())
    ending = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: ending.set())
    workers = [Worker(command, environment, ending) for command in commands]
    # One that may not start anew leaves the others, which serve.
    while not ending.wait(LOOKED_EVERY) and any(worker.thread.is_alive() for worker in workers):
        pass
    ending.set()
    stopping = [threading.Thread(target=worker.stop) for worker in workers]
    for one in stopping:
        one.start()
    for thread in (*stopping, *(worker.thread for worker in workers)):
        thread.join()
    return UNUSABLE if all(worker.code == UNUSABLE for worker in workers) else 0
