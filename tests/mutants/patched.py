"""Mutants in place: a session that has imported and collected everything forks, what changed is exchanged, and the tests of its lines run."""

import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from inspect import CO_OPTIMIZED
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType, FunctionType, ModuleType
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.mutations import Mutant

SECONDS = 30
SLOW = 0.4  # what only a test that takes longer would notice deserves a worked value
QUIET = ("-s", "-qq", "--no-header", "--no-summary", "--tb=no", "--assert=plain", "-p", "no:faulthandler")
Line = tuple[str, int]
Tried = tuple[Path, Mutant]


def silent(work: Callable[[], bool], seconds: int = SECONDS) -> bool:
    """What a forked process answers that prints nothing; False also where it died or used up its time."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        try:
            answer = work()
        except BaseException:  # noqa: BLE001 – whatever it is, it has been noticed
            answer = False
        os._exit(0 if answer else 1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGINT:
        raise KeyboardInterrupt
    return status == 0


class Hasty:
    """What a failing test would do for a reader is left out: no shrinking."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("mutants", hypothesis.settings.get_profile("ineen"), phases=phases)
        hypothesis.settings.load_profile("mutants")


@dataclass
class Outcome:
    """What a session found: how long each test takes, who survived, and who can be judged only by importing anew."""

    seconds: dict[str, float] = field(default_factory=dict)
    lived: list[int] = field(default_factory=list)
    anew: list[int] = field(default_factory=list)


class Session(Hasty):
    """Runs each test to learn how long it takes, and each quick one to learn its lines, then each mutant against the tests of its lines, the quickest first."""

    def __init__(self, folders: Iterable[str], tried: list[Tried], near: Callable[[Path], list[str]]) -> None:
        self.folders, self.tried, self.near, self.outcome = tuple(folders), tried, near, Outcome()
        self.lines: dict[str, set[Line]] = {}
        self.here: set[Line] = set()
        self.imported = self.here

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for item in session.items:
            began = time.process_time()
            if not _passes([item]):
                pytest.exit(f"This test fails as things are: {item.nodeid}")
            self.outcome.seconds[item.nodeid] = time.process_time() - began
        quickest = sorted((item for item in session.items if self.outcome.seconds[item.nodeid] < SLOW), key=lambda item: self.outcome.seconds[item.nodeid])
        for item in quickest:
            self.here = self.lines[item.nodeid] = set()
            sys.settrace(self.tracer)
            _passes([item])
            sys.settrace(None)
        for at, (file, mutant) in enumerate(self.tried):
            self._try(at, file, mutant, quickest)
        return True

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self) -> None:
        sys.settrace(None)

    def _try(self, at: int, file: Path, mutant: Mutant, quickest: list[pytest.Item]) -> None:
        lines = {(str(file), line) for line in mutant.lines}
        near = () if mutant.within else {*self.near(file)}
        own = [item for item in quickest if lines & self.lines[item.nodeid] or str(item.path) in near]
        limit = 3 + int(3 * sum(self.outcome.seconds[item.nodeid] for item in own))
        if not own or silent(lambda: _exchanged(file, mutant) and _passes(own), limit):
            # Others may have made something of it when they were imported.
            anew = not mutant.within or lines & self.imported
            (self.outcome.anew if anew else self.outcome.lived).append(at)
            print(f"  {file.stem}: {mutant.name} {'is judged anew' if anew else 'survives'}", flush=True)

    def tracer(self, frame: FrameType, _event: str, _argument: object) -> Any:
        """Notes the lines of functions that are looked at; a module's own lines run once, whoever imports it first."""
        name = frame.f_code.co_filename
        return self._line if name.startswith(self.folders) and frame.f_code.co_flags & CO_OPTIMIZED else None

    def _line(self, frame: FrameType, event: str, _argument: object) -> Any:
        if event == "line":
            self.here.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def _passes(items: list[pytest.Item]) -> bool:
    return not any(one.failed for item, after in zip(items, [*items[1:], None], strict=True) for one in runtestprotocol(item, log=False, nextitem=after))


def _exchanged(file: Path, mutant: Mutant) -> bool:
    old = next(one for one in sys.modules.values() if getattr(one, "__file__", None) == str(file))
    new = ModuleType(old.__name__)
    new.__file__ = str(file)
    sys.modules[old.__name__] = new  # dataclasses look themselves up
    exec(compile(mutant.tree, str(file), "exec"), new.__dict__)
    sys.modules[old.__name__] = old
    functions = dict(_functions(new, new.__name__))
    for name, function in _functions(old, old.__name__):
        _as(function, functions[name])
        function.__code__ = functions[name].__code__
    for name, value in {**vars(old)}.items():
        made = vars(new).get(name)
        if isinstance(value, type) and value.__module__ == old.__name__:
            if is_dataclass(value) and is_dataclass(made):
                _as(vars(value)["__init__"], vars(made)["__init__"])
                for one, other in zip(fields(value), fields(made), strict=True):
                    one.default = other.default
        elif not name.startswith("__") and not isinstance(value, FunctionType | ModuleType) and repr(value) != repr(made):
            for module in [*sys.modules.values()]:
                if getattr(module, "__dict__", {}).get(name) is value:
                    setattr(module, name, made)
    return True


def _as(function: Any, other: Any) -> None:
    function.__defaults__, function.__kwdefaults__ = other.__defaults__, other.__kwdefaults__


def _functions(place: object, module: str) -> Iterator[tuple[str, FunctionType]]:
    for one in vars(place).values():
        inner = one.fget if isinstance(one, property) else one.__func__ if isinstance(one, classmethod | staticmethod) else one
        if isinstance(inner, FunctionType) and inner.__module__ == module and not inner.__code__.co_filename.startswith("<"):
            yield inner.__qualname__, inner
        elif isinstance(inner, type) and inner.__module__ == module and not isinstance(place, type):
            yield from _functions(inner, module)


def outcome(folders: Iterable[str], tests: Iterable[str], tried: list[Tried], near: Callable[[Path], list[str]]) -> Outcome:
    """What a session in a process of its own finds; who forks it has imported nothing of ours."""
    there, here = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=_in_session, args=(here, folders, tests, tried, near))
    child.start()
    here.close()
    try:
        return there.recv()
    except EOFError:
        sys.exit("The tests do not pass as they are.")
    finally:
        child.join()


def _in_session(answer: Connection, folders: Iterable[str], tests: Iterable[str], tried: list[Tried], near: Callable[[Path], list[str]]) -> None:
    session = Session(folders, tried, near)
    sys.settrace(session.tracer)
    pytest.main([*QUIET, *tests], plugins=[session])
    answer.send(session.outcome)
