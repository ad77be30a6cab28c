"""The history of one thing: every version of it, oldest first."""

from integration.errors import ThingNotFound
from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.threshold import THE_ONE, Thresholds
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.storage.core.records import versions
from integration.views.changes.history import LISTS

PARTS: dict[str, type[Record]] = {"depth": Depth, "report": CheckIn}
IN_REGISTER = {"risks", "issues", "actions", "decisions", "meetings", "agenda"}


def read(visit: Visit, dossier: Dossier, name: str) -> list[Record]:
    """Every version of what `name` names: milestone.CODE, depth.DOMAIN, report.DOMAIN, partnership, names, one of LISTS, or LIST.ID for one thing of it.

    Raises ThingNotFound.
    """
    visit.require("read history", dossier.partnership.id)
    if name.partition(".")[0] in IN_REGISTER:
        visit.require("read register", dossier.partnership.id)
    found = visit.remember("history", lambda: _versions(visit, dossier, name), dossier.partnership.id, name)
    if not found:
        raise ThingNotFound(value=name[:60])
    return found


def of_thresholds(visit: Visit) -> list[Thresholds]:
    """Every version of the thresholds."""
    visit.require("read history")
    with visit.reading() as cursor:
        return versions(cursor, Thresholds, "r.id = ?", [THE_ONE], visit.as_of)


def _versions(visit: Visit, dossier: Dossier, name: str) -> list[Record]:
    kind, _, part = name.partition(".")
    with visit.reading() as cursor:
        if kind == "milestone":
            ids = [one.id for one in dossier.milestones if one.code == part]
            return [*versions(cursor, Milestone, "r.id = ?", ids, visit.as_of)] if ids else []
        if kind == "partnership":
            return [*versions(cursor, type(dossier.partnership), "r.id = ?", [dossier.partnership.id], visit.as_of)]
        if kind in PARTS:
            return [*versions(cursor, PARTS[kind], 'r.partnership_id = ? AND r."domain" = ?', [dossier.partnership.id, part], visit.as_of)]
        if kind in LISTS:
            where, own = ("r.partnership_id = ? AND CAST(r.id AS VARCHAR) = ?", [part]) if part else ("r.partnership_id = ?", [])
            return [*versions(cursor, LISTS[kind], where, [dossier.partnership.id, *own], visit.as_of)]
        if kind == "names":
            people = {dossier.partnership.lead_id, *(one.owner_id for one in dossier.milestones)} - {""}
            named: list[Record] = [*versions(cursor, Organisation, _among(dossier.partnership.partners), [*dossier.partnership.partners], visit.as_of)]
            return [*named, *versions(cursor, Person, _among(tuple(people)), [*people], visit.as_of)]
    return []


def _among(ids: tuple[str, ...]) -> str:
    return f"CAST(r.id AS VARCHAR) IN ({', '.join('?' * len(ids)) or 'NULL'})"
