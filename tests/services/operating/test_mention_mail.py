"""Mail about mentions: who is named is told once, soon, with a way to the thing, and not who chose otherwise or took it back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.digest import MailChoice, choice_id
from integration.model.discussion.comment import Comment
from integration.services.operating.mention_mail import send_mentions
from tests.access.mailing import mail_host, words_of
from tests.examples import BRIDGE, NOON, a_milestone, a_visit, save

IRIS = Person(name="Iris", email="iris@example.org")


@pytest.fixture
def inbox(monkeypatch, bridge):
    save(bridge, IRIS, Membership(person_id=IRIS.id, partnership_id=BRIDGE, role="steering"), recorded_at=NOON - timedelta(days=1))
    with mail_host() as running:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", running.address)
        yield running


def mention(database, **more):
    [one] = save(database, a_milestone(code="T1"), recorded_at=NOON - timedelta(days=1))
    wanted = Comment(partnership_id=BRIDGE, thing="milestone", thing_id=one.id, words="Iris, klopt dit?", mentions=(IRIS.id,))
    return save(database, replace(wanted, **more), recorded_at=NOON)[0]


def mailed(database, minutes: int) -> list[str]:
    return [one.outcome for one in send_mentions(a_visit(database, now=NOON + timedelta(minutes=minutes)))]


def test_who_is_mentioned_is_told_once_and_soon(bridge, inbox):
    mention(bridge)

    assert [mailed(bridge, minutes) for minutes in (1, 5, 6, 60, 3 * 24 * 60)] == [[], ["sent"], [], [], []]
    [mail] = inbox.mails
    assert "Iris, klopt dit?" in words_of(mail) and "T1 Curriculum" in words_of(mail)


def test_nobody_is_told_who_chose_otherwise_or_of_what_was_taken_back(bridge, inbox):
    save(bridge, replace(mention(bridge), removed=True), recorded_at=NOON + timedelta(minutes=1))
    assert mailed(bridge, 5) == []

    mention(bridge)
    save(bridge, MailChoice(id=choice_id(IRIS.id), person_id=IRIS.id, comment="none"))
    assert mailed(bridge, 5) == []
    assert not inbox.mails
