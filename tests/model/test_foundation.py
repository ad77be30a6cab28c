"""Texts and indicators of the foundation: what they refuse."""

import pytest

from integration.model.foundation import AMBITION, SHARED, THEMES, TRAITS, VISION, Indicator, indicator_problems, text_problems
from integration.model.text import Text
from tests.examples import BRIDGE, fields_of

INDICATOR = {"partnership_id": BRIDGE, "objective_id": "o", "name": Text("Uitval"), "target_value": 5.0}


@pytest.mark.parametrize(
    ("text", "needed", "fields"),
    [
        (Text(), False, []),
        (Text(), True, ["text"]),
        (Text(en="x"), True, []),
        (Text("x" * 5000), False, []),
        (Text("x" * 5001), False, ["text"]),
        (Text("x", "x" * 5001), False, ["text"]),
    ],
)
def test_what_a_text_refuses(text, needed, fields):
    assert fields_of(text_problems(text, needed=needed)) == fields


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"name": Text()}, ["name"]),
        ({"name": Text("x" * 300)}, []),
        ({"name": Text("x" * 301)}, ["name"]),
        ({"target_value": 0.0}, ["target_value"]),
        ({"start_value": 5.0}, ["target_value"]),
        ({"start_value": 10.0}, []),
    ],
)
def test_what_an_indicator_refuses(wanted, fields):
    assert fields_of(indicator_problems(Indicator(**{**INDICATOR, **wanted}))) == fields


def test_the_limit_of_a_text_is_named():
    assert text_problems(Text()) == []
    assert text_problems(Text("x" * 11), "name", limit=10)[0].details == {"limit": 10}


def test_themes_are_vision_ambition_and_traits_and_only_the_traits_are_not_shared():
    assert (*VISION, *AMBITION, *TRAITS) == THEMES
    assert {*THEMES} - {*SHARED} == {*TRAITS}
