"""The tones of a report: which status a number has."""

from integration.measures.exposure import HIGH, MIDDLE

EXPOSURES = ((HIGH, "red"), (MIDDLE, "amber"), (0, "green"))


def exposure_tone(exposure: int, opportunity: bool = False) -> str:
    """The tone of probability × impact; what may turn out well is blue, however likely."""
    return "blue" if opportunity else next(tone for least, tone in EXPOSURES if exposure >= least)
