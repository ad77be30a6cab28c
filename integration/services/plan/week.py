"""The week: milestones and reports of one partnership saved together, all of it or nothing."""

from collections.abc import Mapping, Sequence

from integration.errors import EditConflict
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan.check_in import refuse_report, report_within
from integration.services.plan.plan import saved_within

Pairs = list[tuple[Milestone | None, Milestone]]


class Reported(EditConflict):
    """Somebody reported on some of these domains first; nothing of this save was stored."""

    def __init__(self, reports: tuple[CheckIn, ...]) -> None:
        super().__init__(reports[0])
        self.reports = reports


def save(visit: Visit, partnership: Partnership, edited: Sequence[Milestone], reports: Sequence[CheckIn], seen: Mapping[str, str]) -> Pairs:
    """Store milestones and reports in one change and return (before, after) of each milestone; `seen` is each domain's last report as the reporter knew it.

    Raises plan.Collided, Reported with what came since, or Invalid with every broken rule.
    """
    for one in reports:
        refuse_report(one)
    if reports:
        visit.require("report status", partnership.id)
    with visit.change("update plan" if edited else "report status", partnership.code, partnership.id) as writing:
        pairs = saved_within(writing, partnership, edited, visit.today) if edited else []
        since = []
        for one in reports:
            try:
                report_within(writing, partnership, one, seen.get(one.domain, ""))
            except EditConflict as error:
                since += [error.theirs] if isinstance(error.theirs, CheckIn) else []
        if since:
            raise Reported(tuple(since))
    return pairs
