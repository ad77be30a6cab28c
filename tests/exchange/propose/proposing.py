"""Proposals of small files beside the plan of the examples."""

from collections.abc import Mapping, Sequence
from typing import Any

from integration.exchange.propose.compare import propose
from integration.exchange.propose.proposal import Here, Proposal
from integration.exchange.read.kind import read
from integration.i18n.words import words_in
from integration.model.access.person import Person
from integration.model.plan.milestone import Milestone
from integration.model.plan.plan_import import PlanImport
from integration.model.text import Language
from tests.examples import TODAY, VERA, a_partnership

NONE: Mapping[str, str] = {}
ONE: Mapping[str, Person] = {VERA: Person(id=VERA, name="Vera")}


def proposed(
    data: bytes,
    answers: Mapping[str, str] = NONE,
    mapping: Mapping[str, str] = NONE,
    milestones: Sequence[Milestone] = (),
    before: PlanImport | None = None,
    language: Language = "nl",
    people: Mapping[str, Person] = ONE,
) -> Proposal:
    """What a file would do to a plan."""
    here = Here(a_partnership(), milestones, people, {}, before, TODAY)
    return propose(words_in(language), read(data), here, answers, mapping)


def actions(proposal: Proposal) -> list[tuple[int | None, str]]:
    """Each row and what becomes of it."""
    return [(one.row, one.action) for one in proposal.rows]


def values(proposal: Proposal, name: str) -> list[Any]:
    """One field of the rows that are added."""
    return [one.fields.get(name) for one in proposal.rows if one.action == "add"]


def asked(proposal: Proposal) -> list[str]:
    """The ids of the open questions."""
    return [one.id for one in proposal.questions]
