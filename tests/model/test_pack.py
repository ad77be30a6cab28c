"""The lead's three lines in a pack: what they refuse."""

import pytest

from integration.model.pack import Lines, lines_problems
from integration.model.text import Text
from tests.examples import fields_of


@pytest.mark.parametrize("name", ["done", "stuck", "need"])
def test_a_line_is_at_most_5000_characters(name):
    assert lines_problems("hrm", Lines(**{name: Text("x" * 5000, "x" * 5000)})) == []
    for text in (Text("x" * 5001), Text(en="x" * 5001)):
        assert fields_of(lines_problems("hrm", Lines(**{name: text}))) == [f"hrm.{name}"]
