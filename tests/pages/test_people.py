"""People on their page: inviting several, what somebody may and why, leaving, merging, and a name that is in use."""

import pytest

from integration.services.access import people
from integration.services.core.host import host
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import partnership
from tests.pages.session import Session


def someone() -> Visit:
    return visit(host().database, host().cache, "en")


def named(name: str):
    return next(one for one in people.read(someone()).people.values() if one.name == name)


def test_several_people_are_invited_at_once_and_their_links_stand_there(demo):
    page = Session("people", "en").fill({"E-mail addresses, one on each line": "Noor Nieuw <noor@school.example>\nad@bedrijf.example", "Role": "lead"})
    page.press("Invite")
    assert "Choose at least one partnership." in page.words
    page.app.multiselect(key="invite-about-0").set_value([partnership.find(someone(), "HAVEN").id])
    page.run().press("Invite")

    assert "2 people were invited." in page.words
    assert [len(one.value.split("/signin/")) for one in page.app.code] == [3]
    assert people.read(someone()).roles_of(named("Noor Nieuw").id) == {"lead"}


def test_what_somebody_may_and_why_is_told(demo):
    vera = named("Vera Voorbeeld")
    page = Session("people", "en", person=vera.id)

    assert "What Vera Voorbeeld may, and why" in page.words
    assert any(line.endswith("named as its lead.") for line in page.lines)


def test_somebody_leaves_with_a_preview(demo):
    vera, heir = named("Vera Voorbeeld"), named("Bea Beheer")
    page = Session("people", "en", person=vera.id)
    assert "They sign in no more, on any device" in page.words
    page.app.selectbox(key=f"successor-{vera.id}").set_value(heir.id)
    page.run().press("Let Vera Voorbeeld go")

    assert people.read(someone()).people[vera.id].email == "" and people.read(someone()).of(vera.id) == ()
    assert "To Bea Beheer:" in page.words


def test_an_organisation_is_merged_after_its_preview(demo):
    bodies = {one.name: one for one in partnership.organisations_and_people(someone())[0].values()}
    gone, kept = bodies["Atelier Gelukt"], bodies["Denkbeeld College"]
    page = Session("people", "en", organisation=gone.id)
    page.app.selectbox(key=f"merge-into-{gone.id}").set_value(kept.id)
    page.run()

    assert "It cannot be undone." in page.words or "stay its own" in page.words or "left with one partner" in page.words
    assert not page.app.exception


@pytest.mark.parametrize("sure", [False, True])
def test_a_name_that_is_in_use_asks_first(demo, sure):
    before = len(people.read(someone()).people)
    page = Session("people", "en").fill({"Name": "vera voorbeeld"}).press("Save")
    assert "There is somebody called “vera voorbeeld” already." in page.words
    if sure:
        page.fill({"This is somebody else of the same name": True}).press("Save")

    assert len(people.read(someone()).people) == before + sure
