"""What a save changed, told in sentences: its reports too."""

from collections.abc import Sequence

from integration.i18n.labels import colour_name, group_name
from integration.model.plan.check_in import CheckIn
from integration.model.record import Record
from integration.views.changes.changes import change_lines
from integration.views.kit.reader import Reader


def told(reader: Reader, pairs: Sequence[tuple[Record | None, Record]], most: int = 200) -> list[str]:
    """One sentence per change of a save, its reports first."""
    reports = [_report(reader, after) for _, after in pairs if isinstance(after, CheckIn)]
    rest = change_lines(reader, [(before, after) for before, after in pairs if not isinstance(after, CheckIn)], {}, most)
    return [*reports, *(line.sentence for line in rest)]


def _report(reader: Reader, report: CheckIn) -> str:
    say, domain = reader.say, group_name(reader.say, report.domain)
    if report.removed:
        return say("{domain}: the report was taken back.", domain=domain)
    return say("{domain}: reported {colour}.", domain=domain, colour=colour_name(say, report.colour).lower())
