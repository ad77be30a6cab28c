"""One of each: a record of every type that belongs to a partnership, as somebody would write it for the first time."""

from dataclasses import replace
from datetime import date
from typing import Any

from integration.model.access.membership import Membership
from integration.model.discussion.comment import Comment
from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.kinds import KIND_OF
from integration.model.meeting import AgendaItem, Chairing, Meeting
from integration.model.mirror import AnswerLink, FollowUp, MirrorRound, Statement
from integration.model.operating.webhook import Delivery, Webhook
from integration.model.pack import Pack
from integration.model.plan.baseline import Baseline, BaselineLine
from integration.model.plan.holiday import Holiday
from integration.model.plan.plan_import import PlanImport
from integration.model.plan.scenario import Scenario
from integration.model.plan.template import PlanTemplate
from integration.model.record import Record, new_id
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from tests.examples import BRIDGE, COMPANY, NOON, SCHOOL, VERA, a_check_in, a_depth, a_milestone

DAY = date(2026, 2, 27)


def one_of_each(about: str = BRIDGE) -> dict[str, Any]:
    """The records by the name of their type; each hangs on the others."""
    of: dict[str, Any] = {"partnership_id": about}
    plan = a_milestone(**of)
    text = by_nature(FoundationText(**of, theme="vision.people", text=Text("Mensen", "People")))
    objective = Objective(**of, theme="vision.people", title=Text("Doel", "Goal"))
    indicator = Indicator(**of, objective_id=objective.id, name=Text("Aantal", "Number"), target_value=3.0, confirmed_by="De raad")
    asked = MirrorRound(**of, name=Text("Najaar", "Autumn"), organisations=(SCHOOL, COMPANY))
    statement = Statement(round_id=asked.id, theme="vision.people", place=0, text=Text("Wij leren", "We learn"))
    hook = Webhook(**of, form="json", endpoint="https://hooks.example/in", signing_secret="whsec_AAAA", since=NOON)
    meeting, promised = Meeting(**of, planned_on=DAY), Baseline(**of, name=Text("Eerste", "First"))
    line: dict[str, Any] = {"code": plan.code, "domain": plan.domain, "title": plan.title, "due_on": DAY, "weight": 1.0}
    records: list[Record] = [
        plan,
        a_depth(**of),
        a_check_in(**of),
        promised,
        BaselineLine(**of, baseline_id=promised.id, milestone_id=plan.id, **line),
        Holiday(**of, name=Text("Zomer", "Summer"), first_on=DAY, last_on=DAY),
        PlanImport(**of, file="plan.xlsx", sheet="Planning", digest="0" * 64, kind="xlsx"),
        PlanTemplate(**of, name="Ons plan", starts_on=DAY, content="[]"),
        Scenario(**of, name="Vergunning", moves=(f"{plan.id}=2027-01-01",)),
        text,
        Agreement(**of, text_id=text.id, text_version=1, organisation_id=SCHOOL),
        Nuance(**of, theme="vision.people", organisation_id=COMPANY, text=Text("Eigen", "Own")),
        objective,
        indicator,
        Measurement(**of, indicator_id=indicator.id, measured_on=DAY, value=2.5),
        Gate(**of, item="intention", passed=True, proof=Text("brief", "letter")),
        PhaseStep(**of, left_phase="founding", new_phase="integrating", missing=("intention",), reason=Text("Besloten", "Decided")),
        asked,
        statement,
        AnswerLink(round_id=asked.id, organisation_id=SCHOOL, token_hash="0" * 64),
        FollowUp(**of, round_id=asked.id, statement_id=statement.id),
        Risk(**of, title=Text("Huur te hoog", "Rent too high"), probability=3, impact=4, source="T1"),
        Issue(**of, title=Text("Geen lokaal", "No room")),
        Action(**of, title=Text("Lijst maken", "Make a list")),
        Decision(**of, title=Text("Welk systeem?", "Which system?")),
        meeting,
        AgendaItem(**of, meeting_id=meeting.id, place=0, origin="own", title=Text("Rondvraag", "Any other business")),
        by_nature(Chairing(**of, meeting_id=meeting.id)),
        Pack(**of, members=(about,), name=Text("Pakket", "Pack"), content_hash="0" * 64),
        hook,
        Delivery(**of, webhook_id=hook.id, event="news", first_at=NOON, until=NOON),
        Membership(person_id=VERA, partnership_id=about, role="steering"),
        Comment(**of, thing="milestone", thing_id=plan.id, words="Klopt dit?", mentions=(VERA,)),
    ]
    return {type(one).__name__: one for one in records}


def by_nature(record: Any) -> Any:
    """The record under the id that it is stored by, where there is one of it by nature."""
    kind = KIND_OF[type(record)]
    key = kind.key_of(record)
    return replace(record, id=kind.natural_id(key)) if key else record


NAMES = tuple(one_of_each(new_id()))
