"""docs/operations.md on a clean Debian: installed, signed in behind https, killed, upgraded and moved, by its commands alone, each step timed.

Run as root: `make clean-machine`. It makes a Debian root in a folder of its own and takes it away again. There is no systemd in it: a stand-in starts
what the units say, as the users they name. Names and addresses in the commands become those of this machine, and nothing else of them is changed.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integration import ROOT

SUITE, MIRROR, HERE = "bookworm", "http://deb.debian.org/debian", "https://localhost"
TEXT = (ROOT / "docs" / "operations.md").read_text("utf-8")
GIVEN = {"https://ineen.example.org >>": f"{HERE} >>", "YOUR.NAME": "localhost"}
PORTS = (443, 8501)
KNOWN = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
KNOWN |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy") or name in ("PIP_CERT", "PIP_DEFAULT_TIMEOUT")}
# What `systemctl` does of it here: a unit's command line, under its user, with its settings.
SYSTEMCTL = """#!/bin/sh
[ "$1" = enable ] && shift; for unit in "$@"; do :; done
run=/run/$unit.pid
stop() { [ -f $run ] && kill "$(cat $run)" 2>/dev/null && while grep -q "State:.[^Z]" /proc/"$(cat $run)"/status 2>/dev/null; do sleep 0.1; done; rm -f $run; }
case "$*" in *stop*) stop; exit 0;; esac
stop
if [ $unit = caddy ]; then
    HOME=/var/lib/caddy setsid setpriv --reuid caddy --regid caddy --clear-groups --inh-caps +net_bind_service --ambient-caps +net_bind_service \
        caddy run --config /etc/caddy/Caddyfile > /var/log/caddy.log 2>&1 & echo $! > $run
else
    install -d -m 0700 -o ineen -g ineen /var/lib/ineen /var/lib/ineen/data
    cd /var/lib/ineen; umask 077; set -a; . /etc/ineen/ineen.env; HOME=/var/lib/ineen; STATE_DIRECTORY=/var/lib/ineen
    setsid setpriv --reuid ineen --regid ineen --clear-groups $(sed -n s/^ExecStart=//p /etc/systemd/system/ineen.service) > /var/log/ineen.log 2>&1 &
    echo $! > $run
fi
"""


def paragraph(title: str) -> list[str]:
    """The commands of one paragraph of the page, in their order."""
    part = re.split(r"^## ", TEXT, flags=re.MULTILINE)
    [own] = [one for one in part if one.startswith(f"{title}\n")]
    return [line for block in re.findall(r"^```sh\n(.*?)^```$", own, re.MULTILINE | re.DOTALL) for line in block.splitlines()]


class Machine:
    """A Debian root, and what is typed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, line: str, check: bool = True) -> str:
        """One command as root, as it stands on the page but for names."""
        for said, here in GIVEN.items():
            line = line.replace(said, here)
        done = subprocess.run(["chroot", str(self.folder), "/bin/sh", "-c", line], env=KNOWN, capture_output=True, text=True, timeout=1800)
        if check and done.returncode:
            raise SystemExit(f"{line}\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
        return done.stdout

    def write(self, name: str, words: str, mode: int = 0o644) -> None:
        """A file of the machine."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
        file.chmod(mode)

    def counts(self) -> str:
        """What its store holds."""
        return "\n".join(line for line in self.run("ineen check").splitlines() if " records" in line)


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """What programs read of the machine itself."""
    subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder / "proc")], check=True)


@contextmanager
def told(what: str) -> Iterator[None]:
    """How long a step took."""
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:7.1f} s  {what}", flush=True)


def clean(folder: Path) -> Machine:
    """A Debian with nothing but Python, which reaches the registries as this machine does."""
    subprocess.run(["debootstrap", "--variant=minbase", "--include=python3,ca-certificates,curl", SUITE, str(folder), MIRROR], check=True, capture_output=True)
    machine = Machine(folder)
    machine.write("usr/local/sbin/systemctl", SYSTEMCTL, 0o755)
    # The address on the page leads to this checkout, and what it holds as last committed.
    machine.write("etc/gitconfig", '[url "file:///srv/source.git"]\n\tinsteadOf = https://git.example.org/ineen.git\n[safe]\n\tdirectory = *\n')
    machine.write("usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n", 0o755)
    for name in ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt"):
        shutil.copy(f"/{name}", folder / name)
    subprocess.run(["git", "clone", "-q", "--bare", str(ROOT), str(folder / "srv" / "source.git")], check=True)
    machine.run("apt-get update")
    return machine


def signed_in(machine: Machine, said: str) -> None:
    """The link that was printed makes an administrator, behind https."""
    link = re.findall(r"https://localhost/\S+", said)[0]
    authority = "/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt"
    known = f"--retry 20 --retry-delay 1 --retry-connrefused --cacert {authority} -s -o /dev/null -w %{{http_code}}"
    answers = [machine.run(f"curl {known} -c /tmp/jar -b /tmp/jar {how}") for how in (f"-X POST '{link}'", f"{HERE}/still/portfolio")]
    if answers != ["303", "200"]:
        raise SystemExit(f"not signed in: {answers}")


def well(machine: Machine) -> None:
    """Wait until the server says that it is."""
    for _ in range(240):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", 8501)) == 0 and "200" in machine.run(
                "python3 -c \"import urllib.request as u; print(u.urlopen('http://127.0.0.1:8501/healthz', timeout=40).status)\"", check=False
            ):
                return
        time.sleep(0.5)  # between two questions whether it answers
    raise SystemExit(machine.run("tail -20 /var/log/ineen.log"))


def shown(folder: Path) -> None:
    """Every paragraph, in its order."""
    with told("a clean Debian with nothing but Python"):
        machine = clean(folder)
    installing = paragraph("Install")
    began = time.monotonic()
    with mounted(folder):
        try:
            for line in installing[:-1]:
                with told(line[:90]):
                    machine.run(line)
            with told("healthy"):
                well(machine)
            with told(installing[-1]):
                signed_in(machine, machine.run(installing[-1]))
            print(f"{time.monotonic() - began:7.1f} s  from nothing to a signed-in administrator behind https, in {len(installing)} commands")
            others(machine, folder)
        finally:
            machine.run("systemctl stop ineen; systemctl stop caddy", check=False)


def others(machine: Machine, folder: Path) -> None:
    """Kill and start, back up, upgrade, and the backup on another machine."""
    with told("killed, started, well"):
        machine.run("kill -9 $(cat /run/ineen.pid); rm /run/ineen.pid; systemctl restart ineen")
        well(machine)
    for title in ("Back up and put back", "Upgrade, and go back"):
        with told(title):
            for line in paragraph(title):
                machine.run(line)
            well(machine)
    before = machine.counts()
    machine.run("systemctl stop ineen; mv /var/lib/ineen /srv/old; cp /srv/old/before-the-upgrade.duckdb /srv/old/data/integration.duckdb.secret /root/")
    with told("the backup on a machine without a store"):
        machine.run("install -d -o ineen -g ineen -m 0700 /var/lib/ineen && cp /root/before-the-upgrade.duckdb /var/lib/ineen/before-the-move.duckdb")
        for line in paragraph("Move to another machine"):
            machine.run(f"cd /root && {line}")
        well(machine)
    if machine.counts() != before:
        raise SystemExit(f"the other machine holds something else:\n{before}\n{machine.counts()}")


def main() -> None:
    """Everything, in a folder that is gone afterwards."""
    taken = [port for port in PORTS if socket.socket().connect_ex(("127.0.0.1", port)) == 0]
    if taken or not shutil.which("debootstrap"):
        raise SystemExit(f"It needs root, debootstrap, and the ports {PORTS} free (taken: {taken}).")
    folder = Path(sys.argv[1] if sys.argv[1:] else tempfile.mkdtemp(prefix="clean-machine-"))
    # Its users walk through it from here.
    folder.chmod(0o755)
    try:
        shown(folder)
    finally:
        # Whatever is still mounted in it stays.
        subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=False)


if __name__ == "__main__":
    main()
