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


def _written(say: Words, minutes: Minutes, first: Change, second: Change, strong: Change, typed: Change) -> str:
    parts = [first(typed(minutes.title)), "\n".join(f"- {strong(label)}: {typed(words)}" for label, words in minutes.facts)]
    if minutes.decisions:
        parts += [second(say("Decisions")), "\n".join(f"- {strong(typed(title))}: {typed(words)}" for title, words in minutes.decisions)]
    if minutes.actions:
        parts += [second(say("Actions")), "\n".join(f"- {typed(words)}" for words in minutes.actions)]
    if minutes.items:
        parts += [second(say("Agenda")), "\n\n".join(_item(say, one, strong, typed) for one in minutes.items)]
    if minutes.notes:
        parts += [second(say("Notes")), typed(minutes.notes)]
    return "\n\n".join(parts) + "\n"


def _item(say: Words, item: AgendaRow, strong: Change, typed: Change) -> str:
    lines = [f"{item.number}. {strong(typed(item.title))} ({item.origin.lower()})", *(f"   {typed(line)}" for line in item.why)]
    lines += [f"   {say('Note')}: {typed(line)}" if at == 0 else f"   {typed(line)}" for at, line in enumerate(item.note.splitlines())]
    return "\n".join([*lines, f"   {left}"] if (left := left_open(say, item)) else lines)


def left_open(say: Words, item: AgendaRow) -> str:
    """What a meeting left of an item: a decision that was not taken, or something that was not talked about; "" where nothing was left."""
    if item.decided is False:
        return say("not decided; it stays on the agenda")
    return "" if item.done else say("not talked about")
