"""The store's condition: told where the disk fills, backups stop or the file was changed, and silent where all is well."""

from datetime import timedelta

import pytest

from integration.errors import NotAllowed
from integration.services.core.visit import moment_now
from integration.services.operating import backup, condition
from tests.access.identity import a_member, a_session, by
from tests.examples import BRIDGE, a_milestone, a_visit, save


def found(database, days=0):
    return condition.of_store(a_visit(database, now=moment_now() + timedelta(days=days)))


def test_a_new_store_with_room_needs_nothing(bridge, monkeypatch):
    monkeypatch.setattr(condition, "LEAST_ROOM", 0)

    assert found(bridge) == condition.Condition()


def test_a_disk_that_fills_is_told_before_it_is_full(bridge, monkeypatch):
    monkeypatch.setattr(condition, "LEAST_ROOM", 10**18)

    assert found(bridge).room > 0


def test_a_store_without_a_backup_is_told_after_a_day_and_an_old_backup_with_its_day(bridge):
    assert (found(bridge).unsaved, found(bridge, 3).unsaved) == (False, True)
    backup.daily(bridge, "secret", moment_now())

    assert (found(bridge, 3).unsaved, found(bridge, 3).backup) == (False, None)
    assert found(bridge, 5).backup == backup.newest_backup(bridge.path)


def test_a_file_that_somebody_changed_is_told(bridge):
    save(bridge, a_milestone())
    with bridge.path.open("ab") as file:
        file.write(b"x")

    assert found(bridge).changed


def test_nobody_else_is_told(bridge):
    vera = a_member(bridge, "lead", "vera@test.example", BRIDGE)

    with pytest.raises(NotAllowed):
        condition.of_store(by(bridge, a_session(vera), "portfolio"))
