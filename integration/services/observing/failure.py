"""Failures: what nobody foresaw, under a short code that the reader sees, the log tells and the Operations page explains."""

import hashlib
import traceback
from pathlib import Path

from integration import ROOT

# Nobody takes one for another when reading it aloud, and none spells a word.
LETTERS = "23456789BCDFGHJKMNPQRTVWXZ"
LONG = 5


def place_of(error: BaseException) -> str:
    """Where it came from: the innermost line of ours, else of whatever raised it."""
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [(file.relative_to(ROOT), line) for file, line in frames if file.is_relative_to(ROOT) and "site-packages" not in file.parts]
    file, line = ([*frames[-1:], *ours] or [(Path("–"), 0)])[-1]
    return f"{file if file in {one for one, _ in ours} else file.name}:{line}"


def code_of(error: BaseException) -> str:
    """The code of an error: the same for the same kind at the same place, on every server."""
    number = int.from_bytes(hashlib.sha256(f"{type(error).__name__}/{place_of(error)}".encode()).digest()[:8])
    letters = []
    for _ in range(LONG):
        number, letter = divmod(number, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)
