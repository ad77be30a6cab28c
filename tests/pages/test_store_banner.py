"""The line above pages about the store: for administrators, in both languages, and for nobody else."""

import pytest

from integration.services.operating import condition
from integration.storage.core.database import Database
from tests.pages.session import Session

WORDS = {"en": "The disk of the server is nearly full", "nl": "De schijf van de server is bijna vol"}


@pytest.mark.parametrize(("language", "words"), [("en", "for a moment nothing can be saved"), ("nl", "er kan even niets worden opgeslagen")])
def test_everybody_reads_that_nothing_can_be_saved_for_now(demo, monkeypatch, language, words):
    assert words not in Session("portfolio", language).words
    monkeypatch.setattr(Database, "is_away", True)

    assert words in Session("portfolio", language).words


@pytest.mark.parametrize("language", WORDS)
def test_an_administrator_reads_that_the_disk_fills(demo, monkeypatch, language):
    monkeypatch.setattr(condition, "LEAST_ROOM", 10**18)

    assert WORDS[language] in Session("portfolio", language).words
    assert WORDS[language] not in Session("portfolio", language, cookies={}).words
