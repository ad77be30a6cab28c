"""A watermelon and its thresholds in words."""

from datetime import timedelta

import pytest

from integration.model.threshold import Thresholds
from integration.services.portfolio import portfolio
from integration.views.plan.verdict import thresholds_in_words, verdict_of
from tests.examples import BRIDGE, MARCH, TODAY, a_check_in, a_milestone, a_visit, save


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_watermelon_and_the_thresholds_are_said(bridge, language):
    save(bridge, a_check_in(confidence=9), recorded_at=MARCH)
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=200)), a_check_in(confidence=4))
    visit = a_visit(bridge, language)
    found = portfolio.read(visit).timed
    assert found
    verdict = verdict_of(visit.reader.say, next(found.domains.loc[[(BRIDGE, "training")]].itertuples(index=False)), Thresholds())

    assert (verdict.colour, len(verdict.warnings)) == ("red", 2)
    assert verdict.words == {"en": "Red – 200 days behind (red from 90)", "nl": "Rood – 200 dagen achter (rood vanaf 90)"}[language]
    assert len(thresholds_in_words(visit.reader.say, Thresholds())) == 5
