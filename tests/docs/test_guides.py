"""The guides in Dutch name things as the app does: every bold word is one that stands on a screen."""

import re

import pytest

from integration import ROOT
from tests.i18n.test_words import dutch

GUIDES = ("gids-projectleiders", "gids-stuurgroep")


@pytest.mark.parametrize("guide", GUIDES)
def test_what_is_bold_in_a_guide_stands_on_a_screen(guide):
    named = {*re.findall(r"\*\*(.+?)\*\*", (ROOT / "docs" / f"{guide}.md").read_text("utf-8"))}

    assert len(named) > 10
    assert named - {words for forms in dutch().values() for words in forms} == set()
