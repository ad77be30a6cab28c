"""Speaking: what a command says goes to the terminal, or to whoever asked the running app for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import click

Output = Callable[[str, bool], None]
_output: ContextVar[Output | None] = ContextVar("output", default=None)
_folder: ContextVar[Path | None] = ContextVar("folder", default=None)


def tell(text: str) -> None:
    """One line, or several, of what a command found or did."""
    (_output.get() or _print)(text, False)


def refuse(text: str) -> None:
    """One line of what was refused or is wrong."""
    (_output.get() or _print)(f"ineen: {text}", True)


def file_named(name: str) -> Path:
    """The file that an operator named, from where they are."""
    return (_folder.get() or Path.cwd()) / name


@contextmanager
def speaking_to(output: Output, folder: Path) -> Iterator[None]:
    """Say everything within to somebody else, who is in that folder."""
    one, other = _output.set(output), _folder.set(folder)
    try:
        yield
    finally:
        _output.reset(one)
        _folder.reset(other)


def _print(text: str, refused: bool) -> None:
    click.echo(text, err=refused)
