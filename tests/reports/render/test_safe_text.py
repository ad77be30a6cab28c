"""Text as an Office file can hold it."""

import pytest

from integration.reports.render.safe_text import FORBIDDEN, typed


@pytest.mark.parametrize("words", ["plain", "two\nlines\tand a tab", "é 漢 👩\u200d🏫", ""])
def test_what_people_write_stays_as_it_is(words):
    assert typed(words) == words


@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_gone_and_its_neighbours_stay(letter):
    assert not FORBIDDEN.search(typed(f"a{letter}b"))
    assert typed(f"a{letter}b").startswith("a") and typed(f"a{letter}b").endswith("b")


def test_what_is_no_text_is_written_as_one():
    assert typed(12.5) == "12.5"
