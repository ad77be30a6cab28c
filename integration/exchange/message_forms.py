"""Messages in the forms that other programs take: a card of Microsoft Teams, blocks of Slack, and plain JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from integration.model.operating.webhook import WebhookForm
from integration.views.exchange.message import Message

FORMAT = "ineen-message-1"
# What the two programs take of one block, and a margin.
LONGEST_TITLE, LONGEST_LINES = 140, 2800


def body_of(form: WebhookForm, message: Message, message_id: str, server: str) -> bytes:
    """The message as it is sent; `server` is the address of ours that its link leads to."""
    made = BODIES[form](message, message_id, server + message.href if message.href else server)
    return json.dumps(made, ensure_ascii=False).encode()


def _teams(message: Message, _id: str, url: str) -> dict[str, Any]:
    """An Adaptive Card, as Workflows of Teams post it; its texts are read as Markdown, so every sign of that is taken as it stands."""
    body: list[dict[str, Any]] = [_text(message.title, size="medium", weight="bolder")]
    for group in message.groups:
        body += [_text(group.title, weight="bolder", spacing="medium")] if group.title else []
        body += [_text(line, spacing="small") for line in group.lines]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
        "actions": [{"type": "Action.OpenUrl", "title": message.open_words, "url": url}],
        "msteams": {"width": "Full"},
    }
    return {"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}]}


def _text(words: str, **look: str) -> dict[str, Any]:
    return {"type": "TextBlock", "text": "".join(f"\\{one}" if one in r"\`*_{}[]()#+-!|<>~&@" else one for one in words), "wrap": True, **look}


def _slack(message: Message, _id: str, url: str) -> dict[str, Any]:
    """Blocks whose texts are plain, so that nobody is called by what somebody wrote."""
    blocks: list[dict[str, Any]] = [{"type": "header", "text": _plain_text(message.title[:LONGEST_TITLE])}]
    for group in message.groups:
        lines = "\n".join([*filter(None, [group.title]), *(f"• {line}" for line in group.lines)])
        blocks.append({"type": "section", "text": _plain_text(lines[:LONGEST_LINES])})
    blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": f"<{_escaped(url)}|{_escaped(message.open_words)}>"}})
    return {"text": _escaped(message.title), "blocks": blocks}


def _plain_text(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": False}


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _json(message: Message, message_id: str, url: str) -> dict[str, Any]:
    """Our own form, of which docs/webhooks.md tells; names stay, new ones may come."""
    groups = [{"title": one.title, "lines": [*one.lines]} for one in message.groups]
    about = {"code": message.code, "name": message.name}
    return {"format": FORMAT, "id": message_id, "event": message.event, "partnership": about, "title": message.title, "groups": groups, "url": url}


BODIES: Mapping[WebhookForm, Callable[[Message, str, str], dict[str, Any]]] = {"teams": _teams, "slack": _slack, "json": _json}
