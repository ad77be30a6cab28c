"""A mail server of the tests' own: it keeps what it takes, or refuses everything with a line of its choice."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.smtp import SMTP


class Inbox:
    """What a mail server took; with `refuses` it takes nothing."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses, self.address = refuses, ""
        self.mails: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.arrived = threading.Event()

    async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Any) -> str:
        """Take or refuse one mail."""
        if self.refuses:
            return self.refuses
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        self.recipients.append(list(envelope.rcpt_tos))
        self.arrived.set()
        return "250 OK"


@contextmanager
def mail_host(inbox: Inbox | None = None) -> Iterator[Inbox]:
    """A running mail server on a free port, and its inbox."""
    kept, loop = inbox or Inbox(), asyncio.new_event_loop()
    controller = UnthreadedController(kept, "127.0.0.1", 0, loop=loop)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    # In its own thread from the start: where a browser is driven, this one has a loop that runs already.
    server = asyncio.run_coroutine_threadsafe(loop.create_server(controller._factory_invoker, "127.0.0.1", 0), loop).result()
    kept.address = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}?from=ineen@example.org"
    try:
        yield kept
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def words_of(mail: EmailMessage) -> str:
    """What a mail says as plain text."""
    body = mail.get_body(("plain",))
    return str(body.get_content()) if isinstance(body, EmailMessage) else ""
