"""Webhooks in words: what each is, how it stands, and what the other end answered."""

from collections.abc import Sequence

from integration.i18n.formats import moment
from integration.i18n.words import Words
from integration.model.operating.webhook import Delivery, Webhook, WebhookForm
from integration.model.text import visible
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table


def form_name(say: Words, form: WebhookForm) -> str:
    """Which program it is for."""
    return {"teams": "Microsoft Teams", "slack": "Slack", "json": say("Another program (JSON, signed)")}[form]


def telling_name(say: Words, kind: str) -> str:
    """What is told."""
    return {"change": say("What changed"), "decision": say("Decisions asked"), "digest": say("The week, when the digest is mailed")}[kind]


def standing(say: Words, webhook: Webhook) -> tuple[str, str]:
    """Its state as a sign with a word, and its tone."""
    if webhook.state == "stopped":
        return f"× {say('stopped: the other end did not take it')}", "late-words"
    return (f"Ⅱ {say('paused')}", "late-words") if webhook.state == "paused" else (f"✓ {say('open')}", "")


def about_words(say: Words, webhook: Webhook) -> str:
    """What it tells, in which language."""
    language = {"nl": "Nederlands", "en": "English"}[webhook.language]
    return " · ".join([webhook.host, *(telling_name(say, one) for one in webhook.tells), language])


def delivery_table(reader: Reader, deliveries: Sequence[Delivery]) -> Table:
    """The last messages, the newest first, with what came of each."""
    say = reader.say
    columns = Column("when", say("When")), Column("what", say("What")), Column("answer", say("Answer"))
    rows = tuple((Cell(moment(one.recorded_at, reader.language) if one.recorded_at else "–"), _event(say, one), _came(reader, one)) for one in deliveries)
    return Table(columns, rows, say("Last messages"), say("Nothing was sent yet."))


def _event(say: Words, one: Delivery) -> str:
    return {"news": say("News"), "digest": say("The week"), "test": say("Test")}[one.event]


def _came(reader: Reader, one: Delivery) -> Cell:
    say, answer = reader.say, answer_words(reader.say, one)
    if one.state == "sending":
        return Cell(say("being sent, or cut off"), tone="late")
    if one.state == "waiting" and one.next_at:
        return Cell(say("{answer}; tried again {moment}", answer=answer, moment=moment(one.next_at, reader.language)), tone="late")
    return Cell(
        answer if one.state == "taken" or one.event == "test" else say("{answer}; given up", answer=answer), tone="" if one.state == "taken" else "late"
    )


def answer_words(say: Words, one: Delivery) -> str:
    """What the other end answered, or why it could not."""
    failures = {
        "private": say("the address leads into a network of our own, and nothing is sent there"),
        "unknown host": say("no machine has this name"),
        "no certificate": say("its certificate is not valid"),
        "silent": say("no answer within 15 seconds"),
        "no connection": say("no connection"),
    }
    if not one.status:
        return failures.get(one.answer, one.answer)
    if one.state == "taken":
        return say("taken ({status})", status=one.status)
    said = visible(one.answer)
    return say("refused ({status}): {words}", status=one.status, words=said) if said else say("refused ({status})", status=one.status)
