"""The pack page: publishing from a form, reading at an own address, correcting, and a selection."""

from integration.services.pack import digest
from tests.examples import a_visit
from tests.pages.session import Session
from tests.pages.test_pages import check


def test_a_pack_is_published_and_read_at_its_own_address_in_both_languages(demo):
    session = Session("pack", "en", p="HAVEN").press("Publish")
    named = session.app.query_params["id"]

    assert session.title == "Harbour Lab"
    for language in ("nl", "en"):
        page = Session("pack", language, id=named)
        check(page, language)
        assert {"PDF", "PowerPoint", "Excel", "JSON"} <= set(page.lines)


def test_the_page_of_a_pack_stays_as_it_was(demo):
    named = Session("pack", "en", p="HAVEN").press("Publish").app.query_params["id"]
    before = Session("pack", "en", id=named).lines

    Session("update", "en", p="HAVEN", tab="partnership").fill({"Name in English": "Another name"}).press("Save")
    assert Session("pack", "en", id=named).lines == before
    assert Session("partnership", "en", p="HAVEN").title == "Another name"


def test_a_correction_asks_what_is_corrected_and_both_packs_say_so(demo):
    wrong = Session("pack", "en", p="HAVEN").press("Publish").app.query_params["id"]
    form = Session("pack", "en", p="HAVEN", corrects=wrong).press("Publish")
    assert "Say what is corrected; it stands on the first page of the new pack." in form.words

    right = form.fill({"What is corrected?": "The wrong colour"}).press("Publish")
    assert "The wrong colour" in right.words and "Corrects the pack of" in right.words
    assert "This pack was corrected later." in Session("pack", "en", id=wrong).words


def test_a_selection_is_published_and_leads_to_each_partnership(demo):
    session = Session("pack", "en").press("Publish 12 partnerships")
    named = session.app.query_params["id"]

    assert "Where every partnership stands" in session.lines
    check(Session("pack", "nl", id=named), "nl")
    check(Session("pack", "nl", id=named, part="HAVEN"), "nl")
    assert "Havenlab" in Session("pack", "nl", id=named, part="HAVEN").lines


def test_a_digest_is_shown_and_can_be_copied(demo):
    someone = digest.readers(a_visit(demo))[0]
    session = Session("digest", "en", who=someone.id)

    assert any(line.startswith("What changed from") for line in session.lines)
    assert "As text for a mail" in session.lines
    check(session, "en")
