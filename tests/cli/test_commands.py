"""The command line as an operator types it: real processes, one clear line, an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from integration import ROOT, __version__
from integration.storage.core.database import Database
from integration.storage.file.migration import KNOWN
from tests.examples import a_partnership, save


def ineen(*words: str, store: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m integration`."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("INTEGRATION_")}
    command = [sys.executable, "-m", "integration", *words]
    return subprocess.run(command, cwd=ROOT, env={**known, "INTEGRATION_STORE": str(store), **environment}, capture_output=True, text=True, timeout=120)


def refused(run: subprocess.CompletedProcess[str]) -> str:
    """The one line of a refusal."""
    assert run.returncode == 2, run
    assert run.stderr.count("\n") == 1 and run.stderr.startswith("ineen: ")
    return run.stderr


def test_the_version_is_said(path):
    run = ineen("version", store=path)

    assert (run.returncode, run.stdout) == (0, f"ineen {__version__}\n")


def test_a_demo_is_loaded_and_found_sound(path):
    assert ineen("demo", "--partnerships", "15", "--seed", "7", store=path).returncode == 0
    run = ineen("check", store=path)

    assert run.returncode == 0
    assert "partnership          15 records" in run.stdout and "sound" in run.stdout


def test_a_demo_never_goes_over_work(path):
    database = Database(path)
    save(database, a_partnership())
    database.close()
    before = path.read_bytes()

    assert "not empty" in refused(ineen("demo", store=path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("words", [("check",), ("demo",)])
def test_a_store_that_another_process_holds_is_left_alone(db, path, words):
    assert "in use by another process" in refused(ineen(*words, store=path))


@pytest.mark.parametrize("words", [("check",), ("demo",)])
def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path, words):
    notes = tmp_path / "notes.duckdb"
    notes.write_text("not a database" * 500)

    assert "not an Ineen store" in refused(ineen(*words, store=notes))
    assert notes.read_text() == "not a database" * 500


def test_a_store_of_a_newer_version_is_left_alone(path):
    Database(path).close()
    with duckdb.connect(str(path)) as newer:
        newer.execute("INSERT INTO schema_version SELECT ?, max(applied_at) FROM schema_version", [KNOWN + 1])

    assert "newer" in refused(ineen("check", store=path))


def test_checking_what_is_not_there_makes_nothing(path):
    assert "no store at" in refused(ineen("check", store=path))
    assert not path.exists()


def test_the_app_refuses_a_bad_store_or_setting_in_one_line(tmp_path):
    notes = tmp_path / "notes.duckdb"
    notes.write_text("not a database" * 500)
    # Streamlit's own sign-in asks for the secret beside the store before the store is opened.
    provider = {f"INTEGRATION_OIDC_{name}": "https://provider.example/x" for name in ("URL", "CLIENT", "SECRET")}
    for environment, words in (
        ({"INTEGRATION_STORE": str(notes)}, "not an Ineen store"),
        ({"INTEGRATION_SILENT_DAYS": "soon"}, "INTEGRATION_SILENT_DAYS"),
        ({"INTEGRATION_STORE": str(tmp_path / "missing" / "store.duckdb"), **provider}, "There is no folder"),
    ):
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0"]
        settings = {**os.environ, "INTEGRATION_STORE": str(tmp_path / "new.duckdb"), **environment}
        run = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=120)

        assert run.returncode == 2
        assert [line for line in run.stderr.splitlines() if line.startswith("ineen: ") and words in line] != []
        assert "Traceback" not in run.stderr + run.stdout
