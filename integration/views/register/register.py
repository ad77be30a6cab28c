"""The register of one partnership in words: risks with their exposure, issues, actions, and decisions with how long they wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from integration.i18n.formats import NOTHING, day, number
from integration.i18n.labels import response_name, risk_kind_name
from integration.measures.exposure import HIGH, MIDDLE, exposure
from integration.measures.register import waiting
from integration.model.kinds import KIND_OF
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision, Entry, Issue, Register, Risk
from integration.rounding import whole
from integration.views.discussion.comment import count_words
from integration.views.kit.address import address
from integration.views.kit.key_figure import KeyFigure
from integration.views.kit.reader import Reader


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What names the things that entries refer to: the partnership's code, its milestones by id, people and partners by id."""

    code: str
    milestones: Mapping[str, Milestone]
    names: Mapping[str, str]
    may_write: bool = False
    may_look_back: bool = True
    comments: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What every entry shows."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    open: bool
    late: str
    age: str
    href: str
    history_href: str
    comments: str = ""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk or opportunity: its mark in the matrix, and its exposure before and after mitigation."""

    entry: EntryRow
    mark: str
    opportunity: bool
    before: tuple[int, int]
    after: tuple[int, int]
    words: str
    weight: str

    @property
    def exposure(self) -> int:
        """Probability × impact before mitigation."""
        return exposure(*self.before)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision: how long it waits or waited, and what was decided."""

    entry: EntryRow
    waited: str
    options: tuple[str, ...]
    decided: str
    effect: str


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Everything the register page of one partnership shows; open entries first."""

    figures: tuple[KeyFigure, ...]
    risks: tuple[RiskRow, ...]
    issues: tuple[EntryRow, ...]
    actions: tuple[EntryRow, ...]
    decisions: tuple[DecisionRow, ...]


def register_view(reader: Reader, register: Register, known: EntryContext) -> RegisterView:
    """The register in the reader's words."""
    risks = [risk_row(reader, one, mark, known) for one, mark in _marked(reader, register.risks)]
    return RegisterView(
        register_figures(reader, register),
        tuple(sorted(risks, key=lambda row: (not row.entry.open, -row.exposure, row.mark))),
        tuple(issue_row(reader, one, known) for one in sorted(register.issues, key=lambda one: (one.state == "closed", one.due_on or date.max))),
        tuple(action_row(reader, one, known) for one in sorted(register.actions, key=lambda one: (bool(one.done_on), one.due_on or date.max))),
        tuple(decision_row(reader, one, known) for one in sorted(register.decisions, key=_by_waiting)),
    )


def _by_waiting(one: Decision) -> tuple[bool, int]:
    if one.decided_on:
        return True, -one.decided_on.toordinal()
    return False, (one.asked_on or date.max).toordinal()


def _marked(reader: Reader, risks: Sequence[Risk]) -> list[tuple[Risk, str]]:
    counts = dict.fromkeys(("risk", "opportunity"), 0)
    marked = []
    for one in risks:
        counts[one.kind] += 1
        marked.append((one, f"{risk_kind_name(reader.say, one.kind)[0]}{counts[one.kind]}"))
    return marked


def days_of(entries: Sequence[Entry], name: str) -> pd.Series:
    """One day of many entries as a column."""
    return pd.Series([getattr(one, name) for one in entries], dtype="datetime64[us]")


def register_figures(reader: Reader, register: Register) -> tuple[KeyFigure, ...]:
    """The numbers at the top of a register."""
    say, waited = reader.say, waiting(days_of(register.decisions, "asked_on"), days_of(register.decisions, "decided_on"), reader.today)
    open_risks = [one for one in register.risks if one.state == "open" and one.kind == "risk"]
    high = sum(exposure(one.probability, one.impact) >= HIGH for one in open_risks)
    undone = [one for one in register.actions if one.done_on is None]
    late = sum(bool(one.due_on and one.due_on < reader.today) for one in undone)
    issues = sum(one.state == "open" for one in register.issues)

    def figure(label: str, value: int, note: str, worse: bool = False) -> KeyFigure:
        return KeyFigure(label, number(value, reader.language), "", note, worse, ())

    median = say("median {days} to decide", days=say.days(whole(waited.median))) if waited.median is not None else ""
    oldest = say.plural("the longest waits {n} day", "the longest waits {n} days", waited.oldest) if waited.oldest is not None else ""
    return (
        figure(say("Open risks"), len(open_risks), say("{n} of them high", n=high) if high else "", bool(high)),
        figure(say("Open issues"), issues, say("these block the work now") if issues else "", False),
        figure(say("Open actions"), len(undone), say.plural("{n} overdue", "{n} overdue", late) if late else "", bool(late)),
        figure(say("Decisions that wait"), waited.waiting, " · ".join(filter(None, (oldest, median))), False),
    )


def risk_row(reader: Reader, risk: Risk, mark: str, context: EntryContext) -> RiskRow:
    """One risk or opportunity."""
    say, before, after = reader.say, exposure(risk.probability, risk.impact), exposure(risk.probability_after, risk.impact_after)
    facts = (
        (say("Response"), response_name(say, risk.response)),
        (say("Mitigation") if risk.kind == "risk" else say("How we seize it"), str(risk.mitigation.reading(reader.language))),
    )
    return RiskRow(
        _entry(reader, risk, context, facts, open_=risk.state == "open"),
        mark,
        risk.kind == "opportunity",
        (risk.probability, risk.impact),
        (risk.probability_after, risk.impact_after),
        f"{before} → {after}",
        weight_of(before),
    )


def weight_of(score: int) -> str:
    """How heavy an exposure is: high, middle or low."""
    return "high" if score >= HIGH else "middle" if score >= MIDDLE else "low"


def issue_row(reader: Reader, issue: Issue, context: EntryContext) -> EntryRow:
    """One issue."""
    facts = ((reader.say("What it blocks"), str(issue.detail.reading(reader.language))),)
    return _entry(reader, issue, context, facts, open_=issue.state == "open")


def action_row(reader: Reader, action: Action, context: EntryContext) -> EntryRow:
    """One action."""
    facts = ((reader.say("Done on"), day(action.done_on, reader.language)),) if action.done_on else ()
    return _entry(reader, action, context, facts, open_=action.done_on is None)


def decision_row(reader: Reader, decision: Decision, context: EntryContext) -> DecisionRow:
    """One decision."""
    say, language = reader.say, reader.language
    days = decision.waited(reader.today) or 0
    waited = say.plural("took {n} day", "took {n} days", days) if decision.decided_on else say.plural("waits {n} day", "waits {n} days", days)
    decided = str(decision.decision.reading(language))
    if decision.decided_on:
        decided = f"{decided} ({day(decision.decided_on, language)}, {context.names.get(decision.decided_by_id) or say('steering committee')})".strip()
    facts = ((say("Asked on"), day(decision.asked_on, language)), (say("Asked of"), context.names.get(decision.asked_of_id) or say("steering committee")))
    entry = _entry(reader, decision, context, facts, open_=decision.decided_on is None)
    return DecisionRow(entry, waited, option_lines(decision, language), decided, str(decision.effect.reading(language)))


def option_lines(decision: Decision, language: str) -> tuple[str, ...]:
    """The options of a decision, one per line that was typed."""
    words = decision.options.reading("nl" if language == "nl" else "en").words
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def _entry(reader: Reader, entry: Entry, context: EntryContext, facts: Sequence[tuple[str, str]], open_: bool) -> EntryRow:
    say, language, show = reader.say, reader.language, KIND_OF[type(entry)].history
    due: date | None = getattr(entry, "due_on", None) or getattr(entry, "needed_by", None)
    late = open_ and due is not None and due < reader.today
    began: date | None = getattr(entry, "raised_on", None) or getattr(entry, "asked_on", None)
    usual = [
        (say("Owner"), context.names.get(getattr(entry, "owner_id", ""), "")),
        (say("Partner"), context.names.get(getattr(entry, "partner_id", ""), "")),
        (say("Needed by") if isinstance(entry, Decision) else say("Due"), day(due, language) if due else ""),
    ]
    where = {"p": context.code, "show": "" if show == "risks" else show}
    past = address(reader, "register", **where, history=f"{show}.{entry.id}") if context.may_look_back else ""
    return EntryRow(
        id=entry.id,
        title=str(entry.title.reading(language)) or NOTHING,
        facts=tuple((label, words) for label, words in (*facts, *usual) if words),
        links=milestone_links(reader, entry.milestones, context),
        open=open_,
        late=say.plural("{n} day late", "{n} days late", (reader.today - due).days) if late and due else "",
        age=say.plural("{n} day old", "{n} days old", max((reader.today - began).days, 0)) if began and open_ else "",
        href=address(reader, "register", **where, e=entry.id) if context.may_write else past,
        history_href=past,
        comments=count_words(reader, context.comments.get(entry.id, 0)),
    )


def milestone_links(reader: Reader, ids: Sequence[str], context: EntryContext) -> tuple[tuple[str, str], ...]:
    """The linked milestones as words and where they are."""
    found = [context.milestones[one] for one in ids if one in context.milestones]
    where = {one.id: address(reader, "partnership", p=context.code, at=f"milestone.{one.code}") for one in found}
    return tuple((f"{one.code} {one.title.reading(reader.language)}", where[one.id]) for one in found)
