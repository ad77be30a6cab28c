"""`make mutants`: how many changed rules the tests of measures and model notice; exit 1 when fewer than the share that was promised.

Each mutant lives in a forked process: its module is compiled from the changed tree, then the module's own tests run, and those of its neighbours.
"""

import argparse
import importlib
import os
import re
import resource
import signal
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import duckdb
import hypothesis
import numpy as np
import pandas as pd
import pytest

from tests.mutants.mutations import Mutant, mutants

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("integration/measures", "integration/model")
TESTS = ("tests/measures", "tests/model")
PROMISED, SECONDS = 0.95, 60
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
WARM = (duckdb, np, pd)  # imported once, before the forks
HASTE = ("-x", "-q", "--no-header", "--tb=no", "--assert=plain", "-p", "no:faulthandler")


def _put_in_place(file: Path, mutant: Mutant) -> None:
    name = _module(file)
    importlib.import_module(name.rpartition(".")[0])
    module = ModuleType(name)
    module.__file__ = str(file)
    sys.modules[name] = module
    exec(compile(mutant.tree, str(file), "exec"), module.__dict__)


def tests_of(file: Path) -> list[str]:
    """The test files to run, the nearest first: those of its name, those that import it, and those of the modules that import it."""
    users = [file, *(one for folder in FOLDERS for one in (ROOT / folder).rglob("*.py") if _imports(one, file))]
    own = ROOT / "tests" / file.relative_to(ROOT / "integration").with_name(f"test_{file.name}")
    near = {one: [_imports(one, user) for user in users] for folder in TESTS for one in sorted((ROOT / folder).rglob("test_*.py"))}
    return [str(one) for one in sorted(near, key=lambda one: (one != own, not near[one][0])) if one == own or any(near[one])]


@cache
def _imports(file: Path, other: Path) -> bool:
    package, _, name = _module(other).rpartition(".")
    if f"from integration import {other.relative_to(ROOT).parts[1]}\n" in file.read_text("utf-8"):
        return True  # a test of all modules of a folder
    return bool(re.search(rf"from {re.escape(package)}(?:\.{name} import\b| import .*\b{name}\b)", file.read_text("utf-8")))


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


class _Hasty:
    """What a failing test would do for a reader is left out: no shrinking."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("mutants", hypothesis.settings.get_profile("ineen"), phases=phases)
        hypothesis.settings.load_profile("mutants")


def survives(file: Path, mutant: Mutant, tests: list[str]) -> bool:
    """Whether every test passes although the module is changed; what hangs has been noticed."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os._exit(_verdict(file, mutant, tests))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGINT:
        raise KeyboardInterrupt
    return status == 0


def _verdict(file: Path, mutant: Mutant, tests: list[str]) -> int:
    try:
        _put_in_place(file, mutant)
    except Exception:  # noqa: BLE001 – a module that cannot even be imported has been noticed
        return 1
    return 0 if pytest.main([*HASTE, *tests], plugins=[_Hasty()]) == 0 else 1


def equivalents() -> dict[tuple[str, str], str]:
    """Why a mutant cannot be noticed, by file and name: lines “file: mutant | reason”."""
    lines = [line for line in EQUIVALENT.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    named = [line.rpartition(" | ") for line in lines]
    return {(name.partition(": ")[0], name.partition(": ")[2]): reason for name, _, reason in named}


def main() -> int:
    """Try every mutant and print those that survive."""
    asked = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    asked.add_argument("files", nargs="*", default=FOLDERS, help="modules or folders; all of measures and model without one")
    asked.add_argument("--every", type=int, default=1, help="try only each so manieth mutant")
    wanted = asked.parse_args()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    files = sorted({file.resolve() for name in wanted.files for file in ([Path(name)] if name.endswith(".py") else Path(name).rglob("*.py"))})
    excused, seen, tried, lived = equivalents(), set[tuple[str, str]](), Counter[str](), Counter[str]()
    for file in files:
        name, began, tests = str(file.relative_to(ROOT)), time.monotonic(), tests_of(file)
        for at, mutant in enumerate(mutants(file.read_text("utf-8"))):
            seen.add((name, mutant.name))
            if at % wanted.every or (name, mutant.name) in excused:
                continue
            tried[name] += 1
            if survives(file, mutant, tests):
                lived[name] += 1
                print(f"  {name}: {mutant.name}", flush=True)
        print(f"{name}: {tried[name] - lived[name]} of {tried[name]} noticed, {time.monotonic() - began:.0f} s", flush=True)
    gone = [one for one in excused if one not in seen and ROOT / one[0] in files]
    for one in gone:
        print(f"No mutant bears this name any more; take it out of {EQUIVALENT.name}: {': '.join(one)}")
    share = 1 - lived.total() / max(tried.total(), 1)
    print(f"{tried.total() - lived.total()} of {tried.total()} mutants noticed: {share:.1%}; {len(excused)} are equivalent")
    return 1 if share < PROMISED or gone else 0


if __name__ == "__main__":
    sys.exit(main())
