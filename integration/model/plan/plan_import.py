"""Imports: what was brought into a plan last, so that the next file is compared with it and not with what people did here since."""

from dataclasses import dataclass, field

from integration.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanImport(Record):
    """The newest file of a partnership: its name, sheets and SHA-256, what its columns meant, and what each of its lines said and became.

    `mapping` and `lines` are JSON: column to field, and line key to milestone id with the values as imported.
    """

    partnership_id: str
    file: str
    sheet: str = ""
    digest: str = ""
    kind: str = ""
    mapping: str = field(default="{}", metadata={"endless": True})
    lines: str = field(default="{}", metadata={"endless": True})
