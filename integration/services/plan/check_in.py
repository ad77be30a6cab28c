"""Check-ins: reporting how a domain is doing."""

from integration.errors import Invalid, Problem
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn, check_in_problems
from integration.services.core.visit import Visit
from integration.storage.core.records import append


def report(visit: Visit, partnership: Partnership, check_in: CheckIn) -> CheckIn:
    """Store a report; raises Invalid. A correction is a new report that names the one it corrects."""
    problems = check_in_problems(check_in)
    if check_in.version:
        problems.append(Problem("version", "A report stays as it was; send a new one that corrects it."))
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("report status", partnership.code, partnership.id) as writing:
        return append(writing, [check_in])[0]
