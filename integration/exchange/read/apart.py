"""Reading apart: each file is read in a process of its own, with so much time and memory and no more, so that it can harm nothing else."""

import json
import subprocess
import sys

from integration import ROOT
from integration.errors import exchange
from integration.errors.exchange import FileEmpty, FileTooLarge, FileTooSlow, FileUnreadable
from integration.exchange.read.sheet import MOST_BYTES, Book, from_plain

SECONDS, MEMORY = 20, 800_000_000


def read_apart(data: bytes) -> Book:
    """The sheets of a file, read by another process; raises FileUnreadable."""
    if not data:
        raise FileEmpty
    if len(data) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // 1_000_000)
    command = [sys.executable, "-m", "integration.exchange.read"]
    try:
        done = subprocess.run(command, input=data, cwd=ROOT, capture_output=True, timeout=2 * SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise FileTooSlow from error
    try:
        told = json.loads(done.stdout)
    except ValueError as error:
        raise FileTooSlow from error
    if "refused" in told:
        refusal: type[FileUnreadable] = getattr(exchange, told["refused"])
        raise refusal(**told["details"])
    return from_plain(told)
