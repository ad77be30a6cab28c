"""One row per record type: the lists that were kept by hand say the same, and no type is without a row."""

import importlib
import pkgutil

from integration import model
from integration.model.kinds import RECORD_KINDS
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.services.changes.history import IN_REGISTER, PARTS
from integration.storage.access import WORKS_ON
from integration.storage.core.history import WEIGHTS
from integration.storage.core.records import TABLES
from integration.storage.register import REGISTER_TABLES
from integration.views.changes.history import LISTS

SIZED = {"milestone": 15, "depth": 1, "partnership": 10, "baseline": 30, "risk": 5, "issue": 20, "action": 5, "decision": 25, "check_in": 25}


def test_the_lists_of_before_are_derived():
    assert {kind.record: kind.table for kind in RECORD_KINDS} == TABLES
    assert {kind.history: kind.record for kind in RECORD_KINDS if kind.history and kind.part == "id"} == LISTS
    assert {kind.history: kind.record for kind in RECORD_KINDS if kind.part == "domain"} == PARTS
    assert {kind.table: kind.weight for kind in RECORD_KINDS if kind.weight} == WEIGHTS | SIZED
    assert {kind.history for kind in RECORD_KINDS if kind.ability == "read register" and kind.history} == IN_REGISTER
    assert {kind.table for kind in RECORD_KINDS if kind.ability == "read register" and kind.weight} == {*REGISTER_TABLES}
    works_on = {table.strip('"'): columns for table, columns in WORKS_ON.items()} | {"partnership": ("lead_id", "recorded_by")}
    assert {kind.table: kind.people for kind in RECORD_KINDS if kind.people} == works_on
    assert {kind.record for kind in RECORD_KINDS if kind.history} == {*LISTS.values(), *PARTS.values(), Milestone, Partnership, Depth, CheckIn}


def test_every_record_type_has_one_row():
    for module in pkgutil.walk_packages(model.__path__, f"{model.__name__}."):
        importlib.import_module(module.name)

    # With slots a class is made twice, so by name.
    assert {kind.__name__ for kind in Record.__subclasses__() if kind.__module__.startswith(model.__name__)} == {kind.record.__name__ for kind in RECORD_KINDS}
