"""Sockets of strangers: so many in all and per network, the idlest closed for the newest, so that they never take the places of readers."""

import asyncio
import resource
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integration.services.core.identity import Identity, credentials_in, identify
from integration.services.core.throttle import network_of
from integration.web.caller import OurHost

# A session holds three files beside its socket, also for a while after that closed; and a closed one lingers until its other side says so.
WANTED_FILES, FILES_PER_SOCKET, FILES_FOR_OTHERS = 65_536, 5, 700
MOST_IN_ALL, MOST_PER_NETWORK = 2_000, 100
# Who connects asks for a page at once; who answers a round may think for a while, and a browser that was closed comes back by itself.
FIRST_WORD, NEXT_WORD = 20.0, 900.0
TRY_AGAIN_LATER, POLICY = 1013, 1003


def raise_limit() -> int:
    """Let this process open as many files as it may; returns how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED_FILES if hard == resource.RLIM_INFINITY else min(hard, WANTED_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return WANTED_FILES if soft == resource.RLIM_INFINITY else soft


def most_strangers(files: int) -> int:
    """How many sockets of strangers there may be where so many files may be open; the rest is for readers and for what closed a moment ago."""
    return min(MOST_IN_ALL, max((files - FILES_FOR_OTHERS) // FILES_PER_SOCKET, 20))


@dataclass(eq=False)
class Stranger:
    """One socket of somebody who is not signed in; `patience` is how many seconds it may be silent, None for ever."""

    network: str
    patience: float | None
    leaving: asyncio.Event = field(default_factory=asyncio.Event)


class Sockets:
    """Middleware before every websocket; `asked_for` says which messages of a browser are passed on, `discreet` how much of each is told to it."""

    def __init__(self, app: ASGIApp, our_host: OurHost, asked_for: Callable[[bytes], bool], discreet: Callable[[bytes], bytes]) -> None:
        self.app, self._our_host = app, our_host
        self._asked_for, self._discreet = asked_for, discreet
        self._most = most_strangers(raise_limit())
        # The idlest first.
        self._open: OrderedDict[Stranger, None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no websocket and whoever signed in; count the others."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        identity = await run_in_threadpool(self._identity, scope)
        if identity.person.version:
            with self._our_host().journal.reader(signed_in=True):
                await self.app(scope, self._heard(receive, send), self._without_names(send))
            return
        client = scope.get("client") or ("",)
        stranger = Stranger(network_of(str(client[0])), None if identity.grants else FIRST_WORD)
        self._make_place(stranger.network)
        self._open[stranger] = None
        try:
            with self._our_host().journal.reader(signed_in=False):
                await self.app(scope, self._bounded(stranger, self._heard(receive, send), send), self._without_names(send))
        finally:
            self._open.pop(stranger, None)

    def _identity(self, scope: Scope) -> Identity:
        opened, now = self._our_host(), datetime.now(UTC).replace(tzinfo=None)
        return identify(opened.database, opened.cache, credentials_in(HTTPConnection(scope).cookies, opened.seal, now), now)

    def _make_place(self, network: str) -> None:
        near = [one for one in self._open if one.network == network]
        if len(near) >= MOST_PER_NETWORK:
            self._close(near[0])
        elif len(self._open) >= self._most:
            self._close(next(iter(self._open)))

    def _close(self, stranger: Stranger) -> None:
        self._open.pop(stranger, None)
        stranger.leaving.set()

    def _heard(self, receive: Receive, send: Send) -> Receive:
        """What pages need of what a browser says; words where bytes are spoken end the talk, and not in a trace in the log."""

        async def receiving() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                if message.get("bytes") is None:
                    with suppress(Exception):
                        await send({"type": "websocket.close", "code": POLICY})
                    return {"type": "websocket.disconnect", "code": POLICY}
                if self._asked_for(message["bytes"]):
                    return message

        return receiving

    def _without_names(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("bytes") is not None:
                message = {**message, "bytes": self._discreet(message["bytes"])}
            await send(message)

        return sending

    def _bounded(self, stranger: Stranger, receive: Receive, send: Send) -> Receive:
        async def receiving() -> Message:
            message = await _unless(stranger.leaving, receive, stranger.patience)
            if message is None:
                with suppress(Exception):
                    await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
                return {"type": "websocket.disconnect", "code": TRY_AGAIN_LATER}
            if message["type"] == "websocket.receive":
                stranger.patience = stranger.patience and NEXT_WORD
                if stranger in self._open:
                    self._open.move_to_end(stranger)
            return message

        return receiving


async def _unless(leaving: asyncio.Event, receive: Receive, patience: float | None) -> Message | None:
    """The next message; None when it has to leave before, or is silent too long."""
    reading, told = asyncio.ensure_future(receive()), asyncio.ensure_future(leaving.wait())
    try:
        await asyncio.wait({reading, told}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        return reading.result() if reading.done() else None
    finally:
        for one in (reading, told):
            one.cancel()
