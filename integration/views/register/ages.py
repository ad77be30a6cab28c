"""How old what is open in a register is, and how long decisions wait, in one sentence."""

from collections.abc import Sequence

import pandas as pd

from integration.i18n.formats import number
from integration.measures.register import AGES, Waiting, ageing
from integration.model.register import Entry, Register
from integration.rounding import whole
from integration.views.kit.reader import Reader
from integration.views.register.register import days_of


def age_words(reader: Reader, register: Register, list_name: str) -> str:
    """The open entries of one list by age."""
    open_ones: dict[str, Sequence[Entry]] = {
        "risks": [one for one in register.risks if one.state == "open"],
        "issues": [one for one in register.issues if one.state == "open"],
        "actions": [one for one in register.actions if one.done_on is None],
        "decisions": [one for one in register.decisions if one.decided_on is None],
    }
    return ageing_words(reader, days_of(open_ones[list_name], "asked_on" if list_name == "decisions" else "raised_on"))


def ageing_words(reader: Reader, raised: pd.Series) -> str:
    """How many are how old; an empty string where nothing is open."""
    say, counts = reader.say, ageing(raised, reader.today)
    if not sum(counts):
        return ""
    edges = (0, *(edge + 1 for edge in AGES))
    spans = [say("{low}–{high} days", low=low, high=high) for low, high in zip(edges, AGES, strict=False)]
    spans.append(say("over {n} days", n=AGES[-1]))
    spans_words = " · ".join(f"{span}: {number(count, reader.language)}" for span, count in zip(spans, counts, strict=True) if count)
    return say("Age of what is open: {ages}", ages=spans_words)


def waiting_words(reader: Reader, found: Waiting) -> str:
    """The median and the oldest waiting time in words."""
    say = reader.say
    parts = [
        say("median {days} to decide", days=say.days(whole(found.median))) if found.median is not None else "",
        say.plural("the longest waits {n} day", "the longest waits {n} days", found.oldest) if found.oldest is not None else "",
    ]
    return " · ".join(filter(None, parts))
