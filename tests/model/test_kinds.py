"""One row per record type: none is without, and what an address or a sentence calls it is its own."""

import importlib
import pkgutil
from dataclasses import fields
from string import Formatter

import pytest

from integration import model
from integration.model.kinds import BY_HISTORY, KIND_OF, PARENTS, RECORD_KINDS
from integration.model.record import Record


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
    "digest_mail": ("", 0, "manage people", ""),
    "risk": ("risks", 5, "read register", ""),
    "issue": ("issues", 20, "read register", ""),
    "action": ("actions", 5, "read register", ""),
    "decision": ("decisions", 25, "read register", ""),
    "meeting": ("meetings", 0, "read register", "Meeting of {day}"),
    "agenda_item": ("agenda", 0, "read register", ""),
    "membership": ("", 0, "manage people", ""),
    "share_link": ("", 0, "share", ""),
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
