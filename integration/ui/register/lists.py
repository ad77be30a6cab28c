"""The lists of a register as markup: risks, issues, actions and decisions of one partnership, what is open first."""

from collections.abc import Callable, Sequence
from typing import Any

from integration.i18n.words import Words
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.panels import nothing_here
from integration.views.register.register import DecisionRow, EntryRow, RiskRow

SHOWN = 200


def risk_list(visit: Visit, rows: Sequence[RiskRow]) -> None:
    """Risks and opportunities, the heaviest first."""
    say = visit.reader.say
    nothing = say("Nothing is in the register yet. Risks of the plan template can be taken over below.")
    _lists(visit, rows, lambda row: _risk(say, row), lambda row: row.entry, nothing, "risks")


def _risk(say: Words, row: RiskRow) -> Markup:
    kind = el("span", row.mark, class_=f"letter exposure {'chance' if row.opportunity else row.weight}")
    about = say("exposure {words}", words=row.words)
    words = el("span", f"{say('Opportunity')} · {about}" if row.opportunity else about, class_="muted small")
    return _item(say, row.entry, kind, words)


def issue_list(visit: Visit, rows: Sequence[EntryRow]) -> None:
    """Issues, the most urgent first."""
    say = visit.reader.say
    _lists(visit, rows, lambda row: _item(say, row), lambda row: row, say("Nothing blocks the work, as far as the register knows."), "issues")


def action_list(visit: Visit, rows: Sequence[EntryRow]) -> None:
    """Actions, the most urgent first."""
    say = visit.reader.say
    _lists(visit, rows, lambda row: _item(say, row), lambda row: row, say("No action was agreed yet."), "actions")


def cliff_warning_list(visit: Visit, rows: Sequence[DecisionRow]) -> None:
    """Decisions: first those that wait, the longest first."""
    say = visit.reader.say
    _lists(visit, rows, lambda row: _decision(say, row), lambda row: row.entry, say("No decision is asked."), "decisions")


def _decision(say: Words, row: DecisionRow) -> Markup:
    waited = el("span", row.waited, class_="muted small" if not row.entry.open else "small tight")
    options = el("ol", *(el("li", one) for one in row.options), class_="small") if row.options and row.entry.open else None
    decided = el("blockquote", row.decided) if row.decided else None
    effect = el("div", el("span", f"{say('Effect')}: ", class_="muted"), row.effect, class_="small") if row.effect else None
    return _item(say, row.entry, None, waited, options, decided, effect)


def _item(say: Words, row: EntryRow, mark: Markup | None = None, *more: Markup | None) -> Markup:
    title = anchor(row.title, href=row.href, class_="linked tight") if row.href else el("strong", row.title)
    late = el("span", f" ▲ {row.late}", class_="late-words small") if row.late else None
    facts = el("div", *_facts(row), class_="small")
    links = joined(*(part for at, (words, href) in enumerate(row.links) for part in (" · " if at else None, anchor(words, href=href, class_="linked"))))
    linked = el("div", el("span", f"{say('Milestones')}: ", class_="muted"), links, class_="small") if row.links else None
    past = anchor(say("History"), href=row.history_href, class_="linked", aria_label=say("History: {thing}", thing=row.title)) if row.history_href else None
    said = anchor(row.comments, href=row.history_href, class_="linked") if row.comments else None
    foot = el("div", row.age, " · " if row.age and past else None, past, " · " if said else None, said, class_="small muted")
    return el("li", joined(mark, " " if mark else None), title, late, *(joined(" ", one) for one in more if one), facts, linked, foot, data_at=row.id)


def _facts(row: EntryRow) -> list[Markup]:
    return [el("span", el("span", f"{label}: ", class_="muted"), words, "  ", class_="fact") for label, words in row.facts]


def _lists(visit: Visit, rows: Sequence[Any], draw: Callable[[Any], Markup], entry: Callable[[Any], EntryRow], nothing: str, key: str) -> None:
    say = visit.reader.say
    if not rows:
        nothing_here(nothing)
        return
    open_ones, closed = [row for row in rows if entry(row).open], [row for row in rows if not entry(row).open]
    first = el("ul", *map(draw, open_ones[:SHOWN]), class_="log") if open_ones else el("p", say("Nothing is open."), class_="notice")
    rest = say.plural("{n} more in the download", "{n} more in the download", len(open_ones) - SHOWN) if len(open_ones) > SHOWN else ""
    summary = el("summary", say.plural("{n} closed", "{n} closed", len(closed)))
    past = el("details", summary, el("ul", *map(draw, closed[:SHOWN]), class_="log"), id=f"closed-{key}") if closed else None
    show(joined(first, el("p", rest, class_="muted") if rest else None, past), key=f"list-{key}")
