"""A plan as files that come back unchanged: a workbook, zipped CSV and JSON, with the ids by which its rows are known again."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from integration.exchange.read.own import FORMAT
from integration.exchange.table import RISKY
from integration.exchange.workbook import xlsx_bytes
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.views.kit.table import Column, Table

# An apostrophe is taken off again where the file comes back, so one that was typed gets another before it.
GUARDED = (*RISKY, "'")
COLUMNS = (
    "id", "code", "domain", "title_nl", "title_en", "deliverable_nl", "deliverable_en", "starts_on", "due_on", "forecast_on", "done_on", "credit", "weight",
    "owner", "partner", "waits_for", "gate", "critical", "cancelled", "serves", "note_nl", "note_en", "proof_nl", "proof_en", "risk_nl", "risk_en", "source",
)  # fmt: skip
OF_PARTNERSHIP = "partnership"
Names = Mapping[str, str]


def plan_rows(milestones: Sequence[Milestone], names: Names) -> list[dict[str, Any]]:
    """Each milestone under our own names of columns; people and partners by their names."""
    return [{column: _value(one, column, names) for column in COLUMNS} for one in milestones]


def plan_xlsx(milestones: Sequence[Milestone], names: Names, title: str) -> bytes:
    """One sheet with real dates, to be edited and brought back."""
    rows = tuple(tuple(_cell(one[column]) for column in COLUMNS) for one in plan_rows(milestones, names))
    return xlsx_bytes(Table(tuple(Column(one, one) for one in COLUMNS), rows), title)


def plan_table(milestones: Sequence[Milestone], names: Names, codes: Names) -> Table:
    """Milestones of several partnerships, each row under the code of its own, to be brought back into any of them."""
    told = zip(milestones, plan_rows(milestones, names), strict=True)
    rows = tuple((codes[one.partnership_id], *(_cell(row[column]) for column in COLUMNS)) for one, row in told)
    return Table(tuple(Column(one, one) for one in (OF_PARTNERSHIP, *COLUMNS)), rows)


def plan_csv(milestones: Sequence[Milestone], names: Names) -> bytes:
    """The same as CSV in a zip; a text that a spreadsheet would take for a formula stands after an apostrophe."""
    written, stored = io.StringIO(newline=""), io.BytesIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(_cell(one[column])) for column in COLUMNS] for one in plan_rows(milestones, names))
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("milestones.csv", written.getvalue().encode("utf-8-sig"))
    return stored.getvalue()


def plan_json(partnership: Partnership, milestones: Sequence[Milestone], names: Names) -> bytes:
    """The same as JSON: `format`, `partnership` and `milestones`; days as 2027-03-31, lists as lists."""
    rows = [{name: value.isoformat() if isinstance(value, date) else value for name, value in one.items()} for one in plan_rows(milestones, names)]
    told = {"format": FORMAT, "version": 1, "partnership": {"code": partnership.code, "nl": partnership.name.nl, "en": partnership.name.en}, "milestones": rows}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _value(one: Milestone, column: str, names: Names) -> Any:
    if column in ("owner", "partner"):
        return names.get(getattr(one, f"{column}_id"), "")
    if column.endswith(("_nl", "_en")):
        return getattr(getattr(one, column[:-3]), column[-2:])
    value = getattr(one, column)
    return [*value] if isinstance(value, tuple) else value


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else value


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(GUARDED) else value
