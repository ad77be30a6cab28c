"""Terms of trade and what they mean, in the reader's language; the glossary and every page take them from here."""

from integration.i18n.words import Words


def definitions(say: Words) -> dict[str, tuple[str, str]]:
    """Per term its name and its meaning."""
    return {**_plan_terms(say), **_colour_terms(say)}


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
        "days late": (say("days late"), say("Days from the promise to today, while a milestone is open. Moving its due date changes nothing.")),
        "days behind": (say("days behind"), say("Days from when the delivered weight was planned to be there to today.")),
        "SPI(t)": (say("SPI(t)"), say("Pace: the day by which the delivered weight was planned, counted from the start, divided by the days that passed.")),
        "TSPI": (say("TSPI"), say("Pace needed for the rest to end on the planned day; above 1.10 catching up is unlikely.")),
        "gate": (say("gate"), say("A milestone that counts only with proof; being done does not forgive that it is missing.")),
    }


def _colour_terms(say: Words) -> dict[str, tuple[str, str]]:
    return {
        "key milestone": (say("key milestone"), say("A milestone that a gate or the law makes indispensable.")),
        "computed colour": (say("computed colour"), say("The colour that follows from the plan by rules, whatever is reported.")),
        "watermelon": (say("watermelon"), say("Reported green while computed red, or with little confidence.")),
        "depth": (say("depth"), say("How far a domain has merged, in five steps from separate to merged.")),
        "school-year cliff": (
            say("school-year cliff"),
            say("What is not there on the first 1 September after its promise waits for the next school year."),
        ),
    }
