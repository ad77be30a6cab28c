"""Columns: which row names them, and which field each holds, by name, by what stands in it, or as somebody said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from integration.errors.exchange import FileWithoutTable
from integration.exchange.propose.names import DATES, FIELDS, MANY, WEAK, field_of, preset_of
from integration.exchange.propose.values import TOTALS, domain_of
from integration.exchange.read.sheet import Book, Row, Sheet
from integration.i18n.typed.cell import Cell, plain_name, words_of
from integration.i18n.typed.numbers import number_of

HEADED, EXAMPLES = 40, 3
Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """One sheet with its names of columns: the (last) row they stand in, the column (or columns) of each field, and which program wrote them."""

    sheet: Sheet
    header: int
    names: tuple[str, ...]
    fields: Mapping[str, tuple[int, ...]]
    preset: str = ""
    end: int = field(default=0)
    first: int = field(default=0)

    @property
    def rows(self) -> range:
        """The rows below the names, as far as this table goes."""
        return range(self.header + 1, self.end)

    @property
    def of_many(self) -> bool:
        """Whether it is our own sheet of milestones of several partnerships."""
        return self.preset == "ineen" and {"partnership", "id", "due_on"} <= {*self.fields}

    def examples(self, column: int) -> list[str]:
        """The first values of a column."""
        values = (words_of(_at(self.sheet.rows[row], column)) for row in self.rows)
        return [one for one in values if one][:EXAMPLES]


def columns_of(sheet: Sheet, given: Given) -> Columns | None:
    """The columns of a sheet, with what was said of them instead of what their names mean; None where no row names any."""
    header = 0 if sheet.ours else _header(sheet, given)
    if header is None or header >= len(sheet.rows):
        return None
    names = tuple(words_of(one) for one in sheet.rows[header])
    first = header
    if not sheet.ours and (joined := _of_two_rows(sheet, header)):
        names, header = joined, header + 1
    ours = sheet.ours or sum(one in FIELDS for one in names) >= max(4, sum(map(bool, names)) - 1)
    fields: dict[str, tuple[int, ...]] = {name: (at,) for at, name in enumerate(names) if name in FIELDS}
    if not ours:
        fields = _settled(sheet, header, _named(sheet, names))
    for said, wanted in given.items():
        _put(fields, names, said, wanted)
    return Columns(sheet, header, names, fields, "ineen" if ours and not sheet.ours else preset_of([*names]), _end(sheet, header, names), first)


def _of_two_rows(sheet: Sheet, header: int) -> tuple[str, ...] | None:
    """The names where they stand in two rows, as “Planned” over “Start” and “End”; None where the row below is one of the plan.

    Every word of the row below names a column, and stands where the row above names none by itself.
    """
    if header + 1 >= len(sheet.rows):
        return None
    above, below = sheet.rows[header], sheet.rows[header + 1]
    filled = [at for at, one in enumerate(below) if words_of(one)]
    if not filled or not all(field_of(words_of(below[at])) and not field_of(words_of(_at(above, at))) for at in filled):
        return None
    names, group = [], ""
    for at in range(max(len(above), len(below))):
        group = words_of(_at(above, at)) or (group if at in filled else "")
        lower = words_of(_at(below, at))
        both = f"{group} {lower}".strip()
        names.append(both if not lower or field_of(both) else lower)
    return tuple(names)


def sheets_of(book: Book, given: Given) -> list[Columns]:
    """Every sheet that people see with a table in it; raises FileWithoutTable where there is none."""
    found = [one for sheet in book.sheets if sheet.visible and (one := columns_of(sheet, given)) and _is_plan(one)]
    if not found:
        raise FileWithoutTable
    # A workbook of many partnerships holds other things on its other sheets.
    return [one for one in found if one.of_many] or found


def _is_plan(columns: Columns) -> bool:
    return "title" in columns.fields or "title_nl" in columns.fields or len(columns.fields) > 1


def _header(sheet: Sheet, given: Given) -> int | None:
    wanted = {plain_name(one) for one in given}
    best, found = 0.0, None
    for at, row in enumerate(sheet.rows[:HEADED]):
        names = [one for one in row if isinstance(one, str) and one.strip()]
        known = {field_of(one) for one in names} - {""}
        said = sum(plain_name(one) in wanted for one in names)
        # A header names columns; a row of the plan may hold one such word, and then stands beside values that are none.
        score = len(known) + 2 * said + ("title" in known) * 0.5
        if score > best and (len(known) + said >= 2 or ("title" in known and len(names) == 1 and at == 0)):
            best, found = score, at
    return found


def _named(sheet: Sheet, names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for weak in (False, True):
        for at, name in enumerate(names):
            wanted = field_of(name)
            if not wanted or (plain_name(name) in WEAK) != weak or (at in sheet.hidden_columns and wanted not in ("id", "code")):
                continue
            if wanted not in found or (wanted in MANY and not weak) or (wanted == "domain" and _repeats(names, found[wanted][0], name)):
                found.setdefault(wanted, []).append(at)
    return {name: tuple(at) for name, at in found.items()}


def _repeats(names: Sequence[str], first: int, name: str) -> bool:
    return plain_name(names[first]) == plain_name(name)


def _settled(sheet: Sheet, header: int, fields: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """What the values of some columns say of their fields: counted rows are no codes, words are no percentage."""
    values = {name: [_at(row, at[0]) for row in sheet.rows[header + 1 :]] for name, at in fields.items()}
    if (
        "code" in fields
        and all(number_of(one) is not None for one in values["code"] if words_of(one) and not TOTALS.fullmatch(words_of(one)))
        and "id" not in fields
    ):
        fields["id"] = fields.pop("code")
    shares = [one for one in values.get("credit", ()) if words_of(one)]
    if shares and not any(number_of(one) is not None for one in shares) and "status" not in fields:
        fields["status"] = fields.pop("credit")
    return fields


def _put(fields: dict[str, tuple[int, ...]], names: Sequence[str], said: str, wanted: str) -> None:
    at = next((at for at, name in enumerate(names) if plain_name(name) == plain_name(said) and plain_name(said)), None)
    if at is None and said.isalpha() and len(said) <= 2:
        at = _lettered(said)
    if at is None or at >= len(names):
        return
    for name in [one for one, columns in fields.items() if at in columns]:
        fields[name] = tuple(one for one in fields[name] if one != at)
        if not fields[name]:
            del fields[name]
    if wanted in FIELDS:
        fields[wanted] = (*(fields.get(wanted, ()) if wanted in MANY else ()), at)


def _lettered(letters: str) -> int:
    at = 0
    for one in letters.upper():
        at = at * 26 + ord(one) - 64
    return at - 1


def letter_of(column: int) -> str:
    """What a spreadsheet calls a column."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _end(sheet: Sheet, header: int, names: Sequence[str]) -> int:
    """The row after the last of this table: a second table begins with a row of other names."""
    own, empty = {*map(plain_name, filter(None, names))}, False
    for at in range(header + 1, len(sheet.rows)):
        words = [one for one in sheet.rows[at] if isinstance(one, str) and one.strip()]
        known = {field_of(one) for one in words} - {""}
        if empty and len(known) >= 2 and len(known) > len(words) / 2 and not {*map(plain_name, words)} <= own:
            return at
        empty = not any(words_of(one) for one in sheet.rows[at])
    return len(sheet.rows)


def heading_above(columns: Columns) -> int | None:
    """The row above the names that holds nothing but a domain, as where each group has a table of its own; None where there is none."""
    rows, sheet = (at for at in reversed(range(columns.first)) if any(map(words_of, columns.sheet.rows[at]))), columns.sheet
    at = next(rows, None)
    words = [words_of(one) for one in sheet.rows[at] if words_of(one)] if at is not None else []
    return at if len(words) == 1 and domain_of(words[0]) else None


def repeats_names(columns: Columns, row: Row) -> bool:
    """Whether a row repeats the names of the columns."""
    words = [plain_name(one) for one in row if words_of(one)]
    return len(words) > 1 and {*words} <= {*map(plain_name, columns.names)}


def dates_in(columns: Columns) -> list[int]:
    """The columns that hold days."""
    return [at for name in DATES for at in columns.fields.get(name, ())]


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def cell_at(columns: Columns, row: int, name: str) -> Cell:
    """The value of a field in a row; None where the sheet has no such column."""
    at = columns.fields.get(name)
    return _at(columns.sheet.rows[row], at[0]) if at else None


def cells_at(columns: Columns, row: int, name: str) -> list[Cell]:
    """The values of a field that several columns may fill."""
    return [_at(columns.sheet.rows[row], at) for at in columns.fields.get(name, ())]
