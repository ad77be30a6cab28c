"""Exposure: it grows with either part, and is called high from the same number everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from integration.measures.exposure import HIGH, MIDDLE, exposure
from integration.reports.render.tones import exposure_tone
from integration.views.register.register import weight_of

LEVELS = st.integers(1, 5)


@given(LEVELS, LEVELS)
def test_exposure_grows_with_either_part(probability, impact):
    score = exposure(probability, impact)

    assert 1 <= score <= 25
    assert exposure(min(probability + 1, 5), impact) >= score <= exposure(probability, min(impact + 1, 5))


@given(LEVELS, LEVELS)
def test_a_colour_begins_at_the_same_exposure_everywhere(probability, impact):
    score = exposure(probability, impact)

    assert {"red": "high", "amber": "middle", "green": "low"}[exposure_tone(score)] == weight_of(score)
    assert exposure_tone(score, opportunity=True) == "blue"


def test_high_and_middle_keep_their_borders():
    assert (HIGH, MIDDLE) == (15, 8)
