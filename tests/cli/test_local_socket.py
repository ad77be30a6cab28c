"""Operators' commands work while the app runs: it carries them out itself, through a socket beside its store."""

import shutil
import stat
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration.storage.core.database import Database
from integration.storage.file.opening import beside
from tests.browser.kit.running import LEAD, Running
from tests.cli.test_commands import ineen, refused


@pytest.fixture(scope="module")
def app(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A running app in a folder whose path is too long for the address of a socket."""
    folder = tmp_path_factory.mktemp("a folder with " + "a very " * 12 + "long name")
    with Running(Path(shutil.copy(demo_file, folder / "store.duckdb"))) as running:
        yield running


def health(app: Running) -> int:
    try:
        with urllib.request.urlopen(f"{app.address}/healthz", timeout=10) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_the_socket_is_its_owners_alone(app):
    assert stat.S_IMODE(beside(app.store, ".socket").stat().st_mode) == 0o600


def test_check_works_while_the_app_runs(app):
    run = ineen("check", store=app.store)

    assert (run.returncode, run.stderr) == (0, "")
    assert "partnership          12 records" in run.stdout and "sound" in run.stdout


def test_a_digest_is_printed_while_the_app_runs(app):
    run = ineen("digest", "--dry-run", "--language", "en", store=app.store)

    assert run.returncode == 0
    assert "<" in run.stdout


def test_a_backup_made_while_the_app_runs_opens_as_a_store_and_can_be_put_back(app, tmp_path):
    assert ineen("backup", str(tmp_path / "copy.duckdb"), store=app.store).returncode == 0
    copy = Database(tmp_path / "copy.duckdb")
    assert copy.counter > 0
    copy.close()

    run = ineen("restore", str(tmp_path / "copy.duckdb"), store=app.store)
    assert run.returncode == 0 and "kept as" in run.stdout
    assert ineen("check", store=app.store).returncode == 0
    assert health(app) == 200


def test_a_sign_in_link_is_of_the_app_that_has_the_store_open_and_names_both(app):
    run = ineen("signin", LEAD, store=app.store, PORT="1")

    assert (run.returncode, run.stdout.startswith(f"{app.address}/signin/")) == (0, True)
    assert f"for the store {app.store}, which the app on port {app.port} has open" in run.stdout


def test_a_sign_in_link_for_who_is_not_known_is_refused_and_without_an_app_it_says_so(app, tmp_path):
    assert "nobody of this store signs in with wie@elders.example" in refused(ineen("signin", "wie@elders.example", store=app.store))
    run = ineen("signin", LEAD, store=tmp_path / "other.duckdb", PORT="8123")

    assert (run.returncode, run.stdout.startswith("http://127.0.0.1:8123/signin/")) == (0, True)
    assert f"{tmp_path / 'other.duckdb'}, which no app has open now: start it on port 8123" in run.stdout


def test_what_is_refused_is_one_line_there_too(app, tmp_path):
    assert "there is no such file" in refused(ineen("restore", str(tmp_path / "nothing.duckdb"), store=app.store))


def test_a_store_deleted_under_the_app_is_told_and_can_still_be_saved(demo_file, tmp_path):
    store = Path(shutil.copy(demo_file, tmp_path / "store.duckdb"))
    with Running(store) as app:
        assert ineen("digest", "--dry-run", store=store).returncode == 0
        store.unlink()

        assert health(app) == 503
        assert ineen("backup", str(tmp_path / "rescued.duckdb"), store=store).returncode == 0
    rescued = Database(tmp_path / "rescued.duckdb")
    assert rescued.counter > 0
    rescued.close()
