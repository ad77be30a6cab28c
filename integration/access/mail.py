"""Mail: one text to one person through the mail server that the settings name."""

import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid, parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from integration.errors import MailRefused, MailUnusable
from integration.model.text import visible
from integration.settings import SMTP_URL

PATIENCE = 20
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, as whom, and from which address."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    sender: str


def configured() -> bool:
    """Whether there is a mail server to hand mail to."""
    return bool(SMTP_URL.text())


def check_mail() -> None:
    """Raise MailUnusable where what is set is no mail server; that none is set is fine."""
    if configured():
        mail_server()


def mail_server() -> MailServer:
    """The mail server of the settings; raises MailUnusable, which never repeats the address, for a password may stand in it."""
    try:
        parts = urlsplit(SMTP_URL.text())
        asked, user = parse_qs(parts.query), unquote(parts.username or "")
        sender = asked.get("from", [user])[0]
        server = MailServer(parts.scheme, parts.hostname or "", parts.port or PORTS[parts.scheme], user, unquote(parts.password or ""), sender)
    except (ValueError, KeyError) as error:
        raise MailUnusable from error
    if not server.host or not _is_address(server.sender):
        raise MailUnusable
    return server


def send(to: str, subject: str, text: str, html: str = "", stop: str = "") -> None:
    """Hand one mail over, also as HTML and with the address that stops such mails where they are given.

    Raises MailRefused when the server does not take it, MailUnusable when the setting is no mail server.
    """
    server = mail_server()
    if not _is_address(to):
        raise MailRefused(to=to[:80], reason="no address")
    try:
        with _connected(server) as connection:
            connection.send_message(_message(server.sender, to, subject, text, html, stop))
    except (OSError, smtplib.SMTPException) as error:
        raise MailRefused(to=to, reason=_reason(error)) from error


def _message(sender: str, to: str, subject: str, text: str, html: str = "", stop: str = "") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = Address("Ineen", addr_spec=sender), to
    # A line break would begin another header.
    message["Subject"] = " ".join(visible(subject).split())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    if stop:
        # One press in a mail program (RFC 8058).
        message["List-Unsubscribe"], message["List-Unsubscribe-Post"] = f"<{stop}>", "List-Unsubscribe=One-Click"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def _connected(server: MailServer) -> smtplib.SMTP:
    if server.scheme == "smtps":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=ssl.create_default_context())
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
        connection.ehlo()
        if connection.has_extn("starttls"):
            connection.starttls(context=ssl.create_default_context())
        elif server.user and server.host not in ("localhost", "127.0.0.1", "::1"):
            connection.close()
            raise smtplib.SMTPException("the server offers no encryption, and a password is not sent without")
    if server.user and server.password:
        connection.login(server.user, server.password)
    return connection


def _reason(error: Exception) -> str:
    answers = (
        error.recipients.values()
        if isinstance(error, smtplib.SMTPRecipientsRefused)
        else [(0, getattr(error, "smtp_error", None) or getattr(error, "strerror", None) or str(error))]
    )
    words = [answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer) for _, answer in answers]
    return " ".join(" ".join(words).split())[:200] or type(error).__name__


def _is_address(text: str) -> bool:
    name, found = parseaddr(text)
    return not name and found == text and "@" in text[1:-1] and not any(one.isspace() or not one.isprintable() for one in text)
