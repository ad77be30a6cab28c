"""The history of one thing: every version of it, oldest first."""

from integration.errors import ThingNotFound
from integration.model.baseline import Baseline
from integration.model.check_in import CheckIn
from integration.model.depth import Depth
from integration.model.foundation import FoundationText, Gate, Indicator, Measurement, Nuance, Objective
from integration.model.holiday import Holiday
from integration.model.meeting import AgendaItem, Meeting
from integration.model.mirror import FollowUp
from integration.model.organisation import Organisation
from integration.model.person import Person
from integration.model.plan import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.scenario import Scenario
from integration.model.threshold import THE_ONE, Thresholds
from integration.services.partnership import Dossier
from integration.services.visit import Visit
from integration.storage.records import versions

PARTS: dict[str, type[Record]] = {"depth": Depth, "report": CheckIn}
LISTS: dict[str, type[Record]] = {
    "baselines": Baseline,
    "holidays": Holiday,
    "scenarios": Scenario,
    "texts": FoundationText,
    "nuances": Nuance,
    "objectives": Objective,
    "indicators": Indicator,
    "measurements": Measurement,
    "gates": Gate,
    "follow-ups": FollowUp,
    "risks": Risk,
    "issues": Issue,
    "actions": Action,
    "decisions": Decision,
    "meetings": Meeting,
    "agenda": AgendaItem,
}
ENTRIES: dict[str, type[Record]] = {"risk": Risk, "issue": Issue, "action": Action, "decision": Decision, "meeting": Meeting}


def read(visit: Visit, dossier: Dossier, name: str) -> list[Record]:
    """Every version of what `name` names: milestone.CODE, depth.DOMAIN, report.DOMAIN, risk.ID (or one of ENTRIES), partnership, names, or one of LISTS.

    Raises ThingNotFound.
    """
    visit.require("read partnership")
    found = visit.remember("history", lambda: _versions(visit, dossier, name), dossier.partnership.id, name)
    if not found:
        raise ThingNotFound(value=name[:60])
    return found


def of_thresholds(visit: Visit) -> list[Thresholds]:
    """Every version of the thresholds."""
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
        if kind in ENTRIES:
            own, where = dossier.partnership.id, "r.partnership_id = ? AND CAST(r.id AS VARCHAR) = ?"
            return [*versions(cursor, ENTRIES[kind], where, [own, part], visit.as_of)]
        if kind in LISTS:
            return [*versions(cursor, LISTS[kind], "r.partnership_id = ?", [dossier.partnership.id], visit.as_of)]
        if kind == "names":
            people = {dossier.partnership.lead_id, *(one.owner_id for one in dossier.milestones)} - {""}
            named: list[Record] = [*versions(cursor, Organisation, _among(dossier.partnership.partners), [*dossier.partnership.partners], visit.as_of)]
            return [*named, *versions(cursor, Person, _among(tuple(people)), [*people], visit.as_of)]
    return []


def _among(ids: tuple[str, ...]) -> str:
    return f"CAST(r.id AS VARCHAR) IN ({', '.join('?' * len(ids)) or 'NULL'})"
