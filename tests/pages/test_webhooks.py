"""Webhooks on the update page: made, tested, paused and removed by who leads, in both languages, with the address shown nowhere."""

import pytest

from integration.services.core import host
from tests.pages.session import Session
from tests.services.exchange.receiving import receiving


@pytest.fixture
def receiver(tmp_path, monkeypatch):
    with receiving(tmp_path) as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "127.0.0.1,::1")
        yield running


def a_code() -> str:
    with host.host().database.reading() as cursor:
        return min(str(code) for (code,) in cursor.execute("SELECT DISTINCT code FROM partnership").fetchall())


SAID = {
    "nl": ("Adres (https://…)", "Berichten daarheen sturen", "Test versturen", "De andere kant antwoordde: aangenomen (202).", "Webhook weghalen"),
    "en": ("Address (https://…)", "Send messages there", "Send a test", "The other end answered: taken (202).", "Remove this webhook"),
}


@pytest.mark.parametrize("language", SAID)
def test_one_is_made_tested_and_removed(demo, receiver, language):
    field, make, test, answered, remove = SAID[language]
    session = Session("update", language, p=a_code(), tab="partnership")
    session.field(field).set_value(receiver.address())
    session.field(make).click()
    session.run()
    session.field(test).click()
    session.run()
    told = session.words

    assert answered in told and "localhost" in told and "SECRET" not in told and len(receiver.got) == 1
    session.field(remove).click()
    assert not session.run().shows(test)


def test_what_is_no_address_is_said_and_nothing_is_made(demo):
    session = Session("update", "en", p=a_code(), tab="partnership")
    session.field("Address (https://…)").set_value("http://hooks.example/x")
    session.field("Send messages there").click()

    assert "it begins with https://" in session.run().words and not session.shows("Send a test")
