"""The tables of a pack in words, the same for the page, the PDF and the slides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from integration.i18n.formats import NOTHING, day, percent
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import CliffPart, DomainPart, PartnershipSnapshot, Snapshot
from integration.reports.render.tones import exposure_tone

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table: relative widths of its columns, rows of words, the tone of each row's first cell, and what to say when it is empty."""

    title: str
    columns: Row
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    tones: tuple[str, ...]
    nothing: str
    more: str = ""
    cells: tuple[Row, ...] = ()

    def cut(self, say: Words, most: int) -> "Table":
        """At most so many rows, and how many were left out."""
        rest = len(self.rows) - most
        if rest <= 0:
            return self
        left = say.plural("{n} more; all of them are in the workbook", "{n} more; all of them are in the workbook", rest)
        return replace(self, rows=self.rows[:most], tones=self.tones[:most], cells=self.cells[:most], more=left)

    def pages(self, lines: int) -> list["Table"]:
        """The same in tables that fill about so many lines each, by how long their cells are; what was left out is told with the last."""
        cuts, filled = [0], 0
        for at, row in enumerate(self.rows):
            high = self._lines(row)
            if filled and filled + high > lines:
                cuts.append(at)
                filled = 0
            filled += high
        ends = [*cuts[1:], len(self.rows)]
        return [self.some(first, last) for first, last in zip(cuts, ends, strict=True)]

    def _lines(self, row: Row) -> int:
        letters = [150 * width / sum(self.widths) for width in self.widths]
        return max(1, *(-(-len(words) // max(int(room), 6)) for words, room in zip(row, letters, strict=True)))

    def some(self, first: int, last: int) -> "Table":
        """Only the rows from `first` to before `last`."""
        more = self.more if last >= len(self.rows) else ""
        return replace(self, rows=self.rows[first:last], tones=self.tones[first:last], cells=self.cells[first:last], more=more)


def _table(title: str, columns: Iterable[tuple[str, int]], rows: Iterable[tuple[str, Row]], nothing: str) -> Table:
    named, told = [*columns], [*rows]
    return Table(
        title, tuple(name for name, _ in named), tuple(width for _, width in named), tuple(row for _, row in told), tuple(tone for tone, _ in told), nothing
    )


def depth_brief(say: Words, one: DomainPart) -> str:
    """Depth now and aimed at."""
    return NOTHING if one.current is None else say("{current} of {target}", current=one.current, target=one.target)


def domain_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The four domains in two numbers and two colours, with the rule that fired."""
    columns = (
        (say("Domain"), 13),
        (say("Delivered, planned by now"), 17),
        (say("Depth"), 22),
        (say("Reported"), 15),
        (say("Computed, with the rule"), 35),
        (say("Overdue"), 10),
    )
    rows = (
        (
            one.computed,
            (
                one.name,
                one.pair or percent(one.progress, say.language),
                one.depth,
                " · ".join(filter(None, (one.reported_name, day(one.reported_on, say.language) if one.reported_on else ""))),
                f"{one.sign} {one.computed_name} – {one.rule}" + "".join(f" ▲ {warning}" for warning in one.warnings),
                str(one.overdue or NOTHING),
            ),
        )
        for one in part.domains
    )
    return _table(say("The four domains"), columns, rows, "")


def lines_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The lead's three lines per domain."""
    columns = ((say("Domain"), 13), (say("Done"), 29), (say("Stuck"), 29), (say("Need"), 29))
    rows = ((one.computed, (one.name, one.done or NOTHING, one.stuck or NOTHING, one.need or NOTHING)) for one in part.domains)
    return _table(say("The lead’s three lines"), columns, rows, "")


def cliff_table(say: Words, part: PartnershipSnapshot) -> Table:
    """What to decide before when."""
    columns = ((say("Decide before"), 18), (say("Milestone"), 48), (say("What slipping costs"), 34))
    rows = (("red" if one.passed else "amber", (_passed(say, one), one.subject, one.cost)) for one in part.cliffs)
    return _table(say("Decide before"), columns, rows, say("Nothing will miss the school year as things stand."))


def _passed(say: Words, one: CliffPart) -> str:
    when = one.when or day(one.before, say.language)
    if not one.passed:
        return when
    return f"▲ {when} ({say('this day has passed')})" if one.before else f"▲ {when}"


def decision_table(say: Words, part: PartnershipSnapshot) -> Table:
    """What waits for a decision and what was decided lately."""
    columns = ((say("Decision"), 36), (say("Asked"), 12), (say("Needed by"), 12), (say("Waits"), 10), (say("Outcome"), 30))
    rows = (
        (
            "" if one.decided else "amber",
            (
                one.title,
                day(one.asked, say.language),
                day(one.needed, say.language),
                say.plural("{n} day", "{n} days", one.waiting),
                ": ".join(filter(None, (f"{day(one.decided, say.language)}, {one.by}", one.decision)))
                if one.decided
                else say("waits for {who}", who=one.asked_of),
            ),
        )
        for one in part.decisions
    )
    return _table(say("Decisions"), columns, rows, say("No decision waits, and none was taken lately."))


def risk_table(say: Words, part: PartnershipSnapshot) -> Table:
    """Open risks and opportunities before and after what is done about them."""
    columns = ((say("Risk or opportunity"), 34), (say("Now"), 11), (say("After"), 11), (say("Response"), 31), (say("Owner"), 13))
    rows = (
        (
            exposure_tone(one.before, one.kind == "opportunity"),
            (
                one.title if one.kind == "risk" else f"{one.kind_name}: {one.title}",
                f"{one.probability} × {one.impact} = {one.before}",
                f"{one.probability_after} × {one.impact_after} = {one.after}",
                one.response,
                one.owner or one.partner or NOTHING,
            ),
        )
        for one in part.risks
    )
    return _table(say("Risks and opportunities"), columns, rows, say("No risk is open."))


def step_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The next steps, the earliest first."""
    columns = ((say("Next step"), 50), (say("Kind"), 11), (say("Owner"), 18), (say("Due"), 21))
    rows = (
        (
            "red" if one.late else "",
            (
                one.title,
                one.kind,
                one.owner or one.partner or NOTHING,
                day(one.due, say.language) + (f" ▲ {say.plural('{n} day late', '{n} days late', one.late)}" if one.late else ""),
            ),
        )
        for one in part.steps
    )
    return _table(say("Next steps"), columns, rows, say("Nothing is due in the next two months."))


def milestone_table(say: Words, part: PartnershipSnapshot) -> Table:
    """Every milestone that is not cancelled, by domain."""
    columns = ((say("Milestone"), 46), (say("State"), 12), (say("Due"), 12), (say("Forecast"), 12), (say("Owner"), 18))
    tones = {"late": "red", "done": "green"}
    rows = (
        (
            tones.get(one.state, ""),
            (
                f"{one.code} {one.title}",
                one.state_name,
                day(one.due, say.language),
                day(one.done or one.forecast, say.language),
                one.owner or one.partner or NOTHING,
            ),
        )
        for one in part.milestones
        if one.state != "cancelled"
    )
    return _table(say("Milestones"), columns, rows, say("Nothing is planned yet."))


def heat_table(say: Words, snapshot: Snapshot) -> Table:
    """Every partnership of a selection in its four domains."""
    domains = [one.name for one in snapshot.parts[0].domains]
    columns = ((say("Partnership"), 30), *((name, 13) for name in domains), (say("Whole plan"), 18))
    rows = (
        (
            part.schedule.colour if part.schedule else "",
            (part.name, *(heat_cell(say, one) for one in part.domains), f"{part.schedule.sign} {part.schedule.name}" if part.schedule else NOTHING),
        )
        for part in snapshot.parts
    )
    table = _table(say("Where every partnership stands"), columns, rows, "")
    return replace(table, cells=tuple(("", *(one.computed for one in part.domains), part.schedule.colour if part.schedule else "") for part in snapshot.parts))


def heat_cell(say: Words, one: DomainPart) -> str:
    """One cell of the heat map in words: computed sign, progress, depth, and what the lead says where that differs."""
    said = one.reported_name if one.reported and one.reported != one.computed and one.computed != "blue" else ""
    return " · ".join(
        filter(None, (f"{one.sign} {percent(one.progress, say.language)}", depth_brief(say, one), say("said {colour}", colour=said.lower()) if said else ""))
    )
