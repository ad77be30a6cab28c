"""An agenda as text to send beforehand; what people typed stays what they typed."""

from collections.abc import Sequence

from integration.i18n.words import Words
from integration.views.meeting.meeting import AgendaRow


def agenda_plain(say: Words, name: str, when: str, rows: Sequence[AgendaRow]) -> str:
    """The agenda of a meeting of one partnership: its day, and each item with why it is asked."""
    title = say("Agenda: {name}", name=name)
    items = [_item(row) for row in rows] or [say("The agenda is empty.")]
    return "\n\n".join([f"{title}\n{'=' * len(title)}", *([when] if when else []), *items]) + "\n"


def _item(row: AgendaRow) -> str:
    return "\n".join([f"{row.number}. {row.title} ({row.origin.lower()})", *(f"   {line}" for line in row.why)])
