"""One row per record type: none is without, and what an address or a sentence calls it is its own."""

import importlib
import pkgutil
from dataclasses import MISSING, fields
from string import Formatter
from uuid import UUID, uuid5

import pytest

from integration import model
from integration.model.kinds import BY_HISTORY, KIND_OF, PARENTS, RECORD_KINDS
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Risk
from integration.model.text import Text
from tests.examples import a_depth, a_milestone


def test_every_record_type_has_one_row():
    for module in pkgutil.walk_packages(model.__path__, f"{model.__name__}."):
        importlib.import_module(module.name)

    # With slots a class is made twice, so by name.
    assert {one.__name__ for one in Record.__subclasses__() if one.__module__.startswith(model.__name__)} == {one.__name__ for one in KIND_OF}
    assert len(KIND_OF) == len(RECORD_KINDS) == len({kind.table for kind in RECORD_KINDS})


def test_every_history_has_a_name_of_its_own():
    assert len(BY_HISTORY) == len([kind for kind in RECORD_KINDS if kind.history])


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.table)
def test_a_row_names_fields_that_its_record_has(kind):
    known = {field.name for field in fields(kind.record)} | {name for name in vars(kind.record) if not name.startswith("_")}
    titled = {name for _, name, _, _ in Formatter().parse(kind.title) if name}

    assert titled | {*kind.people, *filter(None, [kind.part, kind.about])} <= known


@pytest.mark.parametrize("kind", [kind for kind in RECORD_KINDS if kind.weight], ids=lambda kind: kind.table)
def test_what_is_told_of_belongs_to_a_partnership_and_has_a_history(kind):
    assert kind.about and kind.history


# What stores and addresses hold: a table and a history keep their names; and how much a change counts, who may read it, and what it is called.
KEPT = {
    "comment": ("comments", 0, "read history", "Comments"),
    "organisation": ("", 0, "read portfolio", ""),
    "person": ("", 0, "read portfolio", ""),
    "partnership": ("partnership", 10, "read partnership", ""),
    "milestone": ("milestone", 15, "read partnership", "{code} {title}"),
    "depth": ("depth", 1, "read partnership", "Depth of {domain}"),
    "check_in": ("report", 25, "read partnership", "Reports on {domain}"),
    "baseline": ("baselines", 30, "read partnership", ""),
    "baseline_line": ("", 0, "read partnership", ""),
    "threshold": ("", 0, "read portfolio", ""),
    "holiday": ("holidays", 1, "read partnership", ""),
    "scenario": ("scenarios", 3, "read partnership", ""),
    "plan_template": ("", 0, "read partnership", ""),
    "plan_import": ("imports", 0, "read partnership", "Files brought in"),
    "foundation_text": ("texts", 20, "read partnership", "{theme}"),
    "agreement": ("agreements", 10, "read partnership", ""),
    "nuance": ("nuances", 5, "read partnership", "{theme}"),
    "objective": ("objectives", 8, "read partnership", ""),
    "indicator": ("indicators", 5, "read partnership", ""),
    "measurement": ("measurements", 8, "read partnership", ""),
    "mirror_round": ("rounds", 20, "read partnership", ""),
    "mirror_statement": ("", 0, "read partnership", ""),
    "answer_link": ("", 0, "read partnership", ""),
    "follow_up": ("follow-ups", 8, "read partnership", ""),
    "gate_item": ("gates", 8, "read partnership", "{item}"),
    "phase_step": ("steps", 20, "read partnership", "Step to {new_phase}"),
    "pack": ("", 0, "read register", ""),
    "pack_content": ("", 0, "read register", ""),
    "house_style": ("", 0, "manage settings", ""),
    "digest_mail": ("", 0, "manage people", ""),
    "reminder": ("", 0, "manage people", ""),
    "mail_choice": ("", 0, "manage people", ""),
    "risk": ("risks", 5, "read register", ""),
    "issue": ("issues", 20, "read register", ""),
    "action": ("actions", 5, "read register", ""),
    "decision": ("decisions", 25, "read register", ""),
    "meeting": ("meetings", 0, "read register", "Meeting of {day}"),
    "agenda_item": ("agenda", 0, "read register", ""),
    "chairing": ("", 0, "read register", ""),
    "membership": ("", 0, "manage people", ""),
    "share_link": ("", 0, "share", ""),
    "webhook": ("", 0, "edit partnership", ""),
    "webhook_delivery": ("", 0, "edit partnership", ""),
}


def test_tables_and_histories_keep_their_names():
    assert {kind.table: (kind.history, kind.weight, kind.ability, kind.title) for kind in RECORD_KINDS} == KEPT


def test_a_record_that_hangs_on_another_names_it_by_a_field_of_its_own():
    named = {field.name for kind in RECORD_KINDS for field in fields(kind.record)}

    assert {*PARENTS} <= named
    assert {KIND_OF[parent].table for parent in PARENTS.values()} == {
        "baseline",
        "indicator",
        "meeting",
        "milestone",
        "objective",
        "mirror_round",
        "foundation_text",
    }


# An id follows from these, so that stored things would be stored twice if they changed.
UNIQUE = {
    "plan_template": ("partnership_id", "name"),
    "depth": ("partnership_id", "domain"),
    "holiday": ("partnership_id", "first_on", "last_on"),
    "plan_import": ("partnership_id",),
    "foundation_text": ("partnership_id", "theme"),
    "agreement": ("text_id", "text_version", "organisation_id"),
    "nuance": ("partnership_id", "theme", "organisation_id"),
    "measurement": ("indicator_id", "measured_on"),
    "mirror_round": ("partnership_id", "source_id"),
    "answer_link": ("round_id", "organisation_id"),
    "follow_up": ("partnership_id", "round_id", "statement_id"),
    "gate_item": ("partnership_id", "item"),
    "risk": ("partnership_id", "source"),
    "agenda_item": ("meeting_id", "origin", "thing_id"),
    "chairing": ("meeting_id",),
    "membership": ("person_id", "partnership_id", "role"),
}


def test_what_there_is_one_of_by_nature_stays_so():
    assert {kind.table: kind.unique for kind in RECORD_KINDS if kind.unique} == UNIQUE


def test_an_id_by_nature_follows_from_the_key_and_from_its_turn():
    kind, key = KIND_OF[Depth], ("p", "training")
    expected = [str(uuid5(UUID("5c0d1e57-0000-5000-8000-000000000007"), words)) for words in ("depth\x1fp\x1ftraining", "depth\x1fp\x1ftraining\x1f1")]

    assert [kind.natural_id(key), kind.natural_id(key, 1)] == expected
    assert kind.natural_id(key, 0) == expected[0]


def test_a_key_is_whole_or_there_may_be_many():
    assert KIND_OF[Depth].key_of(a_depth(partnership_id="p")) == ("p", "training")
    assert KIND_OF[Risk].key_of(Risk(partnership_id="p", title=Text("x"), source="T1")) == ("p", "T1")
    assert KIND_OF[Risk].key_of(Risk(partnership_id="p", title=Text("x"))) is None
    assert KIND_OF[Milestone].key_of(a_milestone()) is None


def test_people_around_a_partnership_are_those_who_lead_own_or_write():
    held = {kind.table: kind.people for kind in RECORD_KINDS if kind.people}
    owned, written = ("owner_id", "recorded_by"), ("recorded_by",)

    assert held == {
        "partnership": ("lead_id", "recorded_by"),
        "decision": ("decided_by_id", "recorded_by"),
        "membership": ("person_id",),
        **dict.fromkeys(("milestone", "follow_up", "risk", "issue", "action"), owned),
        **dict.fromkeys(("depth", "check_in", "baseline", "foundation_text", "plan_import", "chairing", "comment"), written),
    }


def test_a_history_is_of_one_thing_but_where_a_partnership_has_one_of_its_name():
    assert {kind.table: kind.part for kind in RECORD_KINDS if kind.part != "id"} == {
        "partnership": "",
        "milestone": "code",
        "depth": "domain",
        "check_in": "domain",
    }


# Nothing is invented for what nobody filled in, but these: where things begin, and the middle of a scale.
BEGUN = {
    "webhook": {"language": "nl", "tells": ("change", "decision", "digest"), "state": "live"},
    "webhook_delivery": {"state": "sending"},
    "partnership": {"phase": "exploring"},
    "milestone": {"weight": 1.0},
    "scenario": {"state": "open"},
    "mirror_round": {"answering": "address"},
    "plan_import": {"mapping": "{}", "lines": "{}"},
    "mail_choice": dict.fromkeys(("digest", "reminder", "comment"), "mail"),
    "follow_up": {"state": "agenda"},
    "risk": {"kind": "risk", **dict.fromkeys(("probability", "impact", "probability_after", "impact_after"), 3), "response": "reduce", "state": "open"},
    "issue": {"state": "open"},
    "meeting": {"state": "planned"},
    "membership": {"role": "steering"},
    "share_link": {"language": "nl", "state": "live"},
}


def test_what_nobody_filled_in_is_empty():
    given = {kind.table: {one.name: one.default for one in fields(kind.record) if one.default is not MISSING and one.default} for kind in RECORD_KINDS}

    assert {table: values for table, values in given.items() if values and table not in ("threshold", "house_style")} == BEGUN
