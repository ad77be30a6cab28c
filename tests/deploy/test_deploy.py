"""deploy/: the service is closed to what it does not need, the image runs as nobody special, and both start the command that is installed."""

import re
import shutil
import subprocess

import pytest

from integration import ROOT
from integration.settings import SETTINGS

DEPLOY = ROOT / "deploy"
MOST_EXPOSED = 3.0


def lines(name: str) -> list[str]:
    return (DEPLOY / name).read_text("utf-8").splitlines()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_the_service_is_hardened():
    rated = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(DEPLOY / "ineen.service")]
    told = subprocess.run(rated, capture_output=True, text=True, timeout=60).stdout

    [exposed] = re.findall(r"Overall exposure level for ineen.service: ([\d.]+)", told)
    assert float(exposed) <= MOST_EXPOSED


def test_the_service_keeps_its_files_to_itself_and_starts_again():
    told = dict(line.split("=", 1) for line in lines("ineen.service") if "=" in line and not line.startswith("#"))

    assert (told["UMask"], told["User"], told["StateDirectory"], told["Restart"]) == ("0077", "ineen", "ineen", "on-failure")
    assert told["ExecStart"] == "/opt/ineen/bin/ineen serve" and int(told["LimitNOFILE"]) >= 65_536


def test_the_image_runs_as_its_own_user_with_one_volume_and_says_whether_it_is_well():
    words = [line.split(maxsplit=1) for line in lines("Dockerfile") if line and line[0].isupper()]
    [last] = [number for number, (word, _) in enumerate(words) if word == "FROM"][1:]
    told = words[last:]

    assert ["USER", "ineen"] in told
    assert [rest for word, rest in told if word == "VOLUME"] == ["/var/lib/ineen"]
    assert any(word == "HEALTHCHECK" for word, _ in told) and "/healthz" in "\n".join(lines("Dockerfile"))


def test_the_image_is_made_of_what_the_package_needs_and_of_nothing_else():
    copied = {name.removeprefix("./") for line in lines("Dockerfile") if line.startswith("COPY") and "--from" not in line for name in line.split()[1:-1]}
    allowed = {line[1:].partition("/")[0] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}

    assert copied == allowed
    assert [name for name in copied if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["compose.yml", "compose.servers.yml", "Dockerfile", "ineen.service"])
def test_only_settings_that_there_are_stand_in_the_files(name):
    known = {one.name for one in SETTINGS}

    assert set(re.findall(r"INTEGRATION_[A-Z_]+", "\n".join(lines(name)))) - known == set()
