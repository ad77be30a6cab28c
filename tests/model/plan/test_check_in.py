"""A check-in's rules."""

import pytest

from integration.model.plan.check_in import check_in_problems
from integration.model.text import Text
from tests.examples import a_check_in


@pytest.mark.parametrize("colour", ["green", "amber", "red"])
@pytest.mark.parametrize("confidence", [1, 10])
def test_a_colour_and_a_confidence_are_enough(colour, confidence):
    assert check_in_problems(a_check_in(colour=colour, confidence=confidence)) == []


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        ("colour", {"colour": "purple"}),
        ("colour", {"colour": ""}),
        ("confidence", {"confidence": 0}),
        ("confidence", {"confidence": 11}),
        ("done", {"done": Text("x" * 5001)}),
        ("stuck", {"stuck": Text(en="x" * 5001)}),
        ("need", {"need": Text("x" * 10_000)}),
    ],
)
def test_a_broken_rule_names_its_field(field, broken):
    [problem] = check_in_problems(a_check_in(domain="hrm", **broken))

    assert (problem.field, problem.subject) == (field, "hrm")


def test_long_lines_are_allowed_up_to_5000_characters():
    assert check_in_problems(a_check_in(done=Text("x" * 5000, "y" * 5000))) == []
