"""The worker: what is too heavy for the server is done by a process of its own, at low priority, so that pages stay quick."""

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from integration import ROOT
from integration.errors import FileNotMade, Problem
from integration.model.text import Language
from integration.reports.freeze.freeze import freeze
from integration.reports.freeze.sources import Measured, Order, PartnershipSources
from integration.reports.look import OWN, Look
from integration.reports.progress import OnProgress, silently

FEW = 8
COMMAND = (sys.executable, "-m", "integration.reports")


def frozen_snapshot(order: Order, sources: Sequence[PartnershipSources], measured: Measured, on_progress: OnProgress = silently) -> tuple[str, str]:
    """The snapshot and its hash: made here for a few partnerships, by a worker for many."""
    if len(sources) <= FEW:
        return freeze(order, sources, measured, on_progress)
    made: tuple[str, str] = pickle.loads(worked(["freeze"], pickle.dumps((order, sources, measured)), on_progress))
    return made


def file_made(kind: str, language: Language, content: str, on_progress: OnProgress = silently, look: Look = OWN) -> bytes:
    """One file of a snapshot in a look: pdf, pptx, xlsx or json; raises FileNotMade."""
    return worked(["file", kind, language], pickle.dumps((content, look)), on_progress)


def looked_over(part: str, name: str, data: bytes) -> tuple[list[Problem], str]:
    """What is wrong with a template or a logo, and the first colour of a template that is taken; raises FileNotMade."""
    found: tuple[list[Problem], str] = pickle.loads(worked(["look over", part, name[-200:]], data))
    return found


def worked(task: Sequence[str], given: bytes, on_progress: OnProgress = silently) -> bytes:
    """What a worker makes of what it is given; a number on its standard error tells how far it is. Raises FileNotMade."""
    with tempfile.TemporaryFile() as brought, tempfile.TemporaryFile() as made:
        brought.write(given)
        brought.seek(0)
        with subprocess.Popen([*COMMAND, *task], cwd=ROOT, stdin=brought, stdout=made, stderr=subprocess.PIPE, text=True) as process:
            lines = process.stderr or ()
            rest = [line for line in lines if not _is_progress(line, on_progress)]
        if process.returncode:
            raise FileNotMade from RuntimeError("".join(rest)[-2000:])
        made.seek(0)
        return made.read()


def _is_progress(line: str, on_progress: OnProgress) -> bool:
    if line.strip().isdigit():
        on_progress(int(line))
    return line.strip().isdigit()
