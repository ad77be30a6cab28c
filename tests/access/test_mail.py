"""Mail: handed to a real mail server, and what a server that refuses or is not there leads to."""

import socket

import pytest

from integration.access.mail import configured, mail_server, send
from integration.errors import MailRefused, MailUnusable
from tests.access.mailing import Inbox, mail_host

HOSTILE = 'Brug ‹#1› $x* @<b>"\'" 😀 שלום =1+1'


@pytest.fixture
def inbox(monkeypatch):
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        yield inbox


def test_a_mail_arrives_as_it_was_written(inbox):
    send("vera@example.org", HOSTILE, f"Regel één\n{HOSTILE}\n.\nlaatste")

    [mail] = inbox.mails
    assert (mail["To"], mail["Subject"], mail["From"]) == ("vera@example.org", HOSTILE, "Ineen <ineen@example.org>")
    assert mail.get_content().replace("\r\n", "\n") == f"Regel één\n{HOSTILE}\n.\nlaatste\n"


def test_a_subject_cannot_add_a_header(inbox):
    send("vera@example.org", "Hallo\r\nBcc: kwaad@example.org", "x")

    assert inbox.recipients == [["vera@example.org"]]
    assert inbox.mails[0]["Bcc"] is None


@pytest.mark.parametrize("to", ["", "vera", "vera@example.org\nBcc: x@example.org", "Vera <vera@example.org>", "a@b.nl, c@d.nl"])
def test_what_is_no_address_is_refused_before_anything_is_sent(inbox, to):
    with pytest.raises(MailRefused):
        send(to, "x", "x")
    assert inbox.mails == []


def test_a_server_that_refuses_is_told_with_its_reason(monkeypatch):
    with mail_host(Inbox(refuses="550 no such mailbox here")) as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        with pytest.raises(MailRefused) as refusal:
            send("vera@example.org", "x", "x")

    assert str(refusal.value) == "The mail to vera@example.org was not sent: no such mailbox here."


def test_a_server_that_is_not_there_is_told(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("INTEGRATION_SMTP_URL", f"smtp://127.0.0.1:{taken.getsockname()[1]}?from=ineen@example.org")
        with pytest.raises(MailRefused):
            send("vera@example.org", "x", "x")


@pytest.mark.parametrize(
    "address", ["mail.example.org", "ftp://x", "smtp://", "smtp://host:port?from=a@b.nl", "smtp://me:secret@host", "smtp://[::1?from=a@b.nl"]
)
def test_an_unusable_setting_is_refused_without_repeating_it(monkeypatch, address):
    monkeypatch.setenv("INTEGRATION_SMTP_URL", address)

    with pytest.raises(MailUnusable) as refusal:
        send("vera@example.org", "x", "x")
    assert "secret" not in str(refusal.value)


def test_a_setting_says_all(monkeypatch):
    monkeypatch.setenv("INTEGRATION_SMTP_URL", "smtps://ineen%40example.org:p%40ss%3A@mail.example.org")

    server = mail_server()
    assert (server.host, server.port, server.user, server.password, server.sender) == (
        "mail.example.org",
        465,
        "ineen@example.org",
        "p@ss:",
        "ineen@example.org",
    )


def test_without_the_setting_there_is_no_mail(monkeypatch):
    monkeypatch.delenv("INTEGRATION_SMTP_URL", raising=False)

    assert not configured()
