"""Outgoing messages: signed, by https alone, to no machine of one's own network, and never an address of a secret in what is told."""

import hmac
import socket
from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256

import pytest

from integration.access.outgoing import Answer, is_reachable, new_signing_secret, send, signed
from tests.services.exchange.receiving import receiving

NOON = datetime.fromisoformat("2026-11-23 12:00")


@pytest.fixture
def receiver(tmp_path, monkeypatch):
    """A receiver on this machine, which the operator allows, with a certificate that is known."""
    with receiving(tmp_path) as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "127.0.0.1, ::1")
        yield running


PRIVATE = ["127.0.0.1", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1"]
PRIVATE_6 = ["::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.7", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"]


@pytest.mark.parametrize("address", [*PRIVATE, *PRIVATE_6])
def test_no_machine_of_ones_own_network_is_reached(address):
    assert not is_reachable(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "52.113.194.132", "2a00:1450:400e:80f::200e"])
def test_the_public_internet_is_reached(address):
    assert is_reachable(address)


def test_what_the_operator_names_is_reached_and_nothing_beside_it(monkeypatch):
    monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "10.1.0.0/16,fd00::7")

    assert [is_reachable(one) for one in ("10.1.2.3", "fd00::7", "10.2.0.1", "fd00::8", "127.0.0.1")] == [True, True, False, False, False]


def test_a_message_arrives_and_can_be_checked(receiver):
    secret, body = new_signing_secret(), b'{"a": 1}'
    answer = send(receiver.address("/in?key=1"), body, signed(secret, "one", NOON, body))
    [(path, headers, got)] = receiver.got
    stamp = headers["webhook-timestamp"]
    wanted = hmac.digest(b64decode(secret.removeprefix("whsec_")), f"one.{stamp}.".encode() + got, sha256)

    assert (answer, path, got, stamp) == (Answer(202, "1"), "/in?key=1", body, "1795435200")
    assert headers["webhook-signature"] == f"v1,{b64encode(wanted).decode()}" and headers["webhook-id"] == "one"


def test_a_name_that_leads_inside_is_refused_before_anything_is_sent(receiver, monkeypatch):
    monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "")

    assert (send(receiver.address(), b"{}", {}).failure, receiver.got) == ("private", [])


def test_the_address_that_was_looked_at_is_the_one_that_is_spoken_to(receiver, monkeypatch):
    """A name that changes its address between the check and the connection (DNS rebinding) is looked up once."""
    looked, real = [], socket.getaddrinfo

    def answering(host, *more, **others):
        looked.append(host)
        return real(host, *more, **others)

    monkeypatch.setattr(socket, "getaddrinfo", answering)
    send(receiver.address(), b"{}", {})

    assert [one for one in looked if one == "localhost"] == ["localhost"] and len(receiver.got) == 1


def test_of_several_addresses_one_inside_is_enough_to_refuse(receiver, monkeypatch):
    monkeypatch.setenv("INTEGRATION_WEBHOOK_NETWORKS", "127.0.0.1")
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, receiver.port)) for one in ("127.0.0.1", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)

    assert (send(receiver.address(), b"{}", {}).failure, receiver.got) == ("private", [])


def test_a_redirect_is_an_answer_and_is_not_followed(receiver):
    receiver.status, receiver.headers = 307, {"Location": receiver.address("/elsewhere")}

    assert (send(receiver.address("/in"), b"{}", {}).status, [path for path, _, _ in receiver.got]) == (307, ["/in"])


def test_a_certificate_that_is_not_valid_is_said(receiver, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")

    assert (send(receiver.address(), b"{}", {}).failure, receiver.got) == ("no certificate", [])


def test_a_name_of_nobody_and_a_closed_door_are_said(receiver):
    free = socket.create_server(("127.0.0.1", 0))
    port = free.getsockname()[1]
    free.close()

    assert send("https://nobody.invalid/x", b"", {}).failure == "unknown host"
    assert send(f"https://localhost:{port}/x", b"", {}).failure == "no connection"


def test_an_answer_that_repeats_the_address_tells_nothing_of_it(receiver):
    receiver.status, receiver.says = 404, b"no webhook /hooks/T0SECRET/B0SECRET?sig=ABCDEF (B0SECRET)"

    assert "SECRET" not in send(receiver.address("/hooks/T0SECRET/B0SECRET?sig=ABCDEF"), b"{}", {}).words


def test_who_never_answers_is_cut_off(receiver, monkeypatch):
    monkeypatch.setattr("integration.access.outgoing.PATIENCE", 0.3)
    silent = socket.create_server(("127.0.0.1", 0))

    assert send(f"https://localhost:{silent.getsockname()[1]}/x", b"{}", {}).failure == "silent"
    silent.close()
