"""docs/operations.md says what works: every command of ours in it is carried out, in its order, and every file it names is there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from integration import ROOT
from integration.settings import SETTINGS

TEXT = (ROOT / "docs" / "operations.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines()]
OURS = [line for line in LINES if line.startswith("ineen ")]
# What only a machine of one's own can show.
THE_MACHINES = ("apt-get", "useradd", "git", "python3", "/opt/ineen/bin/pip", "install", "echo", "cp", "sed", "chown", "curl", "systemctl")


def carried_out(line: str, home: Path) -> subprocess.CompletedProcess[str]:
    """One command, with the service's folder in a place of the test's own."""
    words = shlex.split(line.replace("/var/lib/ineen/data/integration.duckdb", str(home / "store.duckdb")).replace("/var/lib/ineen", str(home)))
    known = {name: value for name, value in os.environ.items() if not name.startswith("INTEGRATION_")}
    environment = {**known, "INTEGRATION_STORE": str(home / "store.duckdb")}
    return subprocess.run([sys.executable, "-m", "integration", *words[1:]], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)


@pytest.mark.slow
def test_every_command_of_ours_is_carried_out_as_it_stands(tmp_path):
    assert carried_out("ineen demo --partnerships 1", tmp_path).returncode == 0
    here = [line for line in OURS if "postgresql://" not in line]
    refused = {line: done.stderr for line in here if (done := carried_out(line, tmp_path)).returncode}

    assert len(here) > 6 and refused == {}


def test_every_other_command_is_the_machines():
    assert [line for line in LINES if not line.startswith(("ineen ", *THE_MACHINES))] == []


def test_every_setting_and_file_it_names_is_there():
    named = set(re.findall(r"INTEGRATION_[A-Z_]+", TEXT))
    files = set(re.findall(r"/opt/ineen/source/([\w./-]+)", TEXT)) | {one.partition("#")[0] for one in re.findall(r"\]\((?!http)([^)#]+)\)", TEXT)}

    assert named - {one.name for one in SETTINGS} - {f"{one.name}_FILE" for one in SETTINGS} == set()
    assert [one for one in files if not ((ROOT / one).exists() or (ROOT / "docs" / one).exists())] == []


def test_it_takes_at_most_ten_commands_from_nothing_to_an_administrator():
    installing = BLOCKS[0].splitlines()

    assert len(installing) <= 10
    assert installing[-1].startswith("ineen signin") and "--administrator" in installing[-1]
