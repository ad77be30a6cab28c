"""Webhooks of a partnership: kept by who leads it, shown without what opens the other program, tested at once, and gone from every export."""

import json
from dataclasses import asdict, replace

import pytest

from integration.errors import Invalid, NotAllowed, ThingNotFound
from integration.model.access.membership import Membership
from integration.model.operating.webhook import MOST_WEBHOOKS, Webhook
from integration.services.access import people
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials
from integration.services.core.visit import visit
from integration.services.exchange import webhook
from integration.services.operating import leaving
from integration.services.portfolio import partnership
from integration.storage.core import event
from integration.storage.organisation import people as known_people
from tests.examples import BRIDGE, NOON, VERA, a_person, a_visit, save
from tests.services.exchange.receiving import receiving

SECRET_PATH = "/hooks/T0SECRET/B0SECRET"


def a_webhook(**wanted) -> Webhook:
    return Webhook(**{"partnership_id": BRIDGE, "form": "json", "endpoint": f"https://hooks.example{SECRET_PATH}", "language": "en", "since": NOON, **wanted})


@pytest.fixture
def lead(bridge):
    """Who leads the Bridge, and the Bridge."""
    with bridge.reading() as cursor:
        vera = known_people(cursor)[VERA]
    save(bridge, replace(vera, email="vera@brug.example"))
    return signed_in(bridge, VERA), partnership.find(a_visit(bridge), "BRUG")


def signed_in(database, person_id: str):
    return visit(database, Cache(), "en", NOON, credentials=Credentials(person_id, NOON))


def made(lead, **wanted):
    someone, own = lead
    return webhook.make(someone, own, a_webhook(**wanted))


@pytest.fixture
def receiver(tmp_path, monkeypatch):
    with receiving(tmp_path) as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "127.0.0.1,::1")
        yield running


def test_a_secret_is_told_once_and_neither_it_nor_the_address_again(lead):
    someone, own = lead
    stored, secret = made(lead)
    [again] = webhook.listed(someone, own)

    assert secret.startswith("whsec_") and (again.webhook.id, again.webhook.host) == (stored.id, "hooks.example")
    assert "SECRET" not in str(again) and secret not in str(again)


def test_another_secret_takes_the_place_of_the_first(lead):
    someone, own = lead
    stored, secret = made(lead)

    assert webhook.new_secret(someone, own, stored.id) not in ("", secret)


def test_who_may_not_change_the_partnership_keeps_no_webhook(bridge, lead):
    _, own = lead
    [member] = save(bridge, a_person(id="00000000-0000-7000-8000-000000000031", name="Sem", email="sem@brug.example"))
    save(bridge, Membership(person_id=member.id, partnership_id=BRIDGE, role="steering"))
    steering = signed_in(bridge, member.id)

    forbidden = (
        lambda: webhook.listed(steering, own),
        lambda: webhook.make(steering, own, a_webhook()),
        lambda: webhook.test(steering, own, "x"),
        lambda: webhook.remove(steering, own, "x"),
    )
    for one in forbidden:
        with pytest.raises(NotAllowed):
            one()


WRONG = [
    "http://hooks.example/x",
    "https://",
    "https://user@hooks.example/x",
    "https://hooks.example/a b",
    "ftp://x/y",
    "hooks.example",
    "",
    "https://x/" + "y" * 2000,
]


@pytest.mark.parametrize("endpoint", [*WRONG, "https://hooks.example/é", "https://hooks.example:0/x", "https://[::1/x", "https://hooks.example/x#part"])
def test_what_is_no_https_address_is_refused_in_a_sentence(lead, endpoint):
    with pytest.raises(Invalid) as found:
        made(lead, endpoint=endpoint)

    assert [one.field for one in found.value.problems] == ["endpoint"]


def test_an_address_of_slack_is_for_slack(lead):
    with pytest.raises(Invalid) as found:
        made(lead, endpoint="https://hooks.slack.com/services/T0/B0/x", form="teams")

    assert [one.field for one in found.value.problems] == ["form"]
    assert made(lead, endpoint="https://hooks.slack.com/services/T0/B0/x", form="slack")


def test_a_partnership_has_a_handful_at_most(lead):
    for _ in range(MOST_WEBHOOKS):
        made(lead)

    with pytest.raises(Invalid):
        made(lead)
    assert len(webhook.listed(lead[0], lead[1])) == MOST_WEBHOOKS


def test_a_test_says_what_the_other_end_answered(lead, receiver):
    someone, own = lead
    stored, _ = made(lead, endpoint=receiver.address())
    receiver.status, receiver.says = 404, b"no such channel: " + SECRET_PATH.encode()
    refused = webhook.test(someone, own, stored.id)
    receiver.status = 200
    taken = webhook.test(someone, own, stored.id)

    assert [(one.state, one.status) for one in (refused, taken)] == [("refused", 404), ("taken", 200)]
    assert refused.answer == "no such channel: …" and receiver.told[0]["event"] == "test"
    assert [one.id for one in webhook.listed(someone, own)[0].deliveries] == [taken.id, refused.id]


def test_one_of_another_partnership_is_not_there(bridge, lead):
    stored, _ = made(lead)
    other = replace(lead[1], id="00000000-0000-7000-8000-000000000021", code="TUNNEL", version=0)
    save(bridge, other)

    with pytest.raises(ThingNotFound):
        webhook.remove(a_visit(bridge), other, stored.id)


def test_what_was_removed_is_gone_and_its_address_with_it(lead):
    stored, _ = made(lead)
    webhook.remove(lead[0], lead[1], stored.id)

    assert webhook.listed(lead[0], lead[1]) == []
    with pytest.raises(ThingNotFound):
        webhook.test(lead[0], lead[1], stored.id)


def test_no_export_audit_or_file_of_a_person_tells_address_or_secret(bridge, lead, tmp_path):
    stored, secret = made(lead)
    webhook.set_state(lead[0], lead[1], stored.id, "paused")
    leaving.leave(bridge, tmp_path / "out")
    told = b"".join(file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()).decode("latin-1")
    operator = a_visit(bridge)
    told += json.dumps(people.export(operator, VERA), default=str)
    with bridge.reading() as cursor:
        told += str(cursor.execute("SELECT * FROM change").fetchall()) + str(event.of_person(cursor, VERA))

    assert "webhook" in told and "hooks.example" in told and "SECRET" not in told and secret not in told
    assert asdict(stored)["signing_secret"] == secret
