"""`serve`: the app itself, as the service runs it; in one process, or in several behind a proxy."""

import os
import sys
from collections.abc import Mapping

import click

from integration import ROOT
from integration.access.mail import check_mail
from integration.cli.speaking import refuse
from integration.cli.workers import supervise
from integration.settings import ACCEPT_LOSS, LISTEN, PORT, PROXIES
from integration.settings.check import check_settings, unknown_names


@click.command()
@click.option("--port", default="", help="The port to listen on, before the setting PORT.")
@click.option("--listen", default="", help="The address to listen on, before the setting INTEGRATION_LISTEN.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="How many processes, on this port and the next ones.")
@click.option("--accept-loss", is_flag=True, help="For this one start: go on with a store that misses changes.")
def serve(port: str, listen: str, workers: int, accept_loss: bool) -> None:
    """Run the app until it is told to end; the store is opened, and made, by it."""
    given = {PORT.name: port, LISTEN.name: listen, ACCEPT_LOSS.name: "1" if accept_loss else ""}
    os.environ.update({name: value for name, value in given.items() if value})
    check_settings()
    check_mail()
    for name, meant in unknown_names():
        refuse(f"{name} is no setting and was passed over{f'; {meant} is one' if meant else ''}.")
    if workers > 1:
        first = PORT.number(1, 65_000)
        raise SystemExit(supervise([command(str(first + at)) for at in range(workers)], {**os.environ, **environment()}))
    # The process becomes the server, so that a supervisor's signals reach it.
    os.execve(sys.executable, command(PORT.text()), {**os.environ, **environment()})


def command(port: str) -> list[str]:
    """How the server is started, with what the settings say."""
    told = {"server.port": port, "server.address": LISTEN.text()}
    return [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *(word for name, value in told.items() for word in (f"--{name}", value))]


def environment() -> Mapping[str, str]:
    """What the web server under Streamlit is told by the environment alone: which proxies it believes."""
    return {"FORWARDED_ALLOW_IPS": PROXIES.text()}
