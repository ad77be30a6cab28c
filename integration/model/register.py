"""The register: risks and opportunities, issues, actions and decisions of a partnership, and the rules they keep."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.days import in_reach
from integration.errors import Problem
from integration.model.record import Record, day_problems
from integration.model.text import TEXT_LIMIT, TITLE_LIMIT, Text

Kind = Literal["risk", "opportunity"]
State = Literal["open", "closed"]
Response = Literal["reduce", "avoid", "transfer", "accept", "enhance", "exploit", "share"]
KINDS: tuple[Kind, ...] = ("risk", "opportunity")
STATES: tuple[State, ...] = ("open", "closed")
RESPONSES: dict[Kind, tuple[Response, ...]] = {
    "risk": ("reduce", "avoid", "transfer", "accept"),
    "opportunity": ("enhance", "exploit", "share", "accept"),
}
LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Record):
    """What may happen, for worse or (an opportunity) for better; `source` is the template milestone it was taken over from."""

    partnership_id: str
    title: Text
    raised_on: date | None = None
    kind: Kind = "risk"
    probability: int = 3
    impact: int = 3
    probability_after: int = 3
    impact_after: int = 3
    response: Response = "reduce"
    mitigation: Text = Text()
    owner_id: str = ""
    partner_id: str = ""
    due_on: date | None = None
    milestones: tuple[str, ...] = ()
    state: State = "open"
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Record):
    """What blocks the work now."""

    partnership_id: str
    title: Text
    raised_on: date | None = None
    detail: Text = Text()
    owner_id: str = ""
    partner_id: str = ""
    due_on: date | None = None
    milestones: tuple[str, ...] = ()
    state: State = "open"
    meeting_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """What somebody will do by a day; `meeting_id` is the meeting that asked for it."""

    partnership_id: str
    title: Text
    raised_on: date | None = None
    owner_id: str = ""
    partner_id: str = ""
    due_on: date | None = None
    done_on: date | None = None
    milestones: tuple[str, ...] = ()
    meeting_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """What must be decided, and once `decided_on` is set what was; no `decided_by_id` means the steering committee."""

    partnership_id: str
    title: Text
    asked_on: date | None = None
    needed_by: date | None = None
    asked_of_id: str = ""
    options: Text = Text()
    decided_on: date | None = None
    decision: Text = Text()
    decided_by_id: str = ""
    effect: Text = Text()
    milestones: tuple[str, ...] = ()
    meeting_id: str = ""

    def waited(self, today: date) -> int | None:
        """Days from asked to decided, or to today while it waits, never below 0; None where no day was asked."""
        return max(((self.decided_on or today) - self.asked_on).days, 0) if self.asked_on else None


@dataclass(frozen=True, slots=True)
class Register:
    """Everything in the register of one partnership, oldest first."""

    risks: tuple[Risk, ...] = ()
    issues: tuple[Issue, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()


Entry = Risk | Issue | Action | Decision


def entry_problems(entry: Entry, today: date) -> list[Problem]:
    """Every rule an entry of the register breaks, so that all fields can be mended at once."""
    problems = [*_title_problems(entry.title), *_text_problems(entry), *_day_problems(entry, today)]
    if isinstance(entry, Risk):
        problems += _risk_problems(entry)
    if isinstance(entry, Decision):
        problems += _decision_problems(entry)
    return problems


def _title_problems(title: Text) -> list[Problem]:
    if not (title.nl.strip() or title.en.strip()):
        return [Problem("title", "Write in one sentence what it is about.")]
    if max(len(title.nl), len(title.en)) > TITLE_LIMIT:
        return [Problem("title", "Shorten the title to {limit} characters at most.", limit=TITLE_LIMIT)]
    return []


def _text_problems(entry: Entry) -> list[Problem]:
    texts = {name: getattr(entry, name, Text()) for name in ("mitigation", "detail", "options", "decision", "effect")}
    long = [name for name, text in texts.items() if max(len(text.nl), len(text.en)) > TEXT_LIMIT]
    return [Problem(name, "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT) for name in long]


def _day_problems(entry: Entry, today: date) -> list[Problem]:
    past = {name: getattr(entry, name, None) for name in ("raised_on", "asked_on", "done_on", "decided_on")}
    ahead = [Problem(name, "Choose today or an earlier day.") for name, day in past.items() if day and in_reach(day) and day > today]
    return day_problems(entry) + ahead


def _risk_problems(risk: Risk) -> list[Problem]:
    names = ("probability", "impact", "probability_after", "impact_after")
    problems = [Problem(name, "Choose a whole number from 1 to 5.") for name in names if getattr(risk, name) not in LEVELS]
    if risk.response not in RESPONSES[risk.kind]:
        problems.append(Problem("response", "Choose a response that fits a risk or an opportunity."))
    return problems


def _decision_problems(decision: Decision) -> list[Problem]:
    if decision.decided_on and not decision.decision:
        return [Problem("decision", "Write what was decided.")]
    if decision.decision and not decision.decided_on:
        return [Problem("decided_on", "Choose the day it was decided.")]
    if decision.decided_on and decision.asked_on and decision.decided_on < decision.asked_on:
        return [Problem("decided_on", "Choose a day that is not before the day it was asked.")]
    return []
