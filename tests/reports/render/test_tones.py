"""The tones of a report."""

import pytest

from integration.reports.render.tones import exposure_tone


@pytest.mark.parametrize(("exposure", "tone"), [(1, "green"), (7, "green"), (8, "amber"), (14, "amber"), (15, "red"), (25, "red")])
def test_a_risk_is_high_from_15_and_middle_from_8_and_an_opportunity_is_blue(exposure, tone):
    assert (exposure_tone(exposure), exposure_tone(exposure, opportunity=True)) == (tone, "blue")
