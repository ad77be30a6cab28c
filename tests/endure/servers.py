"""`python -m tests.endure.servers`: three servers, the documented nginx, PostgreSQL and Chromium; exit 1 when anything was lost or late."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from integration import ROOT
from integration.access.seal import Seal
from integration.errors.store import StoreElsewhere
from integration.i18n.words import words_in
from integration.services.access.sign_in import operator_link
from integration.services.core.visit import moment_now
from tests.browser.kit.proxying import nginx
from tests.browser.kit.running import ADMINISTRATOR, free_port
from tests.browser.kit.screen import SETTLED, browser, person, signed_in
from tests.cli.test_workers import answered_by, awaited, children_of, first_of
from tests.postgres import Postgres, running

SERVERS, SECRET = 3, "only for this run"
FORM = "/update?p=GROEN&tab=milestone&m=T3"
LATEST, AWAY = 2.0, 20.0
LONG = 120_000
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"
say = words_in("nl")


@dataclass
class Servers:
    """What runs: the process that serves, its first port, the address of nginx, and the database."""

    serving: "subprocess.Popen[bytes]"
    port: int
    address: str
    postgres: Postgres

    @property
    def ports(self) -> range:
        """Where the servers listen."""
        return range(self.port, self.port + SERVERS)

    def kill(self, port: int) -> None:
        """End the process of this port without a word."""
        [pid] = [one for one in children_of(self.serving.pid) if str(port).encode() in Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0")]
        os.kill(pid, signal.SIGKILL)


@contextmanager
def served() -> Iterator[Servers]:
    """Three servers with the demo, an nginx before them and a database behind them."""
    with ExitStack() as kept:
        folder = Path(kept.enter_context(tempfile.TemporaryDirectory()))
        postgres, port, proxy = kept.enter_context(running(durable=True)), first_of(SERVERS), free_port()
        address = f"http://127.0.0.1:{proxy}"
        named = {"INTEGRATION_STORE": postgres.make("ineen"), "INTEGRATION_SECRET": SECRET, "INTEGRATION_COPY": f"{folder}/copies/copy.duckdb"}
        asked = [sys.executable, "-m", "integration", "serve", "--workers", str(SERVERS), "--port", str(port)]
        log = kept.enter_context((folder / "log").open("w"))
        serving = kept.enter_context(subprocess.Popen(asked, cwd=ROOT, env={**os.environ, **named, "INTEGRATION_ADDRESS": address}, stderr=log))
        kept.callback(serving.terminate)
        before = kept.enter_context(subprocess.Popen([nginx(), "-p", str(folder), "-c", str(_proxied(folder, port, proxy))], stderr=log))
        kept.callback(before.terminate)
        assert awaited(lambda: all(answered_by(port + at) for at in range(SERVERS)) and answered_by(proxy)), (folder / "log").read_text()
        yield Servers(serving, port, address, postgres)


def _proxied(folder: Path, port: int, proxy: int) -> Path:
    text = (ROOT / "deploy" / "nginx-servers.conf").read_text("utf-8")
    put = {"listen 80;": f"listen 127.0.0.1:{proxy};\n    add_header X-Server $upstream_addr;", "HttpOnly; Secure;": "HttpOnly;"}
    for documented, here in {**put, **{f"127.0.0.1:{8501 + at}": f"127.0.0.1:{port + at}" for at in range(SERVERS)}}.items():
        assert documented in text, documented
        text = text.replace(documented, here)
    paths = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    file = folder / "nginx.conf"
    file.write_text(f"daemon off;\npid {folder}/nginx.pid;\nerror_log stderr crit;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}{text}\n}}\n", "utf-8")
    return file


def opened(by: BrowserContext, address: str) -> Page:
    """The form of a milestone, ready to type in; on a busy machine that takes its time."""
    by.set_default_timeout(LONG)
    page = by.new_page()
    page.goto(address + FORM)
    expect(note(page)).to_be_visible(timeout=LONG)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until the page's script has run."""
    page.wait_for_timeout(400)  # what was typed starts a run only after a while
    page.wait_for_selector(SETTLED, timeout=LONG)


def note(page: Page) -> Locator:
    """The field for a note."""
    return page.get_by_role("textbox", name=say("Note"), exact=True)


@dataclass
class Seen:
    """Somebody who types through nginx, and pages of others at the servers beside theirs."""

    typing: Page
    others: list[Page]

    def write(self, words: str) -> None:
        """Type a note; the field is not left."""
        settled(self.typing)
        note(self.typing).fill(words)

    def save(self) -> None:
        """Press the button of the form."""
        self.typing.keyboard.press("Tab")
        settled(self.typing)
        self.typing.get_by_role("button", name=say("Save"), exact=True).click()

    def told(self, words: str) -> float:
        """Seconds until the open forms of all others tell of this note."""
        began = time.monotonic()
        for other in self.others:
            expect(other.locator(".notice tr").filter(has_text=words)).to_be_visible(timeout=LONG)
        return time.monotonic() - began


@contextmanager
def seen(servers: Servers) -> Iterator[Seen]:
    """Three people, each with the form of the same milestone open at another server."""
    with browser() as chrome:
        who = [signed_in(person(chrome), servers.address + operator_link(Seal(SECRET), ADMINISTRATOR, moment_now())) for _ in range(SERVERS)]
        typing = opened(who[0], servers.address)
        beside = [one for one in servers.ports if one != server_of(typing)]
        yield Seen(typing, [opened(one, f"http://127.0.0.1:{port}") for one, port in zip(who[1:], beside, strict=True)])


def server_of(page: Page) -> int:
    """The port of the server that a page behind nginx is with."""
    where = page.evaluate("async () => (await fetch('/healthz')).headers.get('x-server')")
    return int(str(where).rpartition(":")[2])


def spread(who: Seen) -> float:
    """Seconds from a save at one server to the pages of the others."""
    who.write("van de eerste server")
    who.save()
    return who.told("van de eerste server")


def survived(servers: Servers, who: Seen) -> None:
    """Somebody who has saved before types on while their server is killed, and saves through another one, signed in."""
    before = server_of(who.typing)
    who.write("half getypt")
    servers.kill(before)
    assert awaited(lambda: who.typing.evaluate("async () => (await fetch('/healthz')).status") == 200)
    who.typing.wait_for_selector(CONNECTED, timeout=LONG)
    settled(who.typing)
    expect(note(who.typing)).to_have_value("half getypt", timeout=LONG)
    who.save()
    who.told("half getypt")


def kept_while_away(servers: Servers, who: Seen, seconds: float) -> None:
    """Somebody types and saves while the database is stopped, is told, and saves when it is back."""
    who.write("getypt zonder database")
    servers.postgres.stop("immediate")
    until = time.monotonic() + seconds
    try:
        who.save()
        expect(who.typing.get_by_text(say(StoreElsewhere.sentence))).to_be_visible(timeout=LONG)
        who.write("getypt zonder database, en verder")
        time.sleep(max(until - time.monotonic(), 0))
    finally:
        servers.postgres.start()
    expect(note(who.typing)).to_have_value("getypt zonder database, en verder", timeout=LONG)
    who.save()
    who.told("getypt zonder database, en verder")


def main() -> int:
    """All of it; returns 1 when it was late."""
    with served() as servers, seen(servers) as who:
        seconds = spread(who)
        print(f"a save at one server is on the pages of the others after {seconds:.2f} s", flush=True)
        survived(servers, who)
        print("a server was killed under somebody who typed: signed in, the text kept, saved through another", flush=True)
        kept_while_away(servers, who, AWAY)
        print(f"the database was away for {AWAY:.0f} s under somebody who typed: told, the text kept, saved afterwards", flush=True)
    return 1 if seconds > LATEST else 0


if __name__ == "__main__":
    sys.exit(main())
