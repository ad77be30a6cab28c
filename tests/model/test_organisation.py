"""An organisation's rules."""

import pytest

from integration.model.organisation import organisation_problems
from tests.examples import an_organisation, fields_of


@pytest.mark.parametrize("kind", ["school", "company", "other"])
def test_a_named_organisation_passes(kind):
    assert organisation_problems(an_organisation(kind=kind, name="x" * 300)) == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 301])
def test_a_name_is_given_and_short(name):
    assert fields_of(organisation_problems(an_organisation(name=name))) == ["organisation"]
