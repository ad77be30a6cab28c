"""One row per record type: none is without, and what an address or a sentence calls it is its own."""

import importlib
import pkgutil
from dataclasses import fields
from string import Formatter

import pytest

from integration import model
from integration.model.kinds import BY_HISTORY, KIND_OF, RECORD_KINDS
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
