"""Minutes as text to paste in a mail, plain or as Markdown; what people typed stays what they typed."""

import re
from collections.abc import Callable

from integration.i18n.words import Words
from integration.views.meeting.meeting import AgendaRow, Minutes

SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$])|^(\s*)(\d+)?([-+.)])(?=\s)", re.MULTILINE)


def minutes_markdown(say: Words, found: Minutes) -> str:
    """The minutes as Markdown."""
    return _written(say, found, lambda words: f"# {words}", lambda words: f"## {words}", lambda words: f"**{words}**", escaped)


def minutes_plain(say: Words, found: Minutes) -> str:
    """The minutes as plain text."""

    def same(words: str) -> str:
        return words

    return _written(say, found, lambda words: f"{words}\n{'=' * len(words)}", lambda words: f"{words}\n{'-' * len(words)}", same, same)


def escaped(words: str) -> str:
    """Words in which no Markdown sign means anything."""
    return SIGNS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}{found[3] or ''}\\{found[4]}", words)


Change = Callable[[str], str]


def _written(say: Words, found: Minutes, first: Change, second: Change, strong: Change, typed: Change) -> str:
    parts = [first(typed(found.title)), "\n".join(f"- {strong(label)}: {typed(words)}" for label, words in found.facts)]
    if found.decisions:
        parts += [second(say("Decisions")), "\n".join(f"- {strong(typed(title))}: {typed(words)}" for title, words in found.decisions)]
    if found.actions:
        parts += [second(say("Actions")), "\n".join(f"- {typed(words)}" for words in found.actions)]
    if found.items:
        parts += [second(say("Agenda")), "\n\n".join(_item(say, one, strong, typed) for one in found.items)]
    if found.notes:
        parts += [second(say("Notes")), typed(found.notes)]
    return "\n\n".join(parts) + "\n"


def _item(say: Words, one: AgendaRow, strong: Change, typed: Change) -> str:
    lines = [f"{one.number}. {strong(typed(one.title))} ({one.origin.lower()})", *(f"   {typed(line)}" for line in one.why)]
    lines += [f"   {say('Note')}: {typed(line)}" if at == 0 else f"   {typed(line)}" for at, line in enumerate(one.note.splitlines())]
    return "\n".join(lines if one.discussed or one.note else [*lines, f"   {say('not talked about')}"])
