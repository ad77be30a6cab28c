"""`python -m integration.exchange.read`: the process in which one file is read; bytes in, JSON out."""

import json
import resource
import sys

from integration.errors.exchange import FileDamaged, FileTooSlow, FileUnreadable
from integration.exchange.read.apart import MEMORY, SECONDS
from integration.exchange.read.kind import read
from integration.exchange.read.sheet import plain


def answer(data: bytes) -> dict[str, object]:
    """The book, or which refusal it is; whatever a reader did not foresee is a file that is damaged."""
    try:
        return plain(read(data))
    except FileUnreadable as error:
        return {"refused": type(error).__name__, "details": error.details}
    except (MemoryError, RecursionError):
        return {"refused": FileTooSlow.__name__, "details": {}}
    except Exception:  # noqa: BLE001 – a file can be wrong in more ways than its readers name
        return {"refused": FileDamaged.__name__, "details": {}}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))
