"""Terms of trade and what they mean, in the reader's language; every page that shows one offers its meaning from here."""

import re
from functools import cache, lru_cache

from integration.i18n.words import Words, words_in
from integration.model.text import Language

# How else a term is said, where its name alone would not be found.
ALSO: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "days late": ("day late",),
        "days behind": ("day behind", "behind"),
        "earned schedule": ("earned",),
        "P50 and P80": ("p50", "p80"),
        "computed colour": ("computed",),
        "school-year cliff": ("school year",),
        "green meant green": ("calibration",),
        "silent": ("longest silent",),
    },
    "nl": {
        "days late": ("dag te laat",),
        "days behind": ("dag achter", "achterstand"),
        "earned schedule": ("verdiend", "verdiende"),
        "P50 and P80": ("p50", "p80"),
        "computed colour": ("berekend", "berekende"),
        "critical path": ("kritieke pad",),
        "decide before": ("besluit vóór",),
        "school-year cliff": ("schooljaar",),
        "green meant green": ("ijking",),
        "silent": ("stille",),
    },
}


def definitions(say: Words) -> dict[str, tuple[str, str]]:
    """Per term its name and its meaning."""
    return {**_plan_terms(say), **_time_terms(say), **_colour_terms(say), **_foundation_terms(say)}


@lru_cache(maxsize=128)
def terms_in(words: str, language: Language) -> tuple[str, ...]:
    """The terms that these words name, one or several of a thing, in the order of their definitions."""
    lowered = words.lower()
    return tuple(term for term, (signs, pattern) in _patterns(language).items() if any(one in lowered for one in signs) and pattern.search(lowered))


@cache
def _patterns(language: Language) -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    found = {}
    for term, (name, _) in definitions(words_in(language)).items():
        signs = (name.lower(), *ALSO[language].get(term, ()))
        found[term] = signs, re.compile("|".join(rf"(?<!\w){re.escape(one)}(?:’?s|en|n)?(?!\w)" for one in signs))
    return found


def _plan_terms(say: Words) -> dict[str, tuple[str, str]]:
    return {
        "delivered": (say("delivered"), say("Share of the promised weight that is done; what is half done counts nothing.")),
        "planned by now": (say("planned by now"), say("Share of the promised weight that was promised for today or earlier.")),
        "work under way": (
            say("work under way"),
            say("Weighted share of credit: prepared counts 25 %, running at one partner 50 %, at both 75 %, embedded 100 %."),
        ),
        "promised": (
            say("promised"),
            say("The day in the newest baseline; without one, or for what was added later, the day it is due."),
        ),
        "baseline": (say("baseline"), say("The plan as it was promised on a day; never changed. A new one is set beside it, with a reason.")),
        "days late": (say("days late"), say("Days from the promise to today, while a milestone is open. Moving its due date changes nothing.")),
        "days behind": (say("days behind"), say("Days from when the delivered weight was planned to be there to today.")),
        "earned schedule": (
            say("earned schedule"),
            say("The day by which what is delivered was planned to be there; against today it gives days behind and SPI(t)."),
        ),
        "SPI(t)": (say("SPI(t)"), say("Pace: the day by which the delivered weight was planned, counted from the start, divided by the days that passed.")),
        "TSPI": (say("TSPI"), say("Pace needed for the rest to end on the planned day; above 1.10 catching up is unlikely.")),
        "gate": (say("gate"), say("A milestone that counts only with proof; being done does not forgive that it is missing.")),
    }


def _time_terms(say: Words) -> dict[str, tuple[str, str]]:
    return {
        "P50 and P80": (
            say("P50 and P80"),
            say("Days by which the end comes in 50 and in 80 of 100 simulated courses, drawn from how late your own milestones were."),
        ),
        "S-curve": (say("S-curve"), say("Planned and delivered weight over time.")),
        "milestone trend": (say("milestone trend"), say("Per day of reporting the day each milestone was expected: flat is holding, rising is slipping.")),
        "critical path": (say("critical path"), say("Milestones that cannot move without moving the last one.")),
        "slack": (say("slack"), say("Days a milestone may move before the last one moves.")),
        "scenario": (say("scenario"), say("Moved forecasts kept by name, without changing the plan.")),
        "school-year cliff": (
            say("school-year cliff"),
            say("What is not there on the first 1 September after its promise waits for the next school year."),
        ),
        "decide before": (say("decide before"), say("The last working day on which a decision still brings the expected day back before the school year.")),
    }


def _colour_terms(say: Words) -> dict[str, tuple[str, str]]:
    return {
        "key milestone": (say("key milestone"), say("A milestone that a gate or the law makes indispensable.")),
        "computed colour": (say("computed colour"), say("The colour that follows from the plan by rules, whatever is reported.")),
        "confidence": (say("confidence"), say("How sure the lead is of the planned end, from 1 to 10.")),
        "watermelon": (say("watermelon"), say("Reported green while computed red, or with little confidence.")),
        "green meant green": (say("green meant green"), say("In how many of the weeks that were reported green the computed colour was green too.")),
        "silent": (say("silent"), say("Without any update for more days than the settings allow; a measurement, a decision and a meeting are updates.")),
        "depth": (say("depth"), say("How far a domain has merged, in five steps from separate to merged.")),
        "exposure": (say("exposure"), say("Probability × impact of a risk, 1 to 25; high from 15, middle from 8.")),
    }


def _foundation_terms(say: Words) -> dict[str, tuple[str, str]]:
    return {
        "shared score": (say("shared score"), say("How high and how equally the partners score: level × (1 − gap ÷ 4).")),
        "gap": (say("gap"), say("The difference between two partners’ means; from 1.0 a reason to talk, from 1.5 a point for the agenda.")),
        "agreement within": (say("agreement within"), say("How alike the people of one partner answer: 1 is all the same, 0 is no agreement.")),
        "line of sight": (say("line of sight"), say("Which themes of the shared vision and ambition the work serves.")),
        "attained": (say("attained"), say("How far an indicator has come: (latest − start) ÷ (target − start).")),
    }
