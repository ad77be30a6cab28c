"""The agenda that the data asks for: decisions, red and amber, watermelons, cliffs, Mirror gaps, overdue actions, and what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from integration.i18n.formats import day, number
from integration.i18n.labels import group_name, theme_name
from integration.measures.mirror import asks_for_agenda, one_decimal
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.meeting import Origin
from integration.model.mirror import FollowUp, Statement
from integration.model.partnership import ACTIVE, Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.register import Register
from integration.model.text import TITLE_LIMIT
from integration.model.threshold import Thresholds
from integration.views.changes.since import SinceGroup
from integration.views.kit.reader import Reader
from integration.views.plan.cliff_warning import cliff_warnings
from integration.views.plan.verdict import verdict_of
from integration.views.portfolio.portfolio import timed_rows
from integration.views.register.register import EntryContext, decision_row

PLAN = "plan"
CLIFFS_SHOWN, CHANGES_SHOWN, GAPS_SHOWN, ACTIONS_SHOWN = 8, 8, 5, 20


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """One thing to talk about, in one language: where it came from, and why it is asked."""

    origin: Origin
    thing_id: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class AgendaSources:
    """Everything that an agenda is drawn from; `gaps` are statements of the newest Mirror with their gap, `check_ins` the latest of each domain."""

    partnership: Partnership
    portfolio: Portfolio
    limits: Thresholds
    register: Register
    context: EntryContext
    gaps: dict[str, tuple[Statement, float]] = field(default_factory=dict)
    follow_ups: Sequence[FollowUp] = ()
    check_ins: Sequence[CheckIn] = ()


def drafts(reader: Reader, sources: AgendaSources, changed: SinceGroup | None) -> list[ProposedItem]:
    """The agenda in its usual order: first what must be decided, last what changed."""
    parts = (_decisions, _colours, _needs, _cliffs, _gaps, _actions)
    return [*(one for part in parts for one in part(reader, sources)), *(_changes(reader, changed) if changed else ())]


def _decisions(reader: Reader, sources: AgendaSources) -> Iterator[ProposedItem]:
    waiting = [one for one in sources.register.decisions if one.decided_on is None]
    for one in sorted(waiting, key=lambda one: (one.needed_by or date.max, one.asked_on or date.max)):
        row = decision_row(reader, one, sources.context)
        lines = [*(f"{label}: {words}" for label, words in row.entry.facts), row.waited, row.entry.late]
        yield ProposedItem("decision", one.id, row.entry.title, "\n".join((" · ".join(filter(None, lines)), *row.options)))


def _colours(reader: Reader, sources: AgendaSources) -> Iterator[ProposedItem]:
    if sources.partnership.phase not in ACTIVE:
        return
    index = sources.portfolio.domains.loc[[sources.partnership.id]].index
    whole = next(sources.portfolio.timed.partnerships.loc[[sources.partnership.id]].itertuples(index=False))
    if whole.computed == "red":
        found = verdict_of(reader.say, whole, sources.limits)
        yield ProposedItem("colour", PLAN, reader.say("The plan as a whole: {colour}", colour=found.name.lower()), found.reason)
    verdicts: list[tuple[str, Any]] = [(key[1], row) for key, row in timed_rows(sources.portfolio, index).items()]
    ordered = sorted(verdicts, key=lambda pair: (not pair[1].watermelon, pair[1].computed != "red", DOMAINS.index(pair[0])))
    for domain, row in ordered:
        if row.watermelon is True or row.computed in ("red", "amber"):
            found = verdict_of(reader.say, row, sources.limits)
            title = f"{group_name(reader.say, domain)}: {found.name.lower()}"
            origin: Origin = "watermelon" if row.watermelon is True else "colour"
            yield ProposedItem(origin, domain, title, ". ".join((*(one.rstrip(".") for one in found.warnings), found.reason)))


def _needs(reader: Reader, sources: AgendaSources) -> Iterator[ProposedItem]:
    asked = {(one.title.nl, one.title.en) for one in sources.register.decisions}
    for one in sources.check_ins:
        # What was asked as a decision already waits there.
        if one.need and (one.need.nl[:TITLE_LIMIT], one.need.en[:TITLE_LIMIT]) not in asked:
            title = reader.say("{domain}: the lead needs something", domain=group_name(reader.say, one.domain))
            yield ProposedItem("need", one.id, title, str(one.need.reading(reader.language)))


def _cliffs(reader: Reader, sources: AgendaSources) -> Iterator[ProposedItem]:
    found = cliff_warnings(reader, sources.portfolio.timed.cliffs, sources.portfolio.partnerships.loc[[sources.partnership.id]])
    for one in found[:CLIFFS_SHOWN]:
        when = reader.say("Decide before {day}", day=one.before_words) if one.before else one.before_words.capitalize()
        passed = f" ({reader.say('this day has passed')})" if one.passed else ""
        yield ProposedItem("cliff", one.code, f"{one.code} {one.subject}", f"{when}{passed}. {one.cost}")
    if rest := found[CLIFFS_SHOWN:]:
        title = reader.say.plural("{n} more milestone before a cliff", "{n} more milestones before a cliff", len(rest))
        yield ProposedItem("cliff", "rest", title, reader.say("The partnership page lists them all."))


def _gaps(reader: Reader, sources: AgendaSources) -> Iterator[ProposedItem]:
    say = reader.say
    made = {one.statement_id: one.state for one in sources.follow_ups}
    wanted = [(one, gap) for key, (one, gap) in sources.gaps.items() if made.get(key) == "agenda" or (key not in made and asks_for_agenda(gap))]
    ranked = sorted(wanted, key=lambda pair: -pair[1])
    for one, gap in ranked[:GAPS_SHOWN]:
        apart = number(one_decimal(gap), reader.language, 1)
        why = say("The partners answered {gap} apart on a scale of five: {theme}", gap=apart, theme=theme_name(say, one.theme))
        yield ProposedItem("mirror", one.id, str(one.text.reading(reader.language)), why)
    if rest := ranked[GAPS_SHOWN:]:
        title = say.plural("{n} more gap in the Mirror", "{n} more gaps in the Mirror", len(rest))
        yield ProposedItem("mirror", "rest", title, say("The Mirror shows them all."))


def _actions(reader: Reader, sources: AgendaSources) -> Iterator[ProposedItem]:
    late: list[tuple[date, str, str, str]] = [
        (one.due_on, one.id, str(one.title.reading(reader.language)), one.owner_id)
        for one in sources.register.actions
        if one.due_on and one.due_on < reader.today and one.done_on is None
    ]
    late += [
        (one.due_on, one.id, str(one.action.reading(reader.language)), one.owner_id)
        for one in sources.follow_ups
        if one.state == "action" and one.due_on and one.due_on < reader.today and one.done_on is None
    ]
    for due, key, title, owner in sorted(late)[:ACTIONS_SHOWN]:
        words = reader.say.plural("{n} day late", "{n} days late", (reader.today - due).days)
        who = sources.context.names.get(owner) or reader.say("nobody owns it")
        yield ProposedItem("action", key, title, f"{words} · {reader.say('due {day}', day=day(due, reader.language))} · {who}")
    if rest := late[ACTIONS_SHOWN:]:
        title = reader.say.plural("{n} more late action", "{n} more late actions", len(rest))
        yield ProposedItem("action", "rest", title, reader.say("The register lists them all."))


def _changes(reader: Reader, changed: SinceGroup) -> Iterator[ProposedItem]:
    lines = [one.line.sentence for one in changed.lines][:CHANGES_SHOWN]
    rest = changed.left + len(changed.lines) - len(lines)
    more = [reader.say.plural("{n} more change", "{n} more changes", rest)] if rest > 0 else []
    if lines:
        yield ProposedItem("since", "since", reader.say("What changed {since}", since=changed.since), "\n".join(lines + more))
