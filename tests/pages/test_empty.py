"""Every page of a store in which nobody wrote: one friendly sentence and the first step."""

import pytest

from tests.pages.session import Session

pytestmark = pytest.mark.usefixtures("empty")


@pytest.mark.parametrize(("language", "words"), [("nl", "Er is nog geen partnerschap."), ("en", "There is no partnership yet.")])
@pytest.mark.parametrize("page", ["portfolio", "partnership", "foundation", "mirror", "register", "meeting", "domain", "timeline"])
def test_a_page_without_partnerships_says_so_and_names_the_first_step(page, language, words):
    session = Session(page, language)

    assert words in session.words
    assert f"/update?lang={language}" in session.links
    assert not session.app.exception


@pytest.mark.parametrize(("language", "words"), [("nl", "Begin een nieuw partnerschap"), ("en", "Begin a new partnership")])
def test_the_update_page_begins_with_a_new_partnership(language, words):
    session = Session("update", language)

    assert words in session.lines
    assert not session.app.exception


def test_a_domain_explains_its_ladder_before_there_is_anything_on_it():
    assert "The depth ladder" in Session("domain", "en", d="hrm").lines
