"""The tables that a shared link gives to spreadsheets and statistics: bare values under names that stay, each explained."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from integration.i18n.words import Words
from integration.views.kit.table import Value

DataKind = Literal["text", "day", "moment", "number", "whole", "yes"]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """One column: its name in every language, what its values are, and what it means (a sentence that the catalogue translates)."""

    name: str
    kind: DataKind
    meaning: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of bare values, one for each column."""

    name: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[Value, ...], ...] = ()

    def without(self, names: Collection[str]) -> Self:
        """The same table without these columns."""
        kept = [at for at, column in enumerate(self.columns) if column.name not in names]
        return replace(self, columns=tuple(self.columns[at] for at in kept), rows=tuple(tuple(row[at] for at in kept) for row in self.rows))

    def filled(self, rows: Sequence[Sequence[Value]]) -> Self:
        """The same table with these rows."""
        return replace(self, rows=tuple(tuple(row) for row in rows))


def data_tables(say: Words) -> dict[str, DataTable]:
    """Every table there is, without rows, by its name in an address; meanings in the reader's language."""
    columns = {
        "partnerships": _partnerships(say),
        "domains": _domains(say),
        "milestones": _milestones(say),
        "check-ins": _check_ins(say),
        "register": _register(say),
        "decisions": _decisions(say),
        "columns": _columns(say),
    }
    return {name: DataTable(name, each) for name, each in columns.items()}


def _shared(say: Words) -> dict[str, DataColumn]:
    """The columns that several tables have."""
    columns = (
        DataColumn("partnership", "text", say("Code of the partnership")),
        DataColumn("domain", "text", say("training, backoffice, hrm or housing; foundation for what comes before the four")),
        DataColumn("delivered", "number", say("Delivered: share of the agreed weight that is done, in %")),
        DataColumn("planned", "number", say("Planned by now: share of the agreed weight that was promised up to this day, in %")),
        DataColumn("computed_colour", "text", say("Colour by the rules: green, amber, red, blue (finished), white (not begun) or grey (unknown)")),
        DataColumn("days_behind", "number", say("Days behind the plan; below 0 is ahead")),
        DataColumn("title", "text", say("Title, in the language of the link where it has one")),
        DataColumn("owner", "text", say("Who does it")),
        DataColumn("due_on", "day", say("Day it is due")),
    )
    return {one.name: one for one in columns}


def _partnerships(say: Words) -> tuple[DataColumn, ...]:
    shared = _shared(say)
    return (
        shared["partnership"],
        DataColumn("name", "text", say("Name of the partnership")),
        DataColumn("partners", "text", say("Names of the partners")),
        DataColumn("phase", "text", say("exploring, founding, integrating, integrated or ended")),
        DataColumn("starts_on", "day", say("First day of the programme")),
        DataColumn("ends_on", "day", say("Planned end of the programme")),
        shared["delivered"],
        shared["planned"],
        shared["computed_colour"],
        shared["days_behind"],
        DataColumn("overdue", "whole", say("Open milestones whose promised day has passed")),
        DataColumn("next_meeting_on", "day", say("Day of the next meeting of the committee")),
        DataColumn("last_update", "moment", say("Last moment that anything was saved, in UTC")),
    )


def _domains(say: Words) -> tuple[DataColumn, ...]:
    shared = _shared(say)
    return (
        shared["partnership"],
        shared["domain"],
        shared["delivered"],
        shared["planned"],
        DataColumn("under_way", "number", say("Work under way: progress with what is begun counted in part, in %")),
        shared["computed_colour"],
        DataColumn("reported_colour", "text", say("Colour that the lead reported last: green, amber or red")),
        DataColumn("confidence", "whole", say("How sure the lead is of the plan, 1 to 10")),
        shared["days_behind"],
        DataColumn("depth_now", "whole", say("How far the partners have merged, 0 to 4")),
        DataColumn("depth_target", "whole", say("How far they want to merge, 0 to 4")),
    )


def _milestones(say: Words) -> tuple[DataColumn, ...]:
    shared = _shared(say)
    return (
        shared["partnership"],
        shared["domain"],
        DataColumn("code", "text", say("Code of the milestone within its partnership")),
        shared["title"],
        DataColumn("state", "text", say("waiting, running, late, done or cancelled")),
        DataColumn("progress", "number", say("Progress of the milestone, 0 to 100")),
        DataColumn("weight", "number", say("How much it counts in the domain")),
        DataColumn("starts_on", "day", say("Day the work begins")),
        DataColumn("promised_on", "day", say("Day the baseline in force promised")),
        shared["due_on"],
        DataColumn("expected_on", "day", say("Day it was done, or is expected")),
        DataColumn("done_on", "day", say("Day it was done")),
        DataColumn("days_late", "whole", say("Days since it was promised, while it is open")),
        DataColumn("key", "yes", say("Whether it is a key milestone")),
        DataColumn("waits_for", "text", say("Codes of the milestones it waits for")),
        shared["owner"],
        DataColumn("note", "text", say("Note of the lead")),
    )


def _check_ins(say: Words) -> tuple[DataColumn, ...]:
    shared = _shared(say)
    return (
        shared["partnership"],
        shared["domain"],
        DataColumn("reported_at", "moment", say("When it was reported, in UTC")),
        DataColumn("colour", "text", say("Colour that the lead reported: green, amber or red")),
        DataColumn("confidence", "whole", say("How sure the lead is of the plan, 1 to 10")),
        DataColumn("done", "text", say("What was done")),
        DataColumn("stuck", "text", say("What is stuck")),
        DataColumn("need", "text", say("What is needed of the committee")),
    )


def _register(say: Words) -> tuple[DataColumn, ...]:
    shared = _shared(say)
    return (
        shared["partnership"],
        DataColumn("list", "text", say("risk, opportunity, issue or action")),
        shared["title"],
        DataColumn("raised_on", "day", say("Day it was raised")),
        DataColumn("probability", "whole", say("Probability, 1 to 5")),
        DataColumn("impact", "whole", say("Impact, 1 to 5")),
        DataColumn("exposure", "whole", say("Probability times impact")),
        DataColumn("state", "text", say("open or closed")),
        shared["due_on"],
        shared["owner"],
        DataColumn("note", "text", say("What is done about it, or what it blocks")),
    )


def _decisions(say: Words) -> tuple[DataColumn, ...]:
    shared = _shared(say)
    return (
        shared["partnership"],
        shared["title"],
        DataColumn("asked_on", "day", say("Day it was asked")),
        DataColumn("needed_by", "day", say("Day it is needed by")),
        DataColumn("days_waited", "whole", say("Days from asked to decided, or to today")),
        DataColumn("decided_on", "day", say("Day it was decided")),
        DataColumn("decision", "text", say("What was decided")),
        DataColumn("options", "text", say("What could be chosen")),
        DataColumn("effect", "text", say("What it brings about")),
    )


def _columns(say: Words) -> tuple[DataColumn, ...]:
    return (
        DataColumn("table", "text", say("Name of the table")),
        DataColumn("column", "text", say("Name of the column")),
        DataColumn("kind", "text", say("text, day, moment, number, whole (number) or yes (or no)")),
        DataColumn("meaning", "text", say("What it means")),
    )
