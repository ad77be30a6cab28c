"""Invitations: several people at once, each with a role and a link, all of it or nothing."""

from dataclasses import replace

import pytest

from integration.access.seal import Seal
from integration.errors import Invalid, NotAllowed
from integration.model.access.person import Person
from integration.services.access import invitation, people, sign_in
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import identify
from integration.services.core.visit import moment_now, visit
from tests.access.identity import a_member, a_session, by
from tests.access.mailing import mail_host
from tests.examples import BRIDGE, save

ABOUT = {BRIDGE: "Brug"}
LINES = [
    ("noor@school.example", "Noor", "noor@school.example"),
    ("Noor de Wit <Noor@School.example>", "Noor de Wit", "noor@school.example"),
    ("Noor de Wit, noor@school.example;", "Noor de Wit", "noor@school.example"),
    ("noor.de-wit@school.example", "Noor De Wit", "noor.de-wit@school.example"),
    ('"Wit, Noor" <noor@school.example>', "Wit, Noor", "noor@school.example"),
    ("noor@school.example\tNoor de Wit", "Noor de Wit", "noor@school.example"),
    ("mailto:noor@school.example", "Noor", "noor@school.example"),
]
BAD = ["", "  \n ", "noor", "a@b@c", "a@school.example, b@school.example", "Noor <>", f"{'x' * 301} <a@school.example>", "@", f"{'x' * 300}@school.example"]


@pytest.fixture
def opened(bridge):
    return Host(bridge, Cache(), Seal("only for tests"))


@pytest.mark.parametrize(("line", "name", "email"), LINES)
def test_a_line_is_read_as_people_write_it(line, name, email):
    [found] = invitation.read_lines(f"\n{line}\n")

    assert (found.name, found.email) == (name, email)


@pytest.mark.parametrize("typed", BAD)
def test_a_bad_line_is_told_and_nobody_is_invited(opened, typed):
    counter = opened.database.counter
    with pytest.raises(Invalid) as refusal:
        invitation.invite(visit(opened.database, opened.cache, "en"), opened, f"goed@school.example\n{typed}" if typed.strip() else typed, "lead", ABOUT)

    assert {one.field for one in refusal.value.problems} == {"addresses"}
    assert opened.database.counter == counter


@pytest.mark.parametrize(("role", "about", "field"), [("lead", {}, "about"), ("guest", ABOUT, "role"), ("", ABOUT, "role")])
def test_a_role_needs_its_partnerships(opened, role, about, field):
    with pytest.raises(Invalid) as refusal:
        invitation.invite(visit(opened.database, opened.cache, "en"), opened, "a@school.example", role, about)
    assert [one.field for one in refusal.value.problems] == [field]


def test_who_is_known_by_name_alone_gets_the_address_and_who_signs_in_already_keeps_everything(opened):
    [noor] = save(opened.database, Person(name="Noor de Wit"))
    ann = a_member(opened.database, "steering", "ann@school.example", BRIDGE)
    someone = visit(opened.database, opened.cache, "en")
    made = invitation.invite(someone, opened, "noor de wit <noor@school.example>\nAnders <ann@school.example>\nnew@school.example", "lead", ABOUT)
    known = people.read(visit(opened.database, opened.cache, "en"))

    assert [one.person.id for one in made[:2]] == [noor.id, ann.id]
    assert [known.people[one.person.id].name for one in made] == ["Noor de Wit", "ann@school.example", "New"]
    assert all("lead" in known.roles_of(one.person.id) for one in made) and "steering" in known.roles_of(ann.id)


def test_each_link_signs_its_own_person_in_with_the_role(opened):
    [made] = invitation.invite(visit(opened.database, opened.cache, "en"), opened, "noor@school.example", "steering", ABOUT)
    person, _ = sign_in.enter(opened.database, opened.seal, made.path.rpartition("/")[2], moment_now())

    assert (person.id, made.mailed) == (made.person.id, False)
    [grant] = identify(opened.database, opened.cache, a_session(person), moment_now()).grants
    assert (grant.role, grant.partnerships) == ("steering", frozenset({BRIDGE}))


def test_an_invitation_is_mailed_where_mail_is_set_up(opened, monkeypatch):
    with mail_host() as inbox:
        monkeypatch.setenv("INTEGRATION_SMTP_URL", inbox.address)
        [made] = invitation.invite(visit(opened.database, opened.cache, "nl"), opened, "noor@school.example", "lead", ABOUT)
        assert inbox.arrived.wait(20)

    assert (made.mailed, inbox.recipients) == (True, [["noor@school.example"]])
    assert made.path in inbox.mails[0].get_content().replace("=\n", "") and "projectleider: Brug" in inbox.mails[0].get_content()


def test_a_lead_invites_nobody(opened):
    lead = a_member(opened.database, "lead", "lead@school.example", BRIDGE)
    with pytest.raises(NotAllowed):
        invitation.invite(replace(by(opened.database, a_session(lead), "people")), opened, "a@school.example", "lead", ABOUT)
    assert "a@school.example" not in {one.email for one in people.read(visit(opened.database, opened.cache, "en")).people.values()}
