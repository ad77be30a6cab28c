"""The history of one thing: every version of it, oldest first."""

from dataclasses import replace
from typing import TypeVar

from integration.errors import ThingNotFound
from integration.model.access.person import Person
from integration.model.kinds import BY_HISTORY, RecordKind
from integration.model.organisation import Organisation
from integration.model.record import Record
from integration.model.threshold import THE_ONE, Thresholds
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.storage.core.records import versions
from integration.storage.core.uniqueness import twins

R = TypeVar("R", bound=Record)


def read(visit: Visit, dossier: Dossier, name: str) -> list[Record]:
    """Every version of what `name` names: names, or the history of a record kind, such as milestone.CODE, depth.DOMAIN, partnership, risks or risks.ID.

    Raises ThingNotFound.
    """
    visit.require("read history", dossier.partnership.id)
    if kind := BY_HISTORY.get(name.partition(".")[0]):
        visit.require(kind.ability, dossier.partnership.id)
    found = visit.remember("history", lambda: _versions(visit, dossier, name), dossier.partnership.id, name)
    if not found:
        raise ThingNotFound(value=name[:60])
    return found


def of_thresholds(visit: Visit) -> list[Thresholds]:
    """Every version of the thresholds."""
    visit.require("read history")
    with visit.reading() as cursor:
        return versions(cursor, Thresholds, "r.id = ?", [THE_ONE], visit.as_of)


def as_it_was(visit: Visit, record: R, version: int) -> R:
    """This version of a record that was read; one that there is not has what the record has."""
    with visit.reading() as cursor:
        found = versions(cursor, type(record), "r.id = ? AND r.version = ?", [record.id, version])
    return found[0] if found else replace(record, version=version)


def _versions(visit: Visit, dossier: Dossier, name: str) -> list[Record]:
    called, _, part = name.partition(".")
    kind = BY_HISTORY.get(called)
    with visit.reading() as cursor:
        if kind:
            where, values = _where(kind, dossier, part)
            return [*versions(cursor, kind.record, where, values, visit.as_of)]
        if called == "names":
            people = {dossier.partnership.lead_id, *(one.owner_id for one in dossier.milestones)} - {""}
            named: list[Record] = [*versions(cursor, Organisation, _among(dossier.partnership.partners), [*dossier.partnership.partners], visit.as_of)]
            return [*named, *versions(cursor, Person, _among(tuple(people)), [*people], visit.as_of)]
    return []


def _where(kind: RecordKind, dossier: Dossier, part: str) -> tuple[str, list[str]]:
    if kind.part == "code":
        # A code may have been another's once; the thing that bears it now is meant.
        ids = [one.id for one in dossier.milestones if one.code == part]
        return _among(tuple(ids)), ids
    own = dossier.partnership.id
    if not kind.part or (kind.part == "id" and not part):
        return f"r.{kind.about} = ?", [own]
    if kind.part == "id" and kind.unique:
        return f"r.{kind.about} = ? AND r.id IN ({twins(kind)})", [own, part, part]
    return f'r.{kind.about} = ? AND CAST(r."{kind.part}" AS VARCHAR) = ?', [own, part]


def _among(ids: tuple[str, ...]) -> str:
    return f"CAST(r.id AS VARCHAR) IN ({', '.join('?' * len(ids)) or 'NULL'})"
