"""Reading lines: each row of a sheet becomes a line of the plan, is left out with a reason, or waits for an answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from integration.exchange.propose.asking import Asking
from integration.exchange.propose.cells import CellReader
from integration.exchange.propose.columns import Columns, cell_at, cells_at, heading_above, repeats_names
from integration.exchange.propose.line import Line
from integration.exchange.propose.links import links_in
from integration.exchange.propose.values import PERIOD, TOTALS, domain_of, is_true
from integration.i18n.typed.cell import words_of
from integration.i18n.typed.numbers import number_of
from integration.i18n.words import Words

TEXTS = ("note", "deliverable", "proof", "risk")
# Programs that name what a row waits for by its number among the rows.
COUNTED = ("smartsheet",)
PLAIN = ("gate", "source", "partner")


@dataclass(slots=True)
class Group:
    """What the rows below a heading or a summary belong to: its level, and its words."""

    level: int
    words: str


@dataclass(slots=True)
class LineReader:
    """Reads the rows of one table; `hidden` takes hidden rows along, `about` is the code of the partnership, `cells` reads what stands in one cell."""

    say: Words
    asking: Asking
    columns: Columns
    cells: CellReader
    hidden: bool = False
    about: str = ""
    above: list[Group] = field(default_factory=list)
    known: frozenset[str] = frozenset()

    def lines(self) -> Iterator[Line]:
        """Every row that is not empty, as a line."""
        self.known = frozenset(words_of(cell_at(self.columns, row, name)) for row in self.columns.rows for name in ("id", "code"))
        if (heading := heading_above(self.columns)) is not None:
            self.above = [Group(0, next(filter(None, map(words_of, self.columns.sheet.rows[heading]))))]
        for row in self.columns.rows:
            if any(words_of(one) for one in self.columns.sheet.rows[row]):
                yield self._line(row)

    def _line(self, row: int) -> Line:
        sheet, cells = self.columns.sheet, self.columns.sheet.rows[row]
        place = str(row - self.columns.header) if self.columns.preset in COUNTED else ""
        line = Line(sheet.number(row), sheet.name, ours=self._ours, place=place)
        line.title = words_of(cell_at(self.columns, row, "title"))
        first = line.title or next(words_of(one) for one in cells if words_of(one))
        if TOTALS.fullmatch(first) and not self._ours:
            line.skipped = self.say("This row adds up the others; it is no milestone of its own.")
        elif repeats_names(self.columns, cells):
            line.skipped = self.say("This row repeats the names of the columns.")
        elif self.columns.of_many and words_of(cell_at(self.columns, row, "partnership")) != self.about:
            line.skipped = self.say("This row belongs to another partnership.")
        elif is_true(cell_at(self.columns, row, "archived")):
            line.skipped = self.say("This row is archived or inactive where it comes from.")
        elif self._is_alone(row) and PERIOD.fullmatch(first.casefold()):
            line.skipped = self.say("This row is a heading for the rows below it.")
        elif self._heads(row):
            line.skipped = self.say("This row is a heading for the rows below it.")
            self.above = [Group(0, first)]
        else:
            self._fill(line, row)
        line.title = line.title or first
        if row in sheet.hidden_rows and not self.hidden and not line.skipped:
            line.skipped = self.say("This row is hidden in the file, and was not taken along.")
        return line

    @property
    def _ours(self) -> bool:
        return self.columns.sheet.whole or self.columns.preset == "ineen"

    def _is_alone(self, row: int) -> bool:
        return not self.columns.sheet.ours and sum(bool(words_of(one)) for one in self.columns.sheet.rows[row]) == 1

    def _heads(self, row: int) -> bool:
        """Whether one cell alone stands in the row, and says a domain or stands outside the titles."""
        sheet = self.columns.sheet
        filled = [at for at, one in enumerate(sheet.rows[row]) if words_of(one)]
        at_title = self.columns.fields.get("title", (-1,))
        if len(filled) != 1 or len(self.columns.fields) < 2 or sheet.ours:
            return False
        return filled[0] not in at_title or domain_of(words_of(sheet.rows[row][filled[0]])) is not None

    def _fill(self, line: Line, row: int) -> None:
        line.id, line.code = (words_of(cell_at(self.columns, row, name)) for name in ("id", "code"))
        level = self._level(row)
        self.above = [one for one in self.above if one.level < level or one.level == 0]
        if self._is_summary(row, level):
            line.skipped = self.say("This row sums up the rows below it, which are taken along.")
            self.above.append(Group(level, line.title))
            return
        self._read_dates(line, row)
        self._read_rest(line, row)
        self.cells.status(line, cell_at(self.columns, row, "status"), "status" in self.columns.fields)
        line.values["milestone"] = is_true(cell_at(self.columns, row, "milestone")) or self._lasts(row) == 0
        if line.values["milestone"] and line.values.get("due_on") is None and line.values.get("starts_on"):
            line.values["due_on"] = line.values["starts_on"]
        line.values["domain_words"] = self._domain_words(row)
        line.values["parts_words"] = [one.words for one in reversed(self.above)]

    def _read_dates(self, line: Line, row: int) -> None:
        for name in ("starts_on", "due_on", "forecast_on", "done_on"):
            if name in self.columns.fields:
                line.values[name] = self.cells.day(line, cell_at(self.columns, row, name))
        if "promised_on" in self.columns.fields:
            line.promised = self.cells.day(line, cell_at(self.columns, row, "promised_on"))
        if line.values.get("starts_on") is None and self._lasts(row) == 0 and self.columns.fields.get("duration"):
            line.values["starts_on"] = line.values.get("due_on")

    def _read_rest(self, line: Line, row: int) -> None:
        fields, values = self.columns.fields, line.values
        for name in TEXTS:
            for one in (name, f"{name}_nl", f"{name}_en"):
                if one in fields:
                    values[one] = words_of(cell_at(self.columns, row, one))
        for name in ("title_nl", "title_en", *PLAIN):
            if name in fields:
                values[name] = words_of(cell_at(self.columns, row, name))
        readers: dict[str, Callable[[Line, Any], Any]] = {"credit": self.cells.share, "weight": self.cells.number}
        for name, read in readers.items():
            if name in fields:
                values[name] = read(line, cell_at(self.columns, row, name))
        for name in ("critical", "cancelled"):
            if name in fields:
                values[name] = is_true(cell_at(self.columns, row, name))
        if "serves" in fields:
            values["serves"] = tuple(one.strip() for one in words_of(cell_at(self.columns, row, "serves")).split(",") if one.strip())
        if "owner" in fields:
            line.owners = self.cells.people(cell_at(self.columns, row, "owner"))
            values["owner"] = line.owners[0] if line.owners else ""
        if "waits_for" in fields:
            said = [words_of(one) for one in cells_at(self.columns, row, "waits_for") if words_of(one)]
            line.links = tuple(link for one in said for link in links_in(one, self.known, self._ours))
            values["waits_for"] = ()

    def _lasts(self, row: int) -> float | None:
        said = words_of(cell_at(self.columns, row, "duration")).rstrip("?")
        return number_of(said.split(" ")[0].rstrip("dhwm")) if said else None

    def _level(self, row: int) -> int:
        return int(number_of(cell_at(self.columns, row, "level")) or 1)

    def _is_summary(self, row: int, level: int) -> bool:
        if is_true(cell_at(self.columns, row, "summary")):
            return True
        return "level" in self.columns.fields and not self.columns.sheet.ours and row + 1 in self.columns.rows and self._level(row + 1) > level

    def _domain_words(self, row: int) -> list[str]:
        """What the row's own columns say of its domain, with the words of a merged cell for every row that it covers."""
        words = [words_of(one) for one in cells_at(self.columns, row, "domain")]
        for at in self.columns.fields.get("domain", ()):
            for top, left, bottom, right in self.columns.sheet.merged:
                if top < row <= bottom and left <= at <= right:
                    words.append(words_of(self.columns.sheet.rows[top][left]))
        return [one for one in words if one]
