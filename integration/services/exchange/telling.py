"""Telling: what each webhook is sent by itself, written down before it leaves, and tried again with growing pauses."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import pandas as pd

from integration.access.outgoing import Answer, send, signed
from integration.errors import EditConflict
from integration.exchange.message_forms import body_of
from integration.model.access.ability import STEERING
from integration.model.change import Change
from integration.model.kinds import RECORD_KINDS
from integration.model.operating.server import Outcome
from integration.model.operating.webhook import GONE, PAUSES, Delivery, Event, Webhook, delivery_id
from integration.model.partnership import Partnership
from integration.model.register import Decision
from integration.services.core.identity import Credentials
from integration.services.core.visit import Visit, visit
from integration.services.pack import digest
from integration.settings import public_address
from integration.storage.core.history import changed_since, changes_named
from integration.storage.core.records import append, latest
from integration.storage.operating.webhook import live_webhooks, open_deliveries, told_until
from integration.storage.organisation import people
from integration.views.exchange.message import Message, digest_message, news_message, test_message

# What was saved a moment ago may be taken back, or come from another server.
SETTLED, CUT_OFF = timedelta(minutes=1), timedelta(minutes=10)
BUDGET = 120.0
TOLD = tuple(kind.table for kind in RECORD_KINDS if kind.ability in STEERING and kind.ability.startswith("read"))


Told = Mapping[tuple[str, Event], datetime]


class Weekly(Protocol):
    """When a digest is due."""

    def latest(self, now: datetime) -> datetime:
        """The newest moment that it was."""


def tell(visit: Visit, weekly: Weekly | None) -> Outcome:
    """Tell every webhook what it was not told yet, and try again what is due; each message is begun by one server alone."""
    until, answers = time.monotonic() + BUDGET, list[bool]()
    with visit.reading() as cursor:
        webhooks = live_webhooks(cursor)
        places = {one.id: one for one in latest(cursor, Partnership)} if webhooks else {}
        left, told = open_deliveries(cursor), told_until(cursor)
    for webhook in webhooks:
        # One that hangs keeps the others waiting for a while, and not all night.
        if webhook.partnership_id not in places or time.monotonic() > until:
            continue
        about = places[webhook.partnership_id]
        for wanted in _wanted(visit, webhook, left.get(webhook.id), told, weekly):
            found = _delivered(visit, about, webhook, wanted)
            answers += [found.state == "taken"] if found else []
            if found and found.state != "taken":
                break
    return Outcome(sum(answers), len(answers) - sum(answers))


def _wanted(visit: Visit, webhook: Webhook, left: Delivery | None, told: Told, weekly: Weekly | None) -> Iterator[Delivery]:
    """What is to be sent to one webhook now: nothing new while something waits."""
    if left and left.next_at and (left.state == "waiting" or visit.now < left.next_at):
        if left.state == "waiting" and left.next_at <= visit.now:
            yield left
        return
    first, until = max(webhook.since, told.get((webhook.id, "news"), webhook.since)), visit.now - SETTLED
    if first < until and {"change", "decision"} & {*webhook.tells}:
        yield _new(webhook, "news", first, until)
    due = weekly.latest(visit.now) if weekly and "digest" in webhook.tells else None
    if due and max(webhook.since, told.get((webhook.id, "digest"), webhook.since)) < due:
        yield _new(webhook, "digest", due, due)


def _new(webhook: Webhook, event: Event, first: datetime, until: datetime) -> Delivery:
    about = webhook.partnership_id
    return Delivery(id=delivery_id(webhook, event, first), partnership_id=about, webhook_id=webhook.id, event=event, first_at=first, until=until)


def test(visit: Visit, about: Partnership, webhook: Webhook) -> Delivery:
    """Send a message that only says that it works; it is never tried again."""
    wanted = _new(webhook, "test", visit.now, visit.now)
    answer = _sent(webhook, wanted, test_message(committee(visit, webhook).reader, about), visit.now)
    done = replace(wanted, state="taken" if answer.taken else "refused", tries=1, status=answer.status, answer=answer.failure or answer.words)
    with visit.telling(about.id) as writing:
        return append(writing, [done])[0]


def committee(asking: Visit, webhook: Webhook) -> Visit:
    """The look at the store of the partnership's committee, in the language of the webhook: what it is told is what a steering member may read."""
    credentials = Credentials(committee=webhook.partnership_id)
    return replace(visit(asking.database, asking.cache, webhook.language, asking.now, credentials=credentials), only_reads=True)


def message_of(visit: Visit, webhook: Webhook, about: Partnership, wanted: Delivery) -> Message | None:
    """What this delivery tells, made anew for each try; None where that is nothing."""
    reading = committee(visit, webhook)
    with visit.database.snapshot():
        if wanted.event == "digest":
            return digest_message(reading.reader, about, digest.of_partnership(reading, about))
        return _news(reading, webhook, about, wanted)


def _news(reading: Visit, webhook: Webhook, about: Partnership, wanted: Delivery) -> Message | None:
    reading.require("read register", about.id)
    with reading.reading() as cursor:
        rows: pd.DataFrame = changed_since(cursor, {about.id: wanted.first_at}, wanted.until)
        rows = rows[rows.kind.isin(TOLD)].sort_values(["size", "recorded_at"], ascending=False)
        changes, names = changes_named(cursor, rows), {one.id: one.name for one in people(cursor).values()}
    asked = [one.after for one in changes if _is_asked(one)] if "decision" in webhook.tells else []
    rest = [one for one in changes if one.after not in asked] if "change" in webhook.tells else []
    return news_message(reading.reader, about, [one for one in asked if isinstance(one, Decision)], rest, names)


def _is_asked(one: Change) -> bool:
    return one.before is None and isinstance(one.after, Decision) and one.after.decided_on is None and not one.after.removed


def _delivered(visit: Visit, about: Partnership, webhook: Webhook, wanted: Delivery) -> Delivery | None:
    message = message_of(visit, webhook, about, wanted)
    if message is None and not wanted.version:
        return None
    try:
        with visit.telling(about.id) as writing:
            [begun] = append(writing, [replace(wanted, state="sending", tries=wanted.tries + 1, next_at=visit.now + CUT_OFF)])
    except EditConflict:
        # Another server took it a moment ago.
        return None
    # What was taken back since the last try is nothing to tell any more.
    answer = _sent(webhook, begun, message, visit.now) if message else Answer(204)
    settled = _settled(begun, answer, visit.now)
    with visit.telling(about.id) as writing:
        [done] = append(writing, [settled])
        if done.state == "refused":
            current = next((one for one in live_webhooks(writing.cursor) if one.id == webhook.id), None)
            append(writing, [replace(current, state="stopped")] if current else [])
    return done


def _settled(begun: Delivery, answer: Answer, now: datetime) -> Delivery:
    told = replace(begun, status=answer.status, answer=answer.failure or answer.words, next_at=None)
    if answer.taken:
        return replace(told, state="taken")
    if answer.status == GONE or begun.tries > len(PAUSES):
        return replace(told, state="refused")
    return replace(told, state="waiting", next_at=now + PAUSES[begun.tries - 1])


def _sent(webhook: Webhook, wanted: Delivery, message: Message, now: datetime) -> Answer:
    body = body_of(webhook.form, message, wanted.id, public_address())
    return send(webhook.endpoint, body, signed(webhook.signing_secret, wanted.id, now, body))
