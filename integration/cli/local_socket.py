"""The socket beside the store: through it the app that holds the store runs an operator's command, and says what it says."""

import json
import os
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from integration.cli.speaking import Output

SUFFIX = ".socket"
# The longest path that a socket's address can hold, less than what is usual.
LONGEST = 100


def asked(store: Path, words: Sequence[str]) -> int | None:
    """Let the running app carry out a command and print what it says; its exit code, or None where no app listens."""
    with _address(store) as address, socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(address)
        except OSError:
            return None
        line.sendall(json.dumps({"words": [*words], "folder": str(Path.cwd())}).encode() + b"\n")
        with line.makefile(encoding="utf-8") as answers:
            for one in map(json.loads, answers):
                if "exit" in one:
                    return int(one["exit"])
                click.echo(one["said"], err=one["refused"])
    click.echo("ineen: the app ended while it was carrying this out; look with `check` whether it was done.", err=True)
    return 1


@contextmanager
def listening(store: Path, carry_out: Callable[[Sequence[str], Path, Output], int]) -> Iterator[None]:
    """Take commands of whoever may read and write the store's folder, while within."""

    class Command(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            asked = json.loads(self.rfile.readline(100_000))
            # Who hung up gets no answer, and the command is carried out all the same.
            with suppress(BrokenPipeError):
                self._say(exit=carry_out(asked["words"], Path(asked["folder"]), lambda text, refused: self._say(said=text, refused=refused)))

        def _say(self, **answer: object) -> None:
            self.wfile.write(json.dumps(answer).encode() + b"\n")

    path = store.with_name(store.name + SUFFIX)
    try:
        # Left by a process that was killed: nobody else can hold the store, so nobody listens there.
        path.unlink(missing_ok=True)
        with _address(store) as address:
            server = socketserver.ThreadingUnixStreamServer(address, Command)
    except OSError as error:
        click.echo(f"ineen: commands work only while the app does not run: {path} cannot be made ({error})", err=True)
        yield
        return
    server.daemon_threads = True
    path.chmod(0o600)
    threading.Thread(target=server.serve_forever, name="operator", daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        path.unlink(missing_ok=True)


@contextmanager
def _address(store: Path) -> Iterator[str]:
    """What the socket is called, through the folder's handle where its path is too long for one."""
    path = store.with_name(store.name + SUFFIX)
    if len(str(path)) <= LONGEST or not store.parent.is_dir():
        yield str(path)
        return
    folder = os.open(store.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
