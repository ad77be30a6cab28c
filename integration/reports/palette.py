"""The colours of reports: one strong and one soft tone per status, the same as on the pages; a letter or sign always stands with them."""

from integration.measures.register import HIGH, MIDDLE

INK, MUTED, ACCENT, RULE, SOFT = "#1c2529", "#545c60", "#0b5d6b", "#d9d4c8", "#f4f1ea"
STRONG = {"green": "#0f7b5f", "amber": "#946000", "red": "#b3341f", "blue": "#1f5fa8", "white": "#6a7377", "grey": "#6a7377", "": "#6a7377"}
PALE = {"green": "#dcefe7", "amber": "#fbecc8", "red": "#f8ddd6", "blue": "#dbe7f5", "white": "#f4f1ea", "grey": "#ebe8e1", "": "#f4f1ea"}
PLANNED, DELIVERED, FORECAST = "#946000", "#0f7b5f", "#1f5fa8"
EXPOSURES = ((HIGH, "red"), (MIDDLE, "amber"), (0, "green"))


def exposure_tone(exposure: int, opportunity: bool = False) -> str:
    """The tone of probability × impact; what may turn out well is blue, however likely."""
    return "blue" if opportunity else next(tone for least, tone in EXPOSURES if exposure >= least)
