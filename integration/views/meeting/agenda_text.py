"""An agenda as text to send beforehand; what people typed stays what they typed."""

from integration.views.meeting.paper import Item, Paper


def agenda_plain(paper: Paper) -> str:
    """The agenda of a meeting of one partnership: when, where and with whom, and each item with why it is asked."""
    [section] = paper.sections
    facts = "\n".join(f"{label}: {words}" for label, words in paper.facts)
    items = [_item(at, one) for at, one in enumerate(section.items, start=1)] or [section.nothing]
    return "\n\n".join([f"{paper.title}\n{'=' * len(paper.title)}", facts, *items]) + "\n"


def _item(at: int, one: Item) -> str:
    origin, *why = one.lines
    return "\n".join([f"{at}. {one.title} ({origin[:1].lower()}{origin[1:]})", *(f"   {line}" for line in why)])
