"""Stored words: every list of them is what its type says, and what nobody filled in says nothing."""

import importlib
import pkgutil
from dataclasses import MISSING, fields
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from integration import model
from integration.model.access.person import LOCAL_ADMINISTRATOR
from integration.model.access.share_link import MOST_DAYS, MOST_WRONG, USUAL_DAYS, USUAL_PIN, WARN_DAYS
from integration.model.domain import FOUNDATION
from integration.model.foundation import AMBITION, OWN_AMBITION, TRAITS, VISION
from integration.model.kinds import RECORD_KINDS
from integration.model.mirror import REMARK_LIMIT, STATEMENT_LIMIT
from integration.model.plan.milestone import CREDIT_LADDER
from integration.model.record import Record
from integration.model.register import LEVELS, RESPONSES
from integration.model.text import Text
from integration.model.threshold import THE_ONE

MODULES = [importlib.import_module(one.name) for one in pkgutil.walk_packages(model.__path__, f"{model.__name__}.")]
SAYING_NOTHING: tuple[Any, ...] = ("", (), None, False, 0, 0.0, Text())
# What a new record of a kind says all the same.
USUAL = {
    "Delivery.state": "sending",
    "Webhook.language": "nl",
    "Webhook.state": "live",
    "Webhook.tells": ("change", "decision", "digest"),
    "MailChoice.comment": "mail",
    "MailChoice.digest": "mail",
    "MailChoice.reminder": "mail",
    "Membership.role": "steering",
    "Milestone.weight": 1.0,
    "Partnership.phase": "exploring",
    "PlanImport.lines": "{}",
    "PlanImport.mapping": "{}",
    "Risk.kind": "risk",
    "Risk.probability": 3,
    "Risk.impact": 3,
    "Risk.probability_after": 3,
    "Risk.impact_after": 3,
    "Risk.response": "reduce",
    "Risk.state": "open",
    "Issue.state": "open",
    "Meeting.state": "planned",
    "FollowUp.state": "agenda",
    "MirrorRound.answering": "address",
    "Scenario.state": "open",
    "ShareLink.language": "nl",
    "ShareLink.state": "live",
}


def listed() -> list[tuple[ModuleType, str, tuple[Any, ...]]]:
    """Every list of a module whose type is one of words."""
    hints = [(module, name, hint) for module in MODULES for name, hint in get_type_hints(module).items() if hasattr(module, name)]
    typed = [(module, name, get_args(hint)[0]) for module, name, hint in hints if get_origin(hint) is tuple]
    return [(module, name, get_args(words)) for module, name, words in typed if get_origin(words) is Literal]


@pytest.mark.parametrize(("module", "name", "words"), listed(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_list_of_words_holds_those_of_its_type(module, name, words):
    stated = getattr(module, name)

    assert len({*stated}) == len(stated) and {*stated} <= {*words}
    assert name in ("ACTIVE", "MEMBER_ROLES") or {*words} - {*stated} <= {""}


def test_what_nobody_filled_in_says_nothing():
    kinds = [kind.record for kind in RECORD_KINDS if kind.record.__name__ != "Thresholds"]
    own = [(kind, field) for kind in kinds for field in fields(kind) if field.name not in Record.__slots__ and field.default is not MISSING]
    said = {f"{kind.__name__}.{field.name}": field.default for kind, field in own if field.default not in SAYING_NOTHING}

    assert said == USUAL


def test_the_words_and_steps_that_stores_hold():
    assert VISION == ("vision.people", "vision.governance", "vision.learning")
    assert AMBITION == ("ambition.organisation", "ambition.relation", "ambition.environment", "ambition.meaning")
    assert (TRAITS, OWN_AMBITION) == (("trait.flexible", "trait.innovative", "trait.engaged"), "own")
    assert RESPONSES == {"risk": ("reduce", "avoid", "transfer", "accept"), "opportunity": ("enhance", "exploit", "share", "accept")}
    assert (CREDIT_LADDER, LEVELS) == ((0, 25, 50, 75, 100), (1, 2, 3, 4, 5))
    assert (REMARK_LIMIT, STATEMENT_LIMIT) == (1000, 300)


def test_the_ids_and_numbers_that_stores_and_addresses_hold():
    assert (THE_ONE, LOCAL_ADMINISTRATOR.id) == ("00000000-0000-7000-8000-000000000002", "00000000-0000-7000-8000-000000000001")
    assert (USUAL_DAYS, MOST_DAYS, WARN_DAYS, USUAL_PIN, MOST_WRONG) == (90, 730, 7, 6, 50)
    assert FOUNDATION == "foundation"
