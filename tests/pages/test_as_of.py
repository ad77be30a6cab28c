"""A past day says by which rules it is computed, in one sentence above every page."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.pages.session import Session

THEN = (datetime.now(UTC).date() - timedelta(days=100)).isoformat()
RULES = {"en": "computed by today’s rules, with the thresholds of that day", "nl": "berekend met de regels van nu en de drempels van die dag"}


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("language", RULES)
@pytest.mark.parametrize(("page", "asked"), [("portfolio", {}), ("partnership", {"p": "GROEN"}), ("timeline", {"p": "GROEN"})], ids=str)
def test_a_past_day_says_by_which_rules_it_is_computed(page, asked, language):
    assert RULES[language] in Session(page, language, **asked, asof=THEN).words
    assert RULES[language] not in Session(page, language, **asked).words
