"""What a pack is made of, read for many partnerships in a few queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from integration.days import start_of
from integration.model.change import Change
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline, BaselineLine, Promise, promised_days
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Register, Risk
from integration.storage.core.database import Cursor
from integration.storage.core.history import changed_since, changes_named
from integration.storage.core.records import latest
from integration.storage.plan.check_in import reports_of_domains
from integration.storage.plan.milestone import promised

R = TypeVar("R", bound=Record)
CHANGES = 12


@dataclass(frozen=True, slots=True)
class StoredPartnership:
    """The records of one partnership: its newest check-in per domain, and the weightiest changes since a day."""

    partnership: Partnership
    milestones: list[Milestone]
    depths: list[Depth]
    check_ins: list[CheckIn]
    promises: list[Promise]
    register: Register
    changes: tuple[Change, ...]


def stored_partnerships(cursor: Cursor, wanted: Sequence[Partnership], since: Mapping[str, date]) -> list[StoredPartnership]:
    """The records of these partnerships as they stand, in their order."""
    ids = [one.id for one in wanted]
    plans, depths, reports = _by_owner(cursor, Milestone, ids), _by_owner(cursor, Depth, ids), _newest_reports(cursor, ids)
    promises, changes = _promises(cursor, ids), _changes(cursor, since)
    risks, issues, actions, decisions = (
        _by_owner(cursor, Risk, ids),
        _by_owner(cursor, Issue, ids),
        _by_owner(cursor, Action, ids),
        _by_owner(cursor, Decision, ids),
    )
    return [
        StoredPartnership(
            partnership=one,
            milestones=promised(plans[one.id], promised_days(promises[one.id])),
            depths=depths[one.id],
            check_ins=reports[one.id],
            promises=promises[one.id],
            register=Register(tuple(risks[one.id]), tuple(issues[one.id]), tuple(actions[one.id]), tuple(decisions[one.id])),
            changes=changes.get(one.id, ()),
        )
        for one in wanted
    ]


def _among(ids: Sequence[str]) -> str:
    return f"CAST(partnership_id AS VARCHAR) IN ({', '.join('?' * len(ids))})"


def _by_owner(cursor: Cursor, kind: type[R], ids: Sequence[str]) -> dict[str, list[R]]:
    return _grouped(latest(cursor, kind, None, _among(ids), ids), ids)


def _grouped(records: Sequence[R], ids: Sequence[str]) -> dict[str, list[R]]:
    grouped: dict[str, list[R]] = {one: [] for one in ids}
    for record in records:
        grouped[record.partnership_id].append(record)  # type: ignore[attr-defined]
    return grouped


def _newest_reports(cursor: Cursor, ids: Sequence[str]) -> dict[str, list[CheckIn]]:
    return _grouped(reports_of_domains(cursor, ids)[::-1], ids)


def _promises(cursor: Cursor, ids: Sequence[str]) -> dict[str, list[Promise]]:
    lines: dict[str, list[BaselineLine]] = {}
    for line in latest(cursor, BaselineLine, None, _among(ids), ids):
        lines.setdefault(line.baseline_id, []).append(line)
    ordered = {one: sorted(baselines, key=lambda each: (str(each.recorded_at), each.id)) for one, baselines in _by_owner(cursor, Baseline, ids).items()}
    return {one: [Promise(each, tuple(lines.get(each.id, ()))) for each in baselines] for one, baselines in ordered.items()}


def _changes(cursor: Cursor, since: Mapping[str, date]) -> dict[str, tuple[Change, ...]]:
    if not since:
        return {}
    rows = changed_since(cursor, {one: start_of(day) for one, day in since.items()})
    if not len(rows):
        return {}
    first = rows.sort_values(["size", "recorded_at"], ascending=False).groupby("partnership").head(CHANGES)
    named = changes_named(cursor, first)
    found: dict[str, list[Change]] = {}
    for owner, change in zip(first.partnership, named, strict=True):
        found.setdefault(str(owner), []).append(change)
    return {owner: tuple(changes) for owner, changes in found.items()}
