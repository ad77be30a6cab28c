"""Messages in the forms of Teams, Slack and our own: nothing that somebody wrote is read as markup, a mention or a link."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from integration import ROOT
from integration.access.outgoing import new_signing_secret, signed
from integration.exchange.message_forms import body_of
from integration.services.core.visit import moment_now
from integration.views.exchange.message import Message
from integration.views.pack.digest import Group

HOSTILE = "[hier](https://evil.example) <!channel> <at>all</at> **vet** & `code` <https://evil.example|x>"


def documented(language: str) -> str:
    [found] = re.findall(rf"```{language}\n(.*?)```", Path(ROOT / "docs" / "webhooks.md").read_text("utf-8"), re.DOTALL)
    return str(found)


def a_message(**wanted) -> Message:
    groups = (Group("Gewijzigd", (HOSTILE, "Les ‘één’")),)
    return Message(
        **{"event": "news", "code": "BRUG", "name": "De Brug", "title": "De Brug", "groups": groups, "open_words": "Openen", "href": "/x?p=BRUG", **wanted}
    )


def made(form, **wanted):
    return json.loads(body_of(form, a_message(**wanted), "one", "https://ineen.example"))


def test_teams_reads_a_card_in_which_every_sign_stands_for_itself():
    [attached] = made("teams")["attachments"]
    card = attached["content"]
    texts = [one["text"] for one in card["body"]]

    assert (attached["contentType"], card["type"]) == ("application/vnd.microsoft.card.adaptive", "AdaptiveCard")
    assert card["actions"][0]["url"] == "https://ineen.example/x?p=BRUG" and texts[-1] == "Les ‘één’"
    assert not re.search(r"(?<!\\)[\[\]<>*`_&]", texts[2]) and re.sub(r"\\(.)", r"\1", texts[2]) == HOSTILE


def test_slack_reads_plain_texts_that_call_nobody():
    sent = made("slack", title=HOSTILE)
    header, section, link = sent["blocks"]

    assert {one["text"]["type"] for one in (header, section)} == {"plain_text"} and HOSTILE in section["text"]["text"]
    assert "<" not in sent["text"] and link["text"]["text"] == "<https://ineen.example/x?p=BRUG|Openen>"


def test_what_is_long_is_cut_to_what_slack_takes():
    header, section, _ = made("slack", title="t" * 500, groups=(Group("g", ("x" * 5000,)),))["blocks"]

    assert len(header["text"]["text"]) <= 150 and len(section["text"]["text"]) <= 3000


def test_our_own_form_is_the_one_that_is_documented():
    assert made("json").keys() == json.loads(documented("json")).keys() and made("json")["groups"][0]["lines"][0] == HOSTILE


@pytest.mark.parametrize(("change", "ours"), [({}, True), ({"webhook-timestamp": "1"}, False), ({"webhook-id": "two"}, False)])
def test_the_documented_check_takes_ours_and_nothing_else(change, ours):
    known: dict[str, Any] = {}
    exec(documented("python"), known)
    secret, body = new_signing_secret(), body_of("json", a_message(), "one", "https://ineen.example")
    headers = signed(secret, "one", moment_now(), body) | change

    assert known["is_ours"](secret, headers, body) is ours and not known["is_ours"](new_signing_secret(), headers, body)
