"""A real nginx in front of a running app, with docs/nginx.conf and a certificate of its own."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from integration import ROOT
from tests.browser.kit.running import Running

PATIENCE = 20.0
NAME = "ineen.example.org"


class Proxy:
    """nginx with the documented file, its ports, paths and certificate put in; use it as a context."""

    def __init__(self, folder: Path, app_port: int, https_port: int, http_port: int) -> None:
        self.folder, self.port, self.http_port = folder, https_port, http_port
        self.address = f"https://{NAME}:{https_port}"
        self.app: Running
        self._file = folder / "nginx.conf"
        self._file.write_text(_whole(_ours(folder, app_port, https_port, http_port), folder), "utf-8")
        self._certify()

    def __enter__(self) -> "Proxy":
        self.process = subprocess.Popen([nginx(), "-p", str(self.folder), "-c", str(self._file)], stderr=subprocess.PIPE, text=True)
        until = time.monotonic() + PATIENCE
        while not _listens(self.port):
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"nginx did not start: {self.process.communicate()[1]}")
            time.sleep(0.05)  # between two questions whether it answers
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)

    def logged(self) -> str:
        """Everything nginx wrote down."""
        return "".join(file.read_text("utf-8") for file in sorted(self.folder.glob("*.log")))

    def _certify(self) -> None:
        wanted = ["-keyout", str(self.folder / "ineen.key"), "-out", str(self.folder / "ineen.crt"), "-subj", f"/CN={NAME}", "-days", "2"]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *wanted], check=True, capture_output=True)


def nginx() -> str:
    """Where nginx is."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if not found:
        raise RuntimeError("The test of the reverse proxy needs nginx: install nginx-light, or run `make test` as root on Debian.")
    return found


def _ours(folder: Path, app_port: int, https_port: int, http_port: int) -> str:
    put = {
        "listen 80;": f"listen 127.0.0.1:{http_port};",
        "listen 443 ssl;": f"listen 127.0.0.1:{https_port} ssl;",
        "127.0.0.1:8501": f"127.0.0.1:{app_port}",
        "/etc/ssl": str(folder),
        "/var/log/nginx": str(folder),
        f"https://{NAME}$request_uri": f"https://{NAME}:{https_port}$request_uri",
    }
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for documented, here in put.items():
        assert documented in text, documented
        text = text.replace(documented, here)
    return text


def _whole(ours: str, folder: Path) -> str:
    paths = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"daemon off;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log stderr crit;\nevents {{}}\nhttp {{\n{paths}{ours}\n}}\n"


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
