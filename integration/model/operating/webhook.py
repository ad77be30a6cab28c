"""Webhooks: where the news of a partnership is sent by itself, in which form, and what came of each sending."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from integration.errors import Problem
from integration.model.record import Record, new_id
from integration.model.text import Language, unseen

WebhookForm = Literal["teams", "slack", "json"]
WebhookState = Literal["live", "paused", "stopped"]
Event = Literal["news", "digest", "test"]
DeliveryState = Literal["sending", "taken", "waiting", "refused"]
FORMS: tuple[WebhookForm, ...] = ("teams", "slack", "json")
TELLS = ("change", "decision", "digest")
MOST_WEBHOOKS, LONGEST_ENDPOINT = 5, 2000
# After each try that was not taken; after the last one it is given up.
PAUSES = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4), timedelta(hours=12), timedelta(hours=24))
SLACK, GONE = "hooks.slack.com", 410
DELIVERIES = uuid.UUID("5c0d1e57-0000-5000-8000-000000000021")


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook(Record):
    """One endpoint of a partnership: its form, what it is told, in which language, and since when; `stopped` is by the server, after too many refusals."""

    partnership_id: str
    form: WebhookForm
    endpoint: str
    signing_secret: str = ""
    language: Language = "nl"
    tells: tuple[str, ...] = TELLS
    state: WebhookState = "live"
    since: datetime

    @property
    def host(self) -> str:
        """The part of the endpoint that opens nothing."""
        return urlsplit(self.endpoint).hostname or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Record):
    """One message to one webhook: the time it tells of, its tries, and the last answer (`status` 0 where there was none); what it says is not kept."""

    partnership_id: str
    webhook_id: str
    event: Event
    first_at: datetime
    until: datetime
    state: DeliveryState = "sending"
    tries: int = 0
    next_at: datetime | None = None
    status: int = 0
    answer: str = field(default="", metadata={"endless": True})


def delivery_id(webhook: Webhook, event: Event, moment: datetime) -> str:
    """The same id for the same webhook, kind of message and moment, so that the store itself refuses a second sending; a test is always another."""
    return new_id() if event == "test" else str(uuid.uuid5(DELIVERIES, f"{webhook.id}/{event}/{moment.isoformat()}"))


def webhook_problems(wanted: Webhook) -> Iterator[Problem]:
    """What is wrong with a webhook as somebody wants it."""
    if not _is_endpoint(wanted.endpoint):
        yield Problem("endpoint", "Paste the whole address that the other program gave; it begins with https://.")
    elif wanted.host == SLACK and wanted.form != "slack":
        yield Problem("form", "This address is one of Slack; choose Slack.")
    if not wanted.tells:
        yield Problem("tells", "Choose at least one thing to tell.")


def _is_endpoint(text: str) -> bool:
    try:
        parts = urlsplit(text)
        known = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc and not parts.fragment
    except ValueError:
        return False
    return known and len(text) <= LONGEST_ENDPOINT and text.isascii() and text.isprintable() and not any(map(str.isspace, text)) and not unseen(text)
