"""The server's life: open the store or stop in one clear line, warm up, and turn errors into sentences."""

import gc
import hashlib
import importlib
import logging
import os
import pkgutil
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st
from streamlit.config import set_option

from integration import INSTALLED, __version__, charts, ui, views
from integration.access.mail import check_mail
from integration.errors import IneenError, MailUnusable, SettingUnusable
from integration.errors.store import DatabaseSilent, StoreUnusable
from integration.i18n.words import words_in
from integration.services.access import demo_people
from integration.services.changes import since, turned
from integration.services.core.host import AGAIN, Host, host, installation_secret
from integration.services.core.visit import moment_now, visit
from integration.services.operating.checkpoint import Checkpoints
from integration.services.operating.timetable import timed_work
from integration.services.pack import demo_papers
from integration.services.portfolio import calibration, portfolio, since_when
from integration.settings import OIDC_CLIENT, OIDC_SECRET, OIDC_URL, PORT, WARM, public_address
from integration.settings.check import check_settings
from integration.ui.frame.language import language
from integration.ui.kit.html import OPEN
from integration.ui.kit.label import label as as_label
from integration.ui.operating.log import begin_log, say_line

T = TypeVar("T")
log = logging.getLogger("ineen")
# The script that Streamlit runs for every page.
NAVIGATION = Path(__file__).with_name("navigation.py")
SCRIPT = f"{__package__}.navigation"
SETTLED = 60.0
TRACED_BY_ANYBODY = ("streamlit.web.server.starlette.starlette_websocket", "streamlit.components.v2.bidi_component.serialization")
TOLD_BY_US = "streamlit.error_util"


def lifespan(
    taking_commands: Callable[[Host], AbstractContextManager[None]], serving: Callable[[], AbstractContextManager[None]]
) -> Callable[[Any], AbstractAsyncContextManager[dict[str, Any]]]:
    """The server's life, in which operators' commands are taken too; `serving` goes around it."""

    @asynccontextmanager
    async def living(_app: Any) -> AsyncIterator[dict[str, Any]]:
        begin_log()
        # Whoever asks the settings where this server listens is told so, however it was started.
        os.environ[PORT.name] = str(st.get_option("server.port"))
        opened = _opened()
        quieten()
        stopping = threading.Event()
        if WARM.text() == "1":
            opened.warming.set()
            threading.Thread(target=_warm_up, args=(opened,), name="warm-up", daemon=True).start()
        threading.Thread(target=_work, args=(opened, stopping), name="timed work", daemon=True).start()
        threading.Thread(target=_settle, args=(opened, stopping), name="settle", daemon=True).start()
        with taking_commands(opened), serving():
            _announce(opened)
            yield {}
        stopping.set()
        _tried(opened, lambda: opened.journal.keep(moment_now()))
        opened.database.close()

    return living


def _opened() -> Host:
    """The store, before the first visitor; what cannot be used ends the process, with exit code 2, or 75 where starting again may help."""

    def opening() -> Host:
        check_settings()
        check_mail()
        opened = host()
        demo_papers.publish_in_demo(opened)
        return opened

    return _or_end(opening)


def _or_end(opening: Callable[[], T]) -> T:
    try:
        return opening()
    except (StoreUnusable, SettingUnusable, MailUnusable) as error:
        for line in str(error).splitlines():
            say_line(f"ineen: {line}")
        # The web server would wrap an exception in a stack trace and exit with another code.
        os._exit(AGAIN if isinstance(error, DatabaseSilent) else 2)


def quieten() -> None:
    """Let Streamlit's log hold one line where anybody may cause a trace, and none of what `on_error` tells itself."""
    for name in TRACED_BY_ANYBODY:
        logging.getLogger(name).addFilter(_without_trace)
    logging.getLogger(TOLD_BY_US).addFilter(_told_elsewhere)


def _told_elsewhere(record: logging.LogRecord) -> bool:
    return record.msg != "Uncaught app execution"


def _without_trace(record: logging.LogRecord) -> bool:
    # Anybody may send what is no message; one line tells of it, where a trace each would fill the disk.
    record.exc_info = None
    return True


def on_error(error: Exception) -> bool:
    """Say what went wrong; of what nobody foresaw only that it did, and the log keeps the trace."""
    if isinstance(error, IneenError):
        st.error(as_label(words_in(language()).error(error)), icon=":material/error:")
        return True
    say, code = words_in(language()), host().journal.failed(error, "a page failed", moment_now(), st.session_state.get(OPEN, ""))
    went = say("Something went wrong on our side. If you were saving just now, look whether it is there; reload the page to go on.")
    st.error(as_label(f"{went} {say('Code for your administrator: {code}', code=code)}"), icon=":material/error:")
    return True


def oidc_secrets() -> dict[str, Any] | None:
    """What Streamlit's own sign-in needs of our settings; None leaves it to a secrets file, if there is one."""
    if not OIDC_URL.text():
        return None
    provider = {"client_id": OIDC_CLIENT.text(), "client_secret": OIDC_SECRET.text(), "server_metadata_url": OIDC_URL.text()}
    asked = {"scope": "openid email profile", "prompt": "select_account"}
    # Asked while the program is loaded, before anything else could say what is wrong.
    secret = _or_end(installation_secret)
    # A sign-in that began before a restart, or on another server, ends after it, or here.
    set_option("server.cookieSecret", hashlib.sha256(f"ineen/cookie/{secret}".encode()).hexdigest())
    return {"auth": {"redirect_uri": f"{public_address()}/oauth2callback", "cookie_secret": secret, **provider, "client_kwargs": asked}}


def _announce(opened: Host) -> None:
    here = public_address(f"http://{st.get_option('server.address') or 'localhost'}:{st.get_option('server.port')}")
    say_line(f"ineen {__version__}, store {opened.database.path}, at {here}/")
    links = demo_people.sign_in_links(opened)
    for role, path in links:
        say_line(f"  sign in as {role:<20} {here}{path}")
    if not links:
        command = "ineen" if INSTALLED else ".venv/bin/python -m integration"
        say_line(f"  to sign in:  {command} signin you@school.example")
        say_line('  the first administrator:  … signin you@school.example --administrator --name "Your name"')


def _work(opened: Host, stopping: threading.Event) -> None:
    work = timed_work(opened)
    # A server that was only started to look at something need not be backed up.
    while not stopping.wait(SETTLED):
        _tried(opened, lambda: work.look(moment_now()))


def _settle(opened: Host, stopping: threading.Event) -> None:
    checkpoints = Checkpoints(opened.database)
    while not stopping.wait(SETTLED):
        _tried(opened, checkpoints.look)
        _tried(opened, lambda: opened.journal.keep(moment_now()))


def _tried(opened: Host, task: Callable[[], object]) -> None:
    try:
        task()
    except IneenError as error:
        log.error("%s", error)
    except Exception as error:  # noqa: BLE001 – whatever one task meets, the others are done, and it is tried again
        opened.journal.failed(error, "a task of the server failed", moment_now())


def _warm_up(opened: Host) -> None:
    try:
        _tried(opened, lambda: _warm(opened))
    finally:
        opened.warming.clear()


def _warm(opened: Host) -> None:
    for part in (charts, ui, views):
        for one in pkgutil.walk_packages(part.__path__, f"{part.__name__}."):
            if one.name != SCRIPT:
                importlib.import_module(one.name)
    someone = visit(opened.database, opened.cache, "en")
    portfolio.trend(someone)
    calibration.of_portfolio(someone)
    turned.read(someone, since.MEETING)
    read = portfolio.read(someone)
    since_when.told(someone, read, [*read.partnerships.index])
    # What lives as long as the server need not be looked at whenever garbage is collected.
    gc.collect()
    gc.freeze()
