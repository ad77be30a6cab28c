"""Check-ins: reporting how a domain is doing."""

from integration.errors import EditConflict, Invalid, Problem
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn, check_in_problems
from integration.services.core.visit import Visit
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.plan.check_in import check_ins_of


def report(visit: Visit, partnership: Partnership, check_in: CheckIn, seen: str = "") -> CheckIn:
    """Store a report; raises Invalid. A correction is a new report that names the one it corrects.

    `seen` is the id of the domain's last report as the reporter knew it ("" for none): raises EditConflict with the one that came since.
    """
    refuse_report(check_in)
    with visit.change("report status", partnership.code, partnership.id) as writing:
        return report_within(writing, partnership, check_in, seen)


def refuse_report(check_in: CheckIn) -> None:
    """Raise Invalid with every rule that this report breaks."""
    problems = check_in_problems(check_in)
    if check_in.version:
        problems.append(Problem("version", "A report stays as it was; send a new one that corrects it."))
    if problems:
        raise Invalid(tuple(problems))


def report_within(writing: Writing, partnership: Partnership, check_in: CheckIn, seen: str) -> CheckIn:
    """Store a report as part of a larger change; raises EditConflict with the one that came since the one that was `seen`."""
    last = next((one for one in check_ins_of(writing.cursor, partnership.id) if one.domain == check_in.domain), None)
    if last and last.id not in (seen, check_in.corrects):
        raise EditConflict(last)
    return append(writing, [check_in])[0]
