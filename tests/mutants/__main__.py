"""`make mutants`: how many changed rules the tests of measures and model notice; exit 1 when fewer than the share that was promised.

Each mutant lives in a forked process. First only what changed is exchanged, after all imports; where no test notices that, and others may have made
something of it when they were imported, the module is compiled from the changed tree and all that uses it is imported anew.
"""

import argparse
import importlib
import os
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import duckdb
import numpy as np
import pandas as pd
import pytest

from tests.mutants.mutations import Mutant, mutants
from tests.mutants.patched import SLOW, Hasty, outcome, silent

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("integration/measures", "integration/model")
TESTS = ("tests/measures", "tests/model")
PROMISED = 0.95
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


def survives(file: Path, mutant: Mutant, tests: list[str], seconds: dict[str, float]) -> bool:
    """Whether every test passes although the module is changed: all is imported anew, the quickest tests run first."""

    def work() -> bool:
        _put_in_place(file, mutant)
        return not tests or pytest.main([*HASTE, *tests], plugins=[_QuickestFirst(seconds)]) == 0

    return silent(work)


class _QuickestFirst(Hasty):
    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds = seconds

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [one for one in items if self.seconds.get(one.nodeid, 0) < SLOW]
        items.sort(key=lambda item: self.seconds.get(item.nodeid, 0))


def equivalents() -> dict[tuple[str, str], str]:
    """Why a mutant cannot be noticed, by file and name: lines “file: mutant | reason”."""
    lines = [line for line in EQUIVALENT.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    named = [line.rpartition(" | ") for line in lines]
    return {(name.partition(": ")[0], name.partition(": ")[2]): reason for name, _, reason in named}


def _lived(tried: list[tuple[Path, Mutant]]) -> Counter[str]:
    """How many of each file survive; each is printed as it is found."""
    tests = {file: tests_of(file) for file, _ in tried}
    found = outcome([str(ROOT / one) for one in FOLDERS], sorted({test for near in tests.values() for test in near}), tried, tests.__getitem__)
    anew = [tried[at] for at in found.anew]
    lived = Counter[str]()
    for file, mutant in [tried[at] for at in found.lived] + [one for one in anew if survives(*one, tests[one[0]], found.seconds)]:
        name = str(file.relative_to(ROOT))
        lived[name] += 1
        print(f"  {name}: {mutant.name}", flush=True)
    return lived


def main() -> int:
    """Try every mutant and print those that survive."""
    asked = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    asked.add_argument("files", nargs="*", default=FOLDERS, help="modules or folders; all of measures and model without one")
    asked.add_argument("--every", type=int, default=1, help="try only each so manieth mutant")
    wanted = asked.parse_args()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    files = [*dict.fromkeys(file.resolve() for name in wanted.files for file in ([Path(name)] if name.endswith(".py") else sorted(Path(name).rglob("*.py"))))]
    excused, every = equivalents(), [(file, one) for file in files for one in mutants(file.read_text("utf-8"))]
    seen = {(str(file.relative_to(ROOT)), one.name) for file, one in every}
    tried = [(file, one) for file, one in every[:: wanted.every] if (str(file.relative_to(ROOT)), one.name) not in excused]
    lived = _lived(tried)
    for name, count in Counter(str(file.relative_to(ROOT)) for file, _ in tried).items():
        print(f"{name}: {count - lived[name]} of {count} noticed")
    gone = [one for one in excused if one not in seen and ROOT / one[0] in files]
    for one in gone:
        print(f"No mutant bears this name any more; take it out of {EQUIVALENT.name}: {': '.join(one)}")
    share = 1 - lived.total() / max(len(tried), 1)
    print(f"{len(tried) - lived.total()} of {len(tried)} mutants noticed: {share:.1%}; {len(excused)} are equivalent")
    return 1 if share < PROMISED or gone else 0


if __name__ == "__main__":
    sys.exit(main())
