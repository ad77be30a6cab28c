"""Merging: every reference follows in new versions, nothing is counted twice or lost, past days stay, and what stays its own is refused."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from integration.errors import EditConflict, NotAllowed, ThingNotFound
from integration.errors.people import HangsOn, MergeLeavesOne, MergeRefused
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.foundation import Agreement, FoundationText, Nuance
from integration.model.kinds import RECORD_KINDS
from integration.model.meeting import Meeting
from integration.model.plan.milestone import Milestone
from integration.model.register import Decision, Risk
from integration.model.text import Text
from integration.services.access import people
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit, moment_now, visit
from integration.services.portfolio import archive, merging, partnership, portfolio
from integration.storage.core.records import append, latest
from integration.storage.organisation import former
from tests.access.identity import a_member, a_session, by
from tests.examples import BRIDGE, COMPANY, SCHOOL, THIRD, VERA, a_milestone, a_partnership, an_organisation, save
from tests.services.mirror.rounds import a_round

OTHER = "00000000-0000-7000-8000-000000000021"


def now(database, as_of=None) -> Visit:
    return visit(database, Cache(), "en", as_of=as_of)


def stored(database, kind):
    with database.reading() as cursor:
        return latest(cursor, kind)


def body(database, one):
    return next(each for each in stored(database, type(an_organisation())) if each.id == one)


@pytest.fixture
def twice(bridge):
    """An organisation that stands there a second time, with a partnership, a milestone, a risk, words and a person of its own."""
    earlier = moment_now() - timedelta(days=2)
    save(bridge, an_organisation(id=THIRD, name="Company again", kind="company"), recorded_at=earlier)
    save(bridge, a_partnership(id=OTHER, code="TUNNEL", partners=(SCHOOL, THIRD)), recorded_at=earlier)
    save(bridge, a_milestone(partnership_id=OTHER, partner_id=THIRD), Risk(partnership_id=OTHER, title=Text("R"), partner_id=THIRD), recorded_at=earlier)
    [text] = save(bridge, FoundationText(partnership_id=OTHER, theme="vision.people", text=Text("Samen")), recorded_at=earlier)
    words = Nuance(partnership_id=OTHER, theme="own", organisation_id=THIRD, text=Text("Van ons"))
    save(bridge, Agreement(partnership_id=OTHER, text_id=text.id, text_version=1, organisation_id=THIRD), words, recorded_at=earlier)
    save(bridge, Person(name="Ad", organisation_id=THIRD), recorded_at=earlier)
    return bridge


def test_every_reference_to_an_organisation_follows_and_past_days_stay(twice):
    before = moment_now()
    found = merging.merge(now(twice), body(twice, THIRD), body(twice, COMPANY))

    assert len(found.follows) == 6
    assert not merging.hanging(now(twice), found.gone)
    assert partnership.read(now(twice), "TUNNEL").partnership.partners == (SCHOOL, COMPANY)
    assert {one.partner_id for one in (*stored(twice, Milestone), *stored(twice, Risk)) if one.partnership_id == OTHER} == {COMPANY}
    assert {one.organisation_id for one in (*stored(twice, Agreement), *stored(twice, Nuance))} == {COMPANY}
    assert partnership.read(now(twice, before), "TUNNEL").bodies[THIRD] == "Company again"


def test_figures_of_before_and_after_agree_and_a_merge_is_no_word_from_a_partnership(twice):
    before = portfolio.read(now(twice))
    merging.merge(now(twice), body(twice, THIRD), body(twice, COMPANY))
    after = portfolio.read(now(twice))

    told = ["code", "lead_id", "last_update"]
    assert after.partnerships[told].equals(before.partnerships[told])
    assert after.partnerships.partners[OTHER] == f"{SCHOOL},{COMPANY}" and THIRD not in after.organisations


def test_what_there_is_one_of_is_not_counted_twice_and_no_words_are_lost(twice):
    own = replace(partnership.find(now(twice), "TUNNEL"), partners=(SCHOOL, COMPANY, THIRD))
    partnership.save(now(twice), own)
    [text] = stored(twice, FoundationText)
    save(twice, Agreement(partnership_id=OTHER, text_id=text.id, text_version=1, organisation_id=COMPANY))
    save(twice, Nuance(partnership_id=OTHER, theme="own", organisation_id=COMPANY, text=Text("Eerst")))
    merging.merge(now(twice), body(twice, THIRD), body(twice, COMPANY))

    assert partnership.find(now(twice), "TUNNEL").partners == (SCHOOL, COMPANY)
    assert [one.organisation_id for one in stored(twice, Agreement)] == [COMPANY]
    assert [one.text for one in stored(twice, Nuance)] == [Text("Eerst\n\nVan ons")]


def test_what_lies_in_the_archive_follows_too_and_is_shown_as_it_was(twice):
    archive.archive(now(twice), partnership.find(now(twice), "TUNNEL"))
    [kept] = archive.read(now(twice))
    merging.merge(now(twice), body(twice, THIRD), body(twice, COMPANY))

    assert archive.read(now(twice))[0].last_seen == kept.last_seen
    assert partnership.read(now(twice, kept.last_seen), "TUNNEL").bodies[THIRD] == "Company again"
    assert archive.put_back(now(twice), OTHER).partners == (SCHOOL, COMPANY)


def test_a_merge_that_cannot_be_is_refused_in_words_and_stores_nothing(twice):
    counter = twice.counter
    with pytest.raises(MergeLeavesOne):
        merging.merge(now(twice), body(twice, SCHOOL), body(twice, THIRD))
    with pytest.raises(ThingNotFound):
        merging.merge(now(twice), body(twice, THIRD), body(twice, THIRD))
    lead = a_member(twice, "lead", "lead@school.example", BRIDGE, OTHER)
    with pytest.raises(NotAllowed):
        merging.merge(by(twice, a_session(lead), "people"), body(twice, THIRD), body(twice, COMPANY))
    save(twice, a_round(partnership_id=OTHER, organisations=(SCHOOL, THIRD)))
    with pytest.raises(MergeRefused):
        merging.preview(now(twice), body(twice, THIRD), body(twice, COMPANY))
    assert body(twice, THIRD) and twice.counter == counter + 3


def test_who_presses_second_is_told(twice):
    gone, kept = body(twice, THIRD), body(twice, COMPANY)
    merging.merge(now(twice), gone, kept)
    with pytest.raises((ThingNotFound, EditConflict)):
        merging.merge(now(twice), gone, kept)


def test_everything_of_a_person_follows_with_the_address_and_the_roles(bridge):
    noor, again = save(bridge, Person(name="Noor"), Person(name="Noor de Wit", email="noor@school.example", administrator=True))
    save(bridge, Membership(person_id=again.id, partnership_id=BRIDGE, role="lead"), Membership(person_id=again.id, partnership_id=BRIDGE))
    save(bridge, Membership(person_id=noor.id, partnership_id=BRIDGE), a_milestone(owner_id=again.id))
    save(bridge, Meeting(partnership_id=BRIDGE, attending=(VERA, again.id)), Decision(partnership_id=BRIDGE, title=Text("?"), asked_of_id=again.id))
    merging.merge(now(bridge), again, noor)

    kept = people.read(now(bridge)).people[noor.id]
    assert (kept.name, kept.email, kept.administrator) == ("Noor", "noor@school.example", True)
    assert people.read(now(bridge)).roles_of(noor.id) == {"administrator", "lead", "steering"}
    assert again.id not in people.read(now(bridge)).people
    assert [one.owner_id for one in stored(bridge, Milestone)] == [noor.id]
    assert [one.attending for one in stored(bridge, Meeting)] == [(VERA, noor.id)]
    assert partnership.read(now(bridge), "BRUG").names[again.id] == "Noor de Wit"


def test_who_saved_something_is_not_merged_away(bridge):
    noor, again = save(bridge, Person(name="Noor"), Person(name="Noor"))
    with bridge.writing("update plan", "x", again.id) as writing:
        append(writing, [a_milestone()])
    with pytest.raises(MergeRefused):
        merging.merge(now(bridge), again, noor)
    assert merging.merge(now(bridge), noor, again).kept == again


def test_what_nothing_hangs_on_is_removed_and_what_something_hangs_on_is_not(bridge):
    [alone], [ad] = save(bridge, an_organisation(id=THIRD, name="Alone")), save(bridge, Person(name="Ad"))
    merging.remove(now(bridge), alone)
    merging.remove(now(bridge), ad)
    with bridge.reading() as cursor:
        assert former(cursor) == {alone.id: "Alone", ad.id: "Ad"}

    for thing in (body(bridge, SCHOOL), next(one for one in stored(bridge, Person) if one.id == VERA)):
        with pytest.raises(HangsOn):
            merging.remove(now(bridge), thing)


NOT_MOVED = {
    ("mirror_round", "organisations"),
    ("answer_link", "organisation_id"),
    ("digest_mail", "person_id"),
    ("reminder", "person_id"),
    ("mail_choice", "person_id"),
    ("share_link", "made_by"),
}


PEOPLE = ("owner_id", "lead_id", "asked_of", "decided_by", "person_id", "attending", "invited", "mentions", "made_by")
NAMING = ("partner_id", "partners", "organisation", *PEOPLE)


def test_every_field_that_names_an_organisation_or_a_person_follows_or_refuses():
    named = {
        (kind.table, field.name) for kind in RECORD_KINDS for field in fields(kind.record) if field.name.startswith(NAMING) and "partnership" not in field.name
    }
    tables = {kind.record: kind.table for kind in RECORD_KINDS}
    moved = {(tables[kind], name) for known in (merging.OF_ORGANISATIONS, merging.OF_PEOPLE) for kind, names in known.items() for name in names}

    assert named - moved - NOT_MOVED == {("meeting", "invited_others")}
