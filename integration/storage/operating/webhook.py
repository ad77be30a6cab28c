"""Webhooks and their deliveries as stored."""

from collections.abc import Mapping
from datetime import datetime

from integration.model.operating.server import WebhookHealth
from integration.model.operating.webhook import Delivery, Event, Webhook
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest


def webhooks_of(cursor: Cursor, partnership_id: str) -> list[Webhook]:
    """The webhooks of one partnership, oldest first."""
    return latest(cursor, Webhook, None, "partnership_id = ?", [partnership_id])


def live_webhooks(cursor: Cursor) -> list[Webhook]:
    """Every webhook that is told something."""
    return latest(cursor, Webhook, now="r.state = 'live'")


def open_deliveries(cursor: Cursor) -> Mapping[str, Delivery]:
    """By webhook the message that is not settled: to be tried again, or being sent."""
    return {one.webhook_id: one for one in latest(cursor, Delivery, now="r.state IN ('sending', 'waiting') AND r.event <> 'test'")}


def told_until(cursor: Cursor) -> Mapping[tuple[str, Event], datetime]:
    """Until when each webhook was told of each kind."""
    rows = cursor.execute("SELECT webhook_id, event, max(until) FROM webhook_delivery GROUP BY ALL").fetchall()
    return {(webhook, event): until for webhook, event, until in rows}


def last_deliveries(cursor: Cursor, webhook_id: str, most: int) -> list[Delivery]:
    """The newest messages to one webhook, the newest first."""
    ids = "SELECT id FROM webhook_delivery WHERE webhook_id = ? GROUP BY id ORDER BY min(recorded_at) DESC, id DESC LIMIT ?"
    return latest(cursor, Delivery, now=f"r.id IN ({ids})", now_values=[webhook_id, most])[::-1]


def webhook_health(cursor: Cursor, since: datetime) -> WebhookHealth:
    """What the other ends of all webhooks answered since a moment, without saying whose they are."""
    [(webhooks, stopped)] = cursor.execute(f"SELECT count(*), count(*) FILTER (r.state = 'stopped') FROM {newest('webhook')} WHERE NOT r.removed").fetchall()
    query = f"""
        SELECT count(*) FILTER (r.state = 'taken'), count(*) FILTER (r.state = 'waiting'), count(*) FILTER (r.state = 'refused')
        FROM {newest("webhook_delivery")}
        WHERE r.recorded_at >= $since AND r.event <> 'test'
          AND r.webhook_id IN (SELECT CAST(r.id AS VARCHAR) FROM {newest("webhook")} WHERE NOT r.removed AND r.state <> 'paused')
    """
    [(taken, waiting, refused)] = cursor.execute(query, {"since": since}).fetchall()
    return WebhookHealth(webhooks, stopped, taken, waiting, refused)
