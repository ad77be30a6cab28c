"""One process per core: each answers, one that dies is started anew, and all end when they are told to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from integration import ROOT
from integration.cli.workers import supervise
from integration.errors.store import FileNotShared
from integration.model.record import new_id
from tests.browser.kit.running import free_port

PATIENCE = 180.0


def answered_by(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as reply:
        return bool(reply.status == 200)
    return False


def awaited(condition) -> bool:
    until = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < until:
        time.sleep(0.1)
    return bool(condition())


def first_of(number: int) -> int:
    """The first of so many ports after one another that nobody listens on now."""
    while True:
        port = free_port()
        with ExitStack() as kept:
            try:
                for at in range(number):
                    kept.enter_context(socket.socket()).bind(("127.0.0.1", port + at))
            except OSError:
                continue
            return port


def children_of(pid: int) -> set[int]:
    # A child belongs to the thread that made it.
    return {int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()}


def test_several_processes_on_a_file_are_refused(path, monkeypatch):
    monkeypatch.setenv("INTEGRATION_STORE", str(path))

    with pytest.raises(FileNotShared, match="--workers 1"):
        supervise([["true"], ["true"]], {})


@pytest.fixture
def shared(monkeypatch):
    monkeypatch.setenv("INTEGRATION_STORE", "postgresql://nowhere/ineen")
    before = {told: signal.getsignal(told) for told in (signal.SIGTERM, signal.SIGINT)}
    yield
    for told, meant in before.items():
        signal.signal(told, meant)


@pytest.mark.usefixtures("shared")
def test_where_no_process_can_be_used_all_is_over():
    assert supervise([["sh", "-c", "exit 2"]] * 2, os.environ) == 2


@pytest.mark.usefixtures("shared")
def test_a_process_that_may_not_start_anew_leaves_the_others_which_serve(tmp_path):
    refused = ["sh", "-c", f"touch {tmp_path}/gone; exit 2"]
    serves = ["sh", "-c", f"until [ -e {tmp_path}/gone ]; do sleep 0.1; done; sleep 1; touch {tmp_path}/served; kill -TERM $PPID"]

    assert supervise([refused, serves], os.environ) == 0
    assert (tmp_path / "served").exists()


@pytest.mark.slow
def test_two_processes_serve_one_that_dies_comes_back_and_both_end(postgres, tmp_path):
    port = first_of(2)
    named = {"INTEGRATION_STORE": postgres.make(new_id()), "INTEGRATION_SECRET": "only for tests", "INTEGRATION_DEMO": "0"}
    named["INTEGRATION_COPY"] = str(tmp_path / "copy.duckdb")
    command = [sys.executable, "-m", "integration", "serve", "--workers", "2", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **named}, stderr=subprocess.DEVNULL) as served:
        try:
            assert awaited(lambda: answered_by(port) and answered_by(port + 1))
            before = children_of(served.pid)
            os.kill(min(before), signal.SIGKILL)
            assert awaited(lambda: len(children_of(served.pid) - before) == 1 and answered_by(port) and answered_by(port + 1))
        finally:
            served.terminate()
        assert served.wait(60) == 0
    assert not answered_by(port) and not answered_by(port + 1)
