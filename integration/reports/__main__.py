"""`python -m integration.reports`: the worker that freezes a large pack or makes one of its files; it tells how far it is on standard error."""

import os
import pickle
import sys
from typing import cast

from integration.model.text import Language
from integration.reports.files import made


def main(task: str, *asked: str) -> None:
    """Read what is given from standard input, and write what was made to standard output."""
    os.nice(10)
    given = sys.stdin.buffer.read()
    sys.stdout.buffer.write(_frozen(given) if task == "freeze" else made(asked[0], cast(Language, asked[1]), given.decode(), _on_progress))


def _frozen(given: bytes) -> bytes:
    # Its imports are large, and the maker of files does without them.
    from integration.reports.freeze.freeze import freeze

    order, sources, measured = pickle.loads(given)
    return pickle.dumps(freeze(order, sources, measured, _on_progress))


def _on_progress(done: int) -> None:
    print(done, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
