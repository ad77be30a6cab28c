"""The line above pages about the store: for administrators, in both languages, and for nobody else."""

import pytest

from integration.services.operating import condition
from tests.pages.session import Session

WORDS = {"en": "The disk of the server is nearly full", "nl": "De schijf van de server is bijna vol"}


@pytest.mark.parametrize("language", WORDS)
def test_an_administrator_reads_that_the_disk_fills(demo, monkeypatch, language):
    monkeypatch.setattr(condition, "LEAST_ROOM", 10**18)

    assert WORDS[language] in Session("portfolio", language).words
    assert WORDS[language] not in Session("portfolio", language, cookies={}).words
