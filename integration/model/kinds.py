"""Kinds: one row per record type; every list of types is derived from it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from uuid import UUID, uuid5

from integration.model.access.ability import Ability
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.model.digest import DigestMail, MailChoice, Reminder
from integration.model.discussion.comment import Comment
from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.meeting import AgendaItem, Chairing, Meeting
from integration.model.mirror import AnswerLink, FollowUp, MirrorRound, Statement
from integration.model.operating.webhook import Delivery, Webhook
from integration.model.organisation import Organisation
from integration.model.pack import HouseStyle, Pack, PackContent
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline, BaselineLine
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.holiday import Holiday
from integration.model.plan.milestone import Milestone
from integration.model.plan.plan_import import PlanImport
from integration.model.plan.scenario import Scenario
from integration.model.plan.template import PlanTemplate
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.threshold import Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """What one record type is to the rest of the program.

    `history` is what an address calls it, followed by the value of `part` ("" where there is only one thing of that name).
    `weight` is how much a change of it counts in what changed, in days that a milestone moved; 0 is not told.
    `ability` is what reading it asks for. `title` is a sentence to fill with its fields; "" is its own name or title.
    `people` are the columns that hold somebody who works on the partnership.
    `unique` are the fields that there is one of by nature; where one of them is empty there may be many (a risk that is not of the template).
    """

    record: type[Record]
    table: str
    history: str = ""
    part: str = "id"
    weight: int = 0
    ability: Ability = "read partnership"
    title: str = ""
    people: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The column that holds the partnership it belongs to; "" where it belongs to none."""
        if self.record is Partnership:
            return "id"
        return "partnership_id" if "partnership_id" in {field.name for field in fields(self.record)} else ""

    def key_of(self, record: Record) -> tuple[str, ...] | None:
        """What makes this record one of its kind, or None where there may be many."""
        parts = tuple(str(getattr(record, name) or "") for name in self.unique)
        return parts if parts and all(parts) else None

    def natural_id(self, key: tuple[str, ...], turn: int = 0) -> str:
        """The id that follows from the key, so that two who write the same thing first meet at the primary key.

        A record may have been changed into another key (a holiday that was moved) and kept its id; then it is the turn of the next id.
        """
        return str(uuid5(BY_NATURE, "\x1f".join((self.table, *key, *([str(turn)] if turn else ())))))


BY_NATURE = UUID("5c0d1e57-0000-5000-8000-000000000007")
OWNED, RECORDED = ("owner_id", "recorded_by"), ("recorded_by",)
ABOUT = "partnership_id"

RECORD_KINDS = (
    RecordKind(record=Organisation, table="organisation", ability="read portfolio"),
    RecordKind(record=Person, table="person", ability="read portfolio"),
    RecordKind(record=Partnership, table="partnership", history="partnership", part="", weight=10, people=("lead_id", "recorded_by")),
    RecordKind(record=Milestone, table="milestone", history="milestone", part="code", weight=15, title="{code} {title}", people=OWNED),
    RecordKind(record=Depth, table="depth", history="depth", part="domain", weight=1, title="Depth of {domain}", people=RECORDED, unique=(ABOUT, "domain")),
    RecordKind(record=CheckIn, table="check_in", history="report", part="domain", weight=25, title="Reports on {domain}", people=RECORDED),
    RecordKind(record=Baseline, table="baseline", history="baselines", weight=30, people=RECORDED),
    RecordKind(record=BaselineLine, table="baseline_line"),
    RecordKind(record=Thresholds, table="threshold", ability="read portfolio"),
    RecordKind(record=Holiday, table="holiday", history="holidays", weight=1, unique=(ABOUT, "first_on", "last_on")),
    RecordKind(record=Scenario, table="scenario", history="scenarios", weight=3),
    RecordKind(record=PlanTemplate, table="plan_template", unique=(ABOUT, "name")),
    RecordKind(record=PlanImport, table="plan_import", history="imports", title="Files brought in", people=RECORDED, unique=(ABOUT,)),
    RecordKind(record=FoundationText, table="foundation_text", history="texts", weight=20, title="{theme}", people=RECORDED, unique=(ABOUT, "theme")),
    RecordKind(record=Agreement, table="agreement", history="agreements", weight=10, unique=("text_id", "text_version", "organisation_id")),
    RecordKind(record=Nuance, table="nuance", history="nuances", weight=5, title="{theme}", unique=(ABOUT, "theme", "organisation_id")),
    RecordKind(record=Objective, table="objective", history="objectives", weight=8),
    RecordKind(record=Indicator, table="indicator", history="indicators", weight=5),
    RecordKind(record=Measurement, table="measurement", history="measurements", weight=8, unique=("indicator_id", "measured_on")),
    RecordKind(record=MirrorRound, table="mirror_round", history="rounds", weight=20, unique=(ABOUT, "source_id")),
    RecordKind(record=Statement, table="mirror_statement"),
    RecordKind(record=AnswerLink, table="answer_link", unique=("round_id", "organisation_id")),
    RecordKind(record=FollowUp, table="follow_up", history="follow-ups", weight=8, people=OWNED, unique=(ABOUT, "round_id", "statement_id")),
    RecordKind(record=Gate, table="gate_item", history="gates", weight=8, title="{item}", unique=(ABOUT, "item")),
    RecordKind(record=PhaseStep, table="phase_step", history="steps", weight=20, title="Step to {new_phase}"),
    RecordKind(record=Pack, table="pack", ability="read register"),
    RecordKind(record=PackContent, table="pack_content", ability="read register"),
    RecordKind(record=HouseStyle, table="house_style", ability="manage settings"),
    RecordKind(record=DigestMail, table="digest_mail", ability="manage people"),
    RecordKind(record=Reminder, table="reminder", ability="manage people"),
    RecordKind(record=MailChoice, table="mail_choice", ability="manage people"),
    RecordKind(record=Risk, table="risk", history="risks", weight=5, ability="read register", people=OWNED, unique=(ABOUT, "source")),
    RecordKind(record=Issue, table="issue", history="issues", weight=20, ability="read register", people=OWNED),
    RecordKind(record=Action, table="action", history="actions", weight=5, ability="read register", people=OWNED),
    RecordKind(record=Decision, table="decision", history="decisions", weight=25, ability="read register", people=("decided_by_id", "recorded_by")),
    RecordKind(record=Meeting, table="meeting", history="meetings", ability="read register", title="Meeting of {day}"),
    RecordKind(record=AgendaItem, table="agenda_item", history="agenda", ability="read register", unique=("meeting_id", "origin", "thing_id")),
    RecordKind(record=Chairing, table="chairing", ability="read register", people=RECORDED, unique=("meeting_id",)),
    RecordKind(record=Membership, table="membership", ability="manage people", people=("person_id",), unique=("person_id", ABOUT, "role")),
    RecordKind(record=ShareLink, table="share_link", ability="share"),
    RecordKind(record=Comment, table="comment", history="comments", ability="read history", title="Comments", people=RECORDED),
    RecordKind(record=Webhook, table="webhook", ability="edit partnership"),
    RecordKind(record=Delivery, table="webhook_delivery", ability="edit partnership"),
)
KIND_OF: Mapping[type[Record], RecordKind] = {kind.record: kind for kind in RECORD_KINDS}
# What a record hangs on, by the field that names it: both belong to one partnership.
PARENTS: Mapping[str, type[Record]] = {
    "baseline_id": Baseline,
    "indicator_id": Indicator,
    "meeting_id": Meeting,
    "milestone_id": Milestone,
    "objective_id": Objective,
    "round_id": MirrorRound,
    "text_id": FoundationText,
}
BY_HISTORY: Mapping[str, RecordKind] = {kind.history: kind for kind in RECORD_KINDS if kind.history}
