"""Outgoing messages: one https request to another program, signed, to an address that is no machine of one's own network, checked at the connection itself."""

import hmac
import socket
import ssl
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network
from secrets import token_bytes
from typing import Literal
from urllib.parse import urlsplit

from integration import __version__
from integration.settings import WEBHOOK_NETWORKS

PATIENCE, MOST_READ, MOST_TOLD = 15.0, 4000, 200
KEY = "whsec_"
# Networks of IPv6 that hold an address of IPv4, which would have to be checked as well.
TRANSLATED = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
Failure = Literal["", "private", "unknown host", "no certificate", "silent", "no connection"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other end answered: its status and first words; status 0 and why, where it answered nothing."""

    status: int
    words: str = ""
    failure: Failure = ""

    @property
    def taken(self) -> bool:
        """Whether the message was taken."""
        return 200 <= self.status < 300


def new_signing_secret() -> str:
    """256 random bits, as Standard Webhooks write them."""
    return KEY + b64encode(token_bytes(32)).decode()


def signed(secret: str, message_id: str, moment: datetime, body: bytes) -> dict[str, str]:
    """The headers by which a receiver knows the message, its moment and that it is ours (Standard Webhooks, HMAC-SHA-256)."""
    stamp = str(int(moment.replace(tzinfo=UTC).timestamp()))
    key = b64decode(secret.removeprefix(KEY))
    signature = b64encode(hmac.digest(key, f"{message_id}.{stamp}.".encode() + body, sha256)).decode()
    return {"webhook-id": message_id, "webhook-timestamp": stamp, "webhook-signature": f"v1,{signature}"}


def send(endpoint: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Post one message and say what was answered; follows no redirect, uses no proxy, and never raises."""
    parts = urlsplit(endpoint)
    connection = _Checked(parts.hostname or "", parts.port or 443, timeout=PATIENCE, context=ssl.create_default_context())
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    told = {"Content-Type": "application/json; charset=utf-8", "User-Agent": f"Ineen/{__version__}", "Connection": "close"}
    try:
        with _within(connection):
            connection.request("POST", path, body, told | headers)
            answer = connection.getresponse()
            return Answer(answer.status, _words(answer, path))
    except _Private:
        return Answer(0, failure="private")
    except socket.gaierror:
        return Answer(0, failure="unknown host")
    except ssl.SSLCertVerificationError:
        return Answer(0, failure="no certificate")
    except TimeoutError:
        return Answer(0, failure="silent")
    except (OSError, HTTPException, ValueError, UnicodeError):
        # An exception of this kind may repeat the address, which opens a door.
        return Answer(0, failure="no connection" if not connection.cut else "silent")


def is_reachable(address: str) -> bool:
    """Whether messages may go to this address: to any of the public internet, and to the operator's own networks where these are named."""
    found = ip_address(address.partition("%")[0])
    if any(found in ip_network(one.strip()) for one in WEBHOOK_NETWORKS.text().split(",") if one.strip()):
        return True
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return is_reachable(str(found.ipv4_mapped))
        if any(found in one for one in TRANSLATED):
            return False
    return found.is_global and not found.is_multicast


class _Private(OSError):
    """The name leads to a machine of one's own network."""


class _Checked(HTTPSConnection):
    """A connection to one of the addresses that a name has at this moment, each looked at before anything is sent to it."""

    def __init__(self, host: str, port: int, timeout: float, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self.secured, self.cut = context, False

    def connect(self) -> None:
        """Look the name up once, refuse it where any of its addresses is private, and connect to what was looked at."""
        found = [*dict.fromkeys(one[4][0] for one in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM))]
        if not all(is_reachable(str(one)) for one in found):
            raise _Private
        self.sock = self.secured.wrap_socket(_connected([str(one) for one in found], self.port), server_hostname=self.host)

    def end(self) -> None:
        """Cut the connection off, from another thread."""
        self.cut = True
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def _connected(addresses: list[str], port: int) -> socket.socket:
    refused: OSError = ConnectionError()
    for one in addresses[:4]:
        try:
            return socket.create_connection((one, port), PATIENCE / 3)
        except OSError as error:
            refused = error
    raise refused


@contextmanager
def _within(connection: _Checked) -> Iterator[None]:
    """End the whole request after a while, however slowly its answer drips."""
    watch = threading.Timer(PATIENCE, connection.end)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        connection.close()


def _words(answer: HTTPResponse, path: str) -> str:
    with suppress(OSError, HTTPException, ValueError):
        words = " ".join(answer.read(MOST_READ).decode("utf-8", "replace").split())
        # Some answer with the address that was asked, and that is a secret.
        parts = [one for one in (path, *path.partition("?")[0].split("/"), path.partition("?")[2]) if len(one) > 5]
        for one in sorted(parts, key=len, reverse=True):
            words = words.replace(one, "…")
        return words[:MOST_TOLD]
    return ""
