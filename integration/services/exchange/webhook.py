"""Webhooks of a partnership: making, testing, pausing and ending them, for who may change the partnership."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from integration.access.outgoing import new_signing_secret
from integration.errors import Invalid, Problem, ThingNotFound
from integration.model.operating.webhook import MOST_WEBHOOKS, Delivery, Webhook, WebhookState, webhook_problems
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.services.exchange import telling
from integration.storage.core.records import append
from integration.storage.operating.webhook import last_deliveries, webhooks_of

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """A webhook as its keepers see it: without what opens the other program, and with its last messages."""

    webhook: Webhook
    deliveries: Sequence[Delivery]


def listed(visit: Visit, partnership: Partnership) -> list[Listed]:
    """The webhooks of a partnership, oldest first."""
    visit.require("edit partnership", partnership.id)
    with visit.reading() as cursor:
        found = webhooks_of(cursor, partnership.id)
        return [Listed(replace(one, signing_secret="", endpoint=f"https://{one.host}"), last_deliveries(cursor, one.id, SHOWN)) for one in found]


def make(visit: Visit, partnership: Partnership, wanted: Webhook) -> tuple[Webhook, str]:
    """Store a webhook and return it with the secret that its messages are signed with, which is told only now; raises Invalid."""
    if problems := tuple(webhook_problems(wanted)):
        raise Invalid(problems)
    ready = replace(wanted, partnership_id=partnership.id, signing_secret=new_signing_secret(), since=visit.now, state="live")
    with visit.change("edit partnership", _subject(partnership, ready), partnership.id) as writing:
        if len(webhooks_of(writing.cursor, partnership.id)) >= MOST_WEBHOOKS:
            raise Invalid((Problem("endpoint", "A partnership has {most} webhooks at most. Remove one first.", most=MOST_WEBHOOKS),))
        [stored] = append(writing, [ready])
    return stored, stored.signing_secret


def set_state(visit: Visit, partnership: Partnership, webhook_id: str, state: WebhookState) -> Webhook:
    """Pause a webhook or let it go on; what happened meanwhile is not told."""
    return _changed(visit, partnership, webhook_id, lambda one: one if one.state == state else replace(one, state=state, since=visit.now))


def new_secret(visit: Visit, partnership: Partnership, webhook_id: str) -> str:
    """Give a webhook another secret, which is told only now; messages are signed with it at once."""
    return _changed(visit, partnership, webhook_id, lambda one: replace(one, signing_secret=new_signing_secret())).signing_secret


def remove(visit: Visit, partnership: Partnership, webhook_id: str) -> None:
    """End a webhook; what opens the other program is kept no longer than its versions of before."""
    _changed(visit, partnership, webhook_id, lambda one: replace(one, removed=True, endpoint=f"https://{one.host}", signing_secret=""))


def test(visit: Visit, partnership: Partnership, webhook_id: str) -> Delivery:
    """Send a message that only says that it works, and return what the other end answered."""
    visit.require("edit partnership", partnership.id)
    return telling.test(visit, partnership, _found(visit, partnership, webhook_id))


def _changed(visit: Visit, partnership: Partnership, webhook_id: str, change: Callable[[Webhook], Webhook]) -> Webhook:
    visit.require("edit partnership", partnership.id)
    before = _found(visit, partnership, webhook_id)
    wanted = change(before)
    if wanted == before:
        return before
    with visit.change("edit partnership", _subject(partnership, wanted), partnership.id) as writing:
        [stored] = append(writing, [wanted])
    return stored


def _found(visit: Visit, partnership: Partnership, webhook_id: str) -> Webhook:
    with visit.reading() as cursor:
        found = {one.id: one for one in webhooks_of(cursor, partnership.id)}
    if webhook_id not in found:
        raise ThingNotFound(value=webhook_id[:40])
    return found[webhook_id]


def _subject(partnership: Partnership, one: Webhook) -> str:
    return f"{partnership.code} → {one.host}"
