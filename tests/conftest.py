"""What tests share: a real store file of their own, copied from one that was migrated or filled once."""

import fcntl
import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from integration.access.seal import secret_beside
from integration.demo.portfolio import fill_with_demo
from integration.storage.core.database import Database
from integration.storage.file.opening import beside
from integration.storage.shared.database import SharedDatabase
from tests.browser.kit.running import Running
from tests.examples import COMPANY, a_partnership, a_person, an_organisation, save
from tests.postgres import Postgres, is_here, running
from tests.weighing import is_listed

# Two workers on two cores: a question of a test is small, and a second thread for it only takes the other worker's core.
os.environ.setdefault("INTEGRATION_THREADS", "1")
NO_POSTGRES = "no PostgreSQL can be had here; on Debian: apt-get install postgresql"
settings.register_profile("ineen", database=None, deadline=None, derandomize=True, max_examples=30)
settings.register_profile("quick", settings.get_profile("ineen"), max_examples=10)
settings.load_profile("ineen")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected lives to the end, so garbage is not looked for in it, neither now nor during the tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--store postgresql` runs the tests of the store and its services on a shared one."""
    parser.addoption("--store", choices=("file", "postgresql"), default="file")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about a file where the store is none; what needs a server of a database is slow, and what was measured to be."""
    for one in items:
        if "postgres" in getattr(one, "fixturenames", ()) or is_listed(one):
            one.add_marker("slow")
    if config.getoption("--store") == "postgresql":
        items[:] = [one for one in items if one.get_closest_marker("on_a_file") is None]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL that runs for these tests."""
    if not is_here():
        pytest.skip(NO_POSTGRES)
    with running() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def shared_copy(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, Path], SharedDatabase]:
    """Opens, at the second path, a shared store of its own that holds what a file holds."""
    turn = count(1)

    @cache
    def template(of: Path) -> tuple[str, Path]:
        name, place = f"of{next(turn)}", tmp_path_factory.mktemp("shared") / "copy.duckdb"
        with closing(Database(Path(shutil.copy(of, place.with_name("source.duckdb"))))) as source, closing(SharedDatabase(postgres.make(name), place)) as made:
            made.take_over(source)
        return name, place

    def opened(of: Path, at: Path) -> SharedDatabase:
        name, kept = template(of)
        for suffix in ("", ".mark"):
            shutil.copy(beside(kept, suffix), beside(at, suffix))
        return SharedDatabase(postgres.make(f"store{next(turn)}", name), at)

    return opened


@pytest.fixture(scope="session", autouse=True)
def served_from(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """With `--store postgresql` every server that a test starts over a file keeps that file's records there, from its first start on."""
    if request.config.getoption("--store") != "postgresql":
        yield
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    turn = count(1)

    @cache
    def served(store: Path) -> dict[str, str]:
        url, at = postgres.make(f"served{next(turn)}"), tmp_path_factory.mktemp("served")
        source = Path(shutil.copy(store, at / "source.duckdb")) if store.exists() else at / "source.duckdb"
        with closing(Database(source)) as filled, closing(SharedDatabase(url, at / "copy.duckdb")) as made:
            made.take_over(filled)
        return {"INTEGRATION_STORE": url, "INTEGRATION_COPY": str(at / "copy.duckdb"), "INTEGRATION_SECRET": secret_beside(store)}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Running, "shared", served)
        yield


@pytest.fixture(scope="session")
def copied(request: pytest.FixtureRequest) -> Callable[[Path, Path], Database]:
    """Opens, at the second path, a store that holds what a file holds: a copy of the file, or a shared store."""
    if request.config.getoption("--store") == "postgresql":
        shared: Callable[[Path, Path], Database] = request.getfixturevalue("shared_copy")
        return shared
    return lambda of, at: Database(Path(shutil.copy(of, at)))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Database], object]], Path]:
    """A store file, to be copied, that one worker fills for all of them, by its name."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def once(name: str, fill: Callable[[Database], object]) -> Path:
        path, making = shared / f"{name}.duckdb", shared / f"{name}-making.duckdb"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                with closing(Database(making)) as database:
                    fill(database)
                making.rename(path)
        return path

    return once


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store file, to be copied: running every migration anew costs more than most tests do."""
    path = tmp_path_factory.mktemp("migrated") / "empty.duckdb"
    Database(path).close()
    return path


@pytest.fixture(scope="session")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Database], Any]], tuple[Path, Any]]:
    """A store file, to be copied, that a function filled, and what that returned; each function fills one once."""

    @cache
    def once(fill: Callable[[Database], Any]) -> tuple[Path, Any]:
        database = Database(Path(shutil.copy(migrated, tmp_path_factory.mktemp("filled") / "store.duckdb")))
        told = fill(database)
        database.close()
        return database.path, told

    return once


@pytest.fixture(scope="session")
def demo_of(made_once: Callable[[str, Callable[[Database], object]], Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """A store file of one's own with the demo as loaded on a day; each day is filled once and copied."""

    def own(day: date) -> Path:
        return Path(shutil.copy(made_once(f"demo-{day}", lambda database: fill_with_demo(database, day)), tmp_path_factory.mktemp("copy")))

    return own


@pytest.fixture(scope="session")
def demo_file(demo_of: Callable[[date], Path]) -> Path:
    """A store file with the demo as loaded today, to be copied."""
    return demo_of(datetime.now(UTC).date())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made, alone in its folder."""
    (tmp_path / "store").mkdir()
    return tmp_path / "store" / "integration.duckdb"


@pytest.fixture
def fresh(migrated: Path, copied: Callable[[Path, Path], Database], tmp_path: Path) -> Callable[[], Database]:
    """Opens a store with nothing in it, another one at each call, for tests that need many; they close it."""
    return lambda: copied(migrated, tmp_path / f"{len([*tmp_path.iterdir()])}.duckdb")


@pytest.fixture
def opened_copy(copied: Callable[[Path, Path], Database], path: Path) -> Iterator[Callable[[Path], Database]]:
    """Opens a store that holds what a file holds; it is closed when the test is through."""
    with ExitStack() as kept:
        yield lambda of: kept.enter_context(closing(copied(of, path)))


@pytest.fixture
def db(migrated: Path, opened_copy: Callable[[Path], Database]) -> Database:
    """An open store with nothing in it."""
    return opened_copy(migrated)


@pytest.fixture
def bridge(filled: Callable[..., tuple[Path, Any]], opened_copy: Callable[[Path], Database]) -> Database:
    """A store with one partnership of a school and a company."""
    return opened_copy(filled(fill_with_bridge)[0])


def fill_with_bridge(database: Database) -> None:
    """One partnership of a school and a company, and who leads it."""
    save(database, an_organisation(), an_organisation(id=COMPANY, name="Machinefabriek", kind="company"), a_person(), a_partnership())
