"""Computed colour in words: which rule fired, which flags go with it, and the thresholds behind it."""

from dataclasses import dataclass
from typing import Any

from integration.i18n.formats import number
from integration.i18n.labels import computed_name, computed_sign
from integration.i18n.words import Words
from integration.model.threshold import Thresholds


@dataclass(frozen=True, slots=True)
class Verdict:
    """A computed colour with its sign, its name and the rule that fired; and what a steering committee should be warned of."""

    colour: str
    sign: str
    name: str
    reason: str
    warnings: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Colour and reason in one phrase."""
        return f"{self.name} – {self.reason}"


def verdict_of(say: Words, row: Any, limits: Thresholds) -> Verdict:
    """The judgement of one row of measures.plan.plan_against_reality; flags are there for domains only."""
    warnings = []
    if getattr(row, "watermelon", False):
        warnings.append(_watermelon(say, row))
    if getattr(row, "dropped", False):
        warnings.append(say("Confidence fell by {n} points or more since the report before.", n=limits.confidence_drop))
    return Verdict(row.computed, computed_sign(say, row.computed), computed_name(say, row.computed), _reason(say, row, limits), tuple(warnings))


def _watermelon(say: Words, row: Any) -> str:
    if row.computed == "red":
        return say("Watermelon: reported green, computed red.")
    return say("Watermelon: reported green, with little confidence.")


def _reason(say: Words, row: Any, limits: Thresholds) -> str:
    measure = 0.0 if row.measure != row.measure else float(row.measure)
    spi, days = number(measure, say.language, 2), say.plural("{n} day", "{n} days", round(measure))
    green, red = number(limits.spi_green, say.language, 2), number(limits.spi_red, say.language, 2)
    reasons = {
        "done": lambda: say("everything is delivered"),
        "nothing planned": lambda: say("nothing is planned"),
        "not started": lambda: say("nothing is begun and nothing was due"),
        "spi red": lambda: say("SPI(t) {spi} is below {limit}", spi=spi, limit=red),
        "critical red": lambda: say("a critical milestone is {days} overdue (red above {limit})", days=days, limit=limits.overdue_red),
        "forecast red": lambda: say("the forecast is {days} past the plan (red above {limit})", days=days, limit=limits.forecast_red),
        "gate": lambda: say.plural("{n} gate was passed without proof", "{n} gates were passed without proof", round(measure)),
        "spi amber": lambda: say("SPI(t) {spi} is below {limit}", spi=spi, limit=green),
        "critical amber": lambda: say("a critical milestone is {days} overdue", days=days),
        "silent": lambda: say("no update for {days} (limit {limit})", days=days, limit=limits.silent_days) if measure else say("there never was an update"),
        "on schedule": lambda: say("SPI(t) {spi}, nothing critical overdue", spi=spi) if row.spi == row.spi else say("nothing critical overdue"),
    }
    return reasons[row.rule]()


def thresholds_in_words(say: Words, limits: Thresholds) -> tuple[str, ...]:
    """The rules behind computed colours, one sentence each."""
    green, red = number(limits.spi_green, say.language, 2), number(limits.spi_red, say.language, 2)
    return (
        say("Green: SPI(t) {green} or more and nothing critical overdue.", green=green),
        say("Amber: SPI(t) from {red} to {green}, or a critical milestone overdue.", red=red, green=green),
        say(
            "Red: SPI(t) below {red}, a critical milestone over {overdue} days overdue, a forecast over {days} days past the plan, or a gate without proof.",
            red=red,
            overdue=limits.overdue_red,
            days=limits.forecast_red,
        ),
        say("Unknown: no update for more than {n} days. Not begun and finished speak for themselves; the worst rule wins.", n=limits.silent_days),
        say(
            "Watermelon: reported green while computed red, or with confidence {low} or less. A confidence drop is {drop} points or more.",
            low=limits.confidence_low,
            drop=limits.confidence_drop,
        ),
    )
