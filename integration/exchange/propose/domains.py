"""Domains: each line's, by its column, heading, summary or sheet; what none of these says is asked."""

from collections.abc import Sequence

from integration.exchange.propose.asking import Asking
from integration.exchange.propose.cells import LEAVE
from integration.exchange.propose.columns import Columns
from integration.exchange.propose.line import Line
from integration.exchange.propose.values import domain_of
from integration.i18n.words import Words
from integration.model.domain import DOMAINS, FOUNDATION, GROUPS

MOST_NAMES = 12
CHOICES = (*DOMAINS, FOUNDATION, LEAVE)


def settle_domains(say: Words, asking: Asking, lines: Sequence[Line], columns: Columns) -> None:
    """Give every line that is taken along its domain, or the question that it waits for."""
    mixed = len(columns.fields.get("domain", ())) > 1 or any("label" in columns.names[at].casefold() for at in columns.fields.get("domain", ()))
    taken = [one for one in lines if not one.skipped]
    unknown = {
        words for one in taken if (words := _unknown(one, columns)) and not mixed and one.values.get("domain") is None and "domain" not in asking.answers
    }
    for one in taken:
        words, parts = one.values.pop("domain_words", []), one.values.pop("parts_words", [])
        found = next((group for word in (*words, *parts, one.sheet) if (group := _group(word))), None)
        if found is None and words and not mixed and 0 < len(unknown) <= MOST_NAMES:
            found = _asked(say, asking, one, f"domain:{words[0][:60]}", say("Which domain is “{value}”?", value=words[0][:60]))
        elif found is None:
            found = _asked(say, asking, one, "domain", say("Which domain are the rows without one?"))
        one.values["domain"] = found
    for one in lines:
        one.values.pop("domain_words", None)
        one.values.pop("parts_words", None)


def _unknown(line: Line, columns: Columns) -> str:
    words = [*line.values.get("domain_words", ()), *line.values.get("parts_words", ()), columns.sheet.name]
    own = line.values.get("domain_words", ())
    return own[0][:60] if own and not any(map(_group, words)) else ""


def _group(words: str) -> str | None:
    if words in GROUPS:
        return words
    # Labels stand together in one cell, and one of them may be the domain.
    named = {group for one in (words, *words.replace(";", ",").split(",")) if (group := domain_of(one))}
    return next(iter(named)) if len(named) == 1 else None


def _asked(say: Words, asking: Asking, line: Line, name: str, question: str) -> str | None:
    answer = asking.ask(name, question, CHOICES)
    if answer is None:
        line.asked.append(name)
    if answer == LEAVE:
        line.skipped = say("Left out: it belongs to none of the domains.")
    return answer if answer != LEAVE else None
