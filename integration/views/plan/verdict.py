"""Computed colour in words: which rules fired on what, which flags go with it, and the thresholds behind it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integration.i18n.formats import day, number, percent
from integration.i18n.labels import computed_name, computed_sign
from integration.i18n.words import Words
from integration.measures.colour import COLOUR_OF, fired_rules
from integration.model.plan.milestone import Milestone
from integration.model.threshold import Thresholds
from integration.rounding import half_up


@dataclass(frozen=True, slots=True)
class Verdict:
    """A computed colour with its sign, its name and the rule that fired; what a steering committee should be warned of, and since when it has been so."""

    colour: str
    sign: str
    name: str
    reason: str
    warnings: tuple[str, ...] = ()
    since: str = ""

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
        warnings.append(
            say.plural(
                "Confidence fell by {n} point or more since the report before.",
                "Confidence fell by {n} points or more since the report before.",
                limits.confidence_drop,
            )
        )
    reason = rule_words(say, row.rule, row, limits)
    name = computed_name(say, row.computed)
    return Verdict(row.computed, computed_sign(say, row.computed), name, reason, tuple(warnings), since_words(say, name, row))


def since_words(say: Words, name: str, row: Any) -> str:
    """Since when a plan has had its colour, as a sentence; empty where it is not known or asks for nothing."""
    first = getattr(row, "since", None)
    if first is None or first != first:
        return ""
    when = day(first.date(), say.language)
    return (
        say("{colour} since it was first recorded here, {day}.", colour=name, day=when) if row.begins else say("{colour} since {day}.", colour=name, day=when)
    )


def plain_reason(say: Words, row: Any, limits: Thresholds) -> str:
    """Why a colour, in words without terms of trade: a pace that is too low is said in days."""
    late = row.rule.startswith("spi") and row.behind >= 1
    return say("{days} behind", days=say.days(int(row.behind))) if late else rule_words(say, row.rule, row, limits)


def _watermelon(say: Words, row: Any) -> str:
    if row.computed == "red":
        return say("Watermelon: reported green, computed red.")
    return say("Watermelon: reported green, with little confidence.")


def pair_words(say: Words, row: Any) -> str:
    """The headline of a plan: what is delivered beside what was planned by now, of weight; empty where nothing is planned."""
    if row.delivered != row.delivered:
        return ""
    return say("delivered {delivered} · planned by now {due}", delivered=percent(row.delivered, say.language), due=percent(row.due, say.language))


def cancelled_words(say: Words, row: Any) -> str:
    """How much of what a baseline promised was cancelled; empty where nothing was."""
    if not row.agreed_cancelled:
        return ""
    return say.plural(
        "{cancelled} of {n} promised milestone was cancelled",
        "{cancelled} of {n} promised milestones were cancelled",
        int(row.agreed),
        cancelled=int(row.agreed_cancelled),
    )


def rule_words(say: Words, rule: str, row: Any, limits: Thresholds) -> str:
    """One rule in words, with the number it fired on in this row."""
    rules = _red_and_amber if COLOUR_OF[rule] in ("red", "amber") else _rest
    return rules(say, row, limits)[rule]()


def _red_and_amber(say: Words, row: Any, limits: Thresholds) -> dict[str, Callable[[], str]]:
    def days(value: float) -> str:
        return say.days(int(value))

    def pace(limit: float) -> str:
        shares = {"pace": number(half_up(row.spi, 2), say.language, 2), "limit": number(half_up(limit, 2), say.language, 2)}
        return say("the pace, SPI(t) {pace}, is below {limit}", **shares)

    def earned(limit: float) -> dict[str, str]:
        return {"earned": number(half_up(row.overrun, 2), say.language, 2), "limit": number(half_up(limit, 2), say.language, 2)}

    return {
        "spi red": lambda: pace(limits.spi_red),
        "behind red": lambda: say("{days} behind (red from {limit})", days=days(row.behind), limit=limits.behind_red),
        "key red": lambda: say("a key milestone is {days} late (red above {limit})", days=days(row.key_days), limit=limits.overdue_red),
        "late red": lambda: say("a milestone is {days} late (red above {limit})", days=days(row.late_days), limit=limits.late_red),
        "forecast red": lambda: say(
            "it is expected to end {days} after the promised end (red above {limit})", days=days(row.forecast_days), limit=limits.forecast_red
        ),
        "gate": lambda: say.plural("{n} gate was passed without proof", "{n} gates were passed without proof", int(row.unproven)),
        "overrun red": lambda: say("past the planned end, with {earned} of the time earned (red below {limit})", **earned(limits.spi_red)),
        "spi amber": lambda: pace(limits.spi_green),
        "behind amber": lambda: say("{days} behind (amber from {limit})", days=days(row.behind), limit=limits.behind_amber),
        "key amber": lambda: say("a key milestone is {days} late", days=days(row.key_days)),
        "late amber": lambda: say("a milestone is {days} late (amber above {limit})", days=days(row.late_days), limit=limits.late_amber),
        "overrun amber": lambda: say("past the planned end, with {earned} of the time earned (amber below {limit})", **earned(limits.spi_green)),
    }


def _rest(say: Words, row: Any, limits: Thresholds) -> dict[str, Callable[[], str]]:
    never = row.measure != row.measure
    days = say.days(0 if never else int(row.measure))

    def everything() -> str:
        return say("everything that is left is delivered; {cancelled}", cancelled=cancelled_words(say, row))

    return {
        "silent": lambda: say("there never was an update") if never else say("no update for {days} (limit {limit})", days=days, limit=limits.silent_days),
        "nothing planned": lambda: say("nothing is planned"),
        "not started": lambda: say("nothing was promised by today and nothing is begun"),
        "done": lambda: everything() if row.agreed_cancelled else say("everything that was promised is delivered"),
        "on schedule": lambda: say("no rule for red or amber applies"),
    }


def rules_in_words(say: Words, row: Any, limits: Thresholds) -> tuple[str, ...]:
    """Each fact that a red or amber rule fired on, told once by its worst rule; the one rule that decided where none fired."""
    worst = {rule.split()[0]: rule for rule in reversed(fired_rules(row.fired))}
    if "key" in worst and row.key_days == row.late_days:
        # The latest milestone is a key one: that is one fact.
        worst.pop("late", None)
    told = [rule for rule in fired_rules(row.fired) if rule in worst.values()]
    return tuple(rule_words(say, rule, row, limits) for rule in told or (row.rule,))


def fired_by(rules: Sequence[str], milestones: Sequence[Milestone], limits: Thresholds, today: date) -> list[Milestone]:
    """The milestones on which any of these rules fired: late ones, gates without proof, and what is expected long after the promised end."""
    counted = [one for one in milestones if not one.cancelled]
    ends = max((one.promise for one in counted if one.promise), default=today)
    fires: Mapping[str, Callable[[Milestone], bool]] = {
        "spi": lambda one: one.open and one.promise is not None and one.promise <= today,
        "behind": lambda one: one.open and one.promise is not None and one.promise <= today,
        "overrun": lambda one: one.open and one.promise is not None and one.promise <= today,
        "key": lambda one: one.critical and one.days_late(today) > 0,
        "late": lambda one: one.days_late(today) > limits.late_amber,
        "forecast": lambda one: one.open and ((one.expected(today) or today) - ends).days > limits.forecast_red,
        "gate": lambda one: one.gate == "gate" and one.done and not one.proof,
    }
    wanted = [fires[name] for rule in rules if (name := rule.split()[0]) in fires]
    return [one for one in counted if any(rule(one) for rule in wanted)]


def thresholds_in_words(say: Words, limits: Thresholds) -> tuple[str, ...]:
    """The rules behind computed colours, one sentence each."""
    green, red = (number(half_up(limit, 2), say.language, 2) for limit in (limits.spi_green, limits.spi_red))

    return (
        say(
            "Every red rule comes first, then every amber one, then the rest: the worst wins, whatever has begun or is finished."
            " After the planned end there is no SPI(t); the limits then hold for earned time ÷ time passed."
        ),
        say(
            "Red: SPI(t) below {red}, {behind} or more behind, a key milestone over {key} late, any milestone over {late} late, an expected"
            " end over {days} after the promised one, or a gate without proof.",
            red=red,
            behind=say.days(limits.behind_red),
            key=say.days(limits.overdue_red),
            late=say.days(limits.late_red),
            days=say.days(limits.forecast_red),
        ),
        say(
            "Amber: SPI(t) below {green}, {behind} or more behind, a key milestone late at all, or any milestone over {late} late.",
            green=green,
            behind=say.days(limits.behind_amber),
            late=say.days(limits.late_amber),
        ),
        say(
            "Unknown: no update for more than {days}. Not begun: nothing was promised by today and nothing is begun."
            " Finished: everything that was promised is delivered. Green: the rest.",
            days=say.days(limits.silent_days),
        ),
        say(
            "Watermelon: reported green while computed red, or with confidence {low} or less. A confidence drop is {drop} or more.",
            low=limits.confidence_low,
            drop=say.plural("{n} point", "{n} points", limits.confidence_drop),
        ),
    )
