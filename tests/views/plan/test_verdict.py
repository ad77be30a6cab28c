"""A watermelon and its thresholds in words."""

import re
from datetime import timedelta

import pandas as pd
import pytest

from integration.i18n.words import words_in
from integration.measures.colour import computed_colours
from integration.model.threshold import Thresholds
from integration.services.portfolio import portfolio
from integration.views.plan.verdict import rules_in_words, thresholds_in_words, verdict_of
from tests.examples import BRIDGE, MARCH, TODAY, a_check_in, a_milestone, a_visit, save

NAN = float("nan")
QUIET = {"spi": 1.0, "behind": 0, "key_days": 0, "late_days": 0, "forecast_days": 0, "unproven": 0, "days_since": 3, "agreed_cancelled": 0, "agreed": 0}
QUIET |= {"overrun": NAN, "planned": 5, "promised": 2, "open": 3, "begun": True, "active": True}
FACTS = [
    ({"spi": 0.5, "behind": 200}, ["the pace, SPI(t) 0.50, is below 0.85", "200 days behind (red from 90)"]),
    ({"spi": NAN, "overrun": 0.83}, ["past the planned end, with 0.83 of the time earned (red below 0.85)"]),
    ({"key_days": 40, "late_days": 40}, ["a key milestone is 40 days late (red above 30)"]),
    ({"key_days": 40, "late_days": 100}, ["a key milestone is 40 days late (red above 30)", "a milestone is 100 days late (red above 90)"]),
    ({"key_days": 3, "late_days": 20}, ["a key milestone is 3 days late", "a milestone is 20 days late (amber above 14)"]),
    ({"behind": 35, "unproven": 1}, ["1 gate was passed without proof", "35 days behind (amber from 30)"]),
    ({}, ["no rule for red or amber applies"]),
]


@pytest.mark.parametrize(("wanted", "told"), FACTS, ids=str)
def test_why_tells_each_fact_once_by_its_worst_rule(wanted, told):
    row = pd.DataFrame([{**QUIET, **wanted}])
    [judged] = pd.concat([row, computed_colours(row, Thresholds())], axis=1).itertuples(index=False)

    assert [*rules_in_words(words_in("en"), judged, Thresholds())] == told


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


@pytest.mark.parametrize(("language", "told"), [("en", "over 1 day late"), ("nl", "meer dan 1 dag te laat")])
def test_a_threshold_of_one_day_is_told_as_one_day(language, told):
    words = thresholds_in_words(words_in(language), Thresholds(late_red=1))

    assert told in words[1] and not [one for one in words if re.search(r"\b1 (days|dagen)\b", one)]
