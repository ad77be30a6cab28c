"""How far something is: the words of the ladder, their plain synonyms, shares and percentages, in both languages."""

import re
from dataclasses import dataclass
from functools import cache

from integration.errors import Problem
from integration.i18n.labels import credit_name
from integration.i18n.typed.cell import folded, one_line, plain_name, short
from integration.i18n.typed.numbers import is_share, number_of
from integration.i18n.words import words_in
from integration.model.plan.milestone import CREDIT_LADDER
from integration.model.text import LANGUAGES

SYNONYMS = {
    100: "done, completed, complete, gereed, voltooid, klaar, afgerond, closed, resolved, gesloten, finished, ja, yes, true, v, x, ✓, ✔, opgeleverd, behaald",
    75: "draait bij beide, draait bij allebei, running at all, bijna klaar, almost done, nearly done",
    50: "in progress, doing, bezig, loopt, lopend, in uitvoering, working on it, wip, running, onderhanden, started, gestart, in behandeling, half, halverwege",
    25: "in voorbereiding, preparing, in preparation, ready to start",
    0: "not started, to do, todo, te doen, open, niet gestart, new, nieuw, gepland, planned, backlog, nog niet gestart, scheduled, false, nee, no, ingepland",
}
CANCELLED = "cancelled, canceled, vervallen, geannuleerd, won t do, rejected, afgewezen, dropped, niet doen, geschrapt"
GONE = {word.strip() for word in CANCELLED.split(",")}
NAMED = re.compile(r"(.+) \((\d+(?:[.,]\d+)?) ?%\)")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, from 0 to 100; None where it was called off."""

    credit: float | None


@cache
def far() -> dict[str, float]:
    """Every word that says how far something is, with its credit: our ladder first, then what others write for its steps."""
    ladder = {_word(credit_name(words_in(language), step)): float(step) for language in LANGUAGES for step in CREDIT_LADDER}
    return {_word(word): float(step) for step, words in SYNONYMS.items() for word in words.split(",")} | ladder


def far_of(words: str) -> float | None:
    """The credit that words mean; None where they are none of ours."""
    return far().get(_word(words))


def typed_progress(words: str) -> Progress | Problem | None:
    """How far somebody says that it is; None for nothing, and a sentence where that is not understood or may be two things."""
    said = one_line(words)
    if not said:
        return None
    if plain_name(said) in GONE:
        return Progress(None)
    if (credit := far_of(said)) is not None:
        return Progress(credit)
    if found := NAMED.fullmatch(said):
        value = number_of(found[2])
        named = value is not None and any(said == one_line(credit_name(words_in(language), value)) for language in LANGUAGES)
        return Progress(value) if named else _unknown(said)
    value = number_of(said)
    return _unknown(said) if value is None else _share(said, value)


def _share(said: str, value: float) -> Progress | Problem:
    if not 0 <= value <= 100:
        return Problem("", "“{value}” is not from 0 to 100 %.", value=short(said))
    if is_share(said) or value > 1 or value == 0:
        return Progress(value)
    if value == 1:
        return Problem("", "“{value}” could be 1 % or all of it; write 1% or 100%.", value=short(said))
    return Progress(round(value * 100, 6))


def _unknown(said: str) -> Problem:
    return Problem("", "“{value}” is no step of the ladder and no percentage; write a step, or a number such as 75%.", value=short(said))


def _word(words: str) -> str:
    return folded(words) or words.strip()
