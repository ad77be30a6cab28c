"""`python -m integration.reports`: the worker that freezes a large pack, makes one of its files, or looks over a template; progress goes to standard error."""

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
    sys.stdout.buffer.write(_frozen(given) if task == "freeze" else _made(given, *asked) if task == "file" else _looked_over(given, *asked))


def _made(given: bytes, ending: str, language: str) -> bytes:
    content, look = pickle.loads(given)
    return made(ending, cast(Language, language), content, _on_progress, look)


def _looked_over(given: bytes, part: str, name: str) -> bytes:
    from integration.reports.slides.template import accent, logo_problems, template_problems

    problems = logo_problems(given) if part == "logo" else template_problems(name, given)
    return pickle.dumps((problems, "" if problems or part == "logo" else accent(given)))


def _frozen(given: bytes) -> bytes:
    # Its imports are large, and the maker of files does without them.
    from integration.reports.freeze.freeze import freeze

    order, sources, measured = pickle.loads(given)
    return pickle.dumps(freeze(order, sources, measured, _on_progress))


def _on_progress(done: int) -> None:
    print(done, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
