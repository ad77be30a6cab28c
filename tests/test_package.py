"""The package: a wheel that is installed elsewhere serves, and keeps its data where a person's or the service's belongs."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest

from integration import ROOT, __version__
from tests.access.wire import Wire
from tests.browser.kit.running import Running

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
pytestmark = pytest.mark.slow


class Installed(Running):
    """The installed program, as its console command starts it."""

    def command(self) -> list[str]:
        return [self.script, "serve", "--port", str(self.port)]


@pytest.fixture(scope="module")
def ineen(tmp_path_factory) -> Path:
    """The console command of a fresh environment, which borrows what the wheel asks for."""
    folder = tmp_path_factory.mktemp("package")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv" / "bin" / "python"
    [wheel] = folder.glob("ineen-*.whl")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, timeout=300)
    [packages] = (folder / "venv" / "lib").glob("python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "venv" / "bin" / "ineen"


@pytest.fixture
def run(ineen, tmp_path):
    """Run the command at home in an empty folder, without a checkout around it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("INTEGRATION_", "PORT", "XDG_", "STATE_"))}

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([ineen, *words], cwd=tmp_path, env={**kept, "HOME": str(tmp_path), **environment}, capture_output=True, text=True, timeout=120)

    return run


def test_an_installed_server_answers_and_draws_its_pages(ineen, tmp_path):
    with Installed(tmp_path / "store.duckdb", str(ineen), INTEGRATION_DEMO="0") as app, Wire(app.address, {}) as wire:
        assert app.get("/healthz") == '{"status":"ok","store":"answers"}'
        assert wire.open("").tells("This page is for people who work on a partnership")
        assert f"ineen {__version__}, store {tmp_path / 'store.duckdb'}" in app.said()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [({}, ".local/share/ineen"), ({"XDG_DATA_HOME": "{home}/own"}, "own/ineen"), ({"STATE_DIRECTORY": "{home}/service"}, "service")],
)
def test_the_store_of_an_installed_program_is_in_the_data_folder(run, tmp_path, environment, folder):
    told = {name: value.format(home=tmp_path) for name, value in environment.items()}
    done = run("demo", "--partnerships", "1", **told)

    store = tmp_path / folder / "data" / "integration.duckdb"
    assert done.stdout.endswith(f"in {store}.\n"), done.stderr
    assert store.parent.stat().st_mode & 0o077 == 0


def test_settings_are_found_in_the_file_that_is_named(run, tmp_path):
    (tmp_path / "ineen.env").write_text(f"# ours\nINTEGRATION_STORE='{tmp_path}/there.duckdb'\n")

    assert str(tmp_path / "there.duckdb") in run("check", INTEGRATION_SETTINGS="ineen.env").stderr


def test_every_wrong_setting_is_told_in_one_sentence_before_anything_starts(run):
    done = run("serve", PORT="many", INTEGRATION_ADDRESS="https://school.nl/ineen", INTEGRATION_SMTP_URL_FILE="/nowhere")

    assert done.returncode == 2
    assert [line.split(" ")[1] for line in done.stderr.splitlines()] == ["INTEGRATION_SMTP_URL_FILE", "PORT", "INTEGRATION_ADDRESS"]


def test_the_lock_holds_what_the_app_imports_and_requirements_is_its_readable_form():
    locked = re.findall(r"^([\w.-]+==\S+(?: ;[^\\]+?)?) \\$", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    readable = [line for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    wanted = [re.sub(r"\[.*\]", "", one).lower() for one in PROJECT["dependencies"]]

    assert locked == readable
    assert [one for one in wanted if one not in locked] == []
