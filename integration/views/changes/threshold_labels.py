"""What the thresholds are called."""

from integration.i18n.words import Words


def threshold_labels(say: Words) -> dict[str, str]:
    """What each threshold is called, with its unit."""
    return {
        "spi_green": say("Green from SPI(t)"),
        "spi_red": say("Red below SPI(t)"),
        "overdue_red": say("Red when a key milestone is late for more than (days)"),
        "late_red": say("Red when any milestone is late for more than (days)"),
        "late_amber": say("Amber when any milestone is late for more than (days)"),
        "behind_red": say("Red from (days behind)"),
        "behind_amber": say("Amber from (days behind)"),
        "forecast_red": say("Red when the expected end is past the promised end by more than (days)"),
        "silent_days": say("Silent after (days without an update)"),
        "confidence_low": say("Little confidence: this or less (1–10)"),
        "confidence_drop": say("A sharp fall of confidence: points or more"),
        "near_critical": say("Near-critical: slack up to (days)"),
    }
