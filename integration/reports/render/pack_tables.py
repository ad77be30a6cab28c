"""The plan of a pack as tables: domains, the lead's lines, milestones, what slipping costs, and many partnerships at a glance."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from integration.i18n.formats import NOTHING, day, number, percent
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.reports.freeze.foundation_snapshot import ThemePart
from integration.reports.freeze.snapshot import CliffPart, DomainPart, PartnershipSnapshot, Snapshot
from integration.views.kit.table import Cell, Column, Row, Table

NAME = "partnership"


def depth_brief(say: Words, one: DomainPart) -> str:
    """Depth now and aimed at."""
    return NOTHING if one.current is None else say("{current} of {target}", current=one.current, target=one.target)


def domain_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The four domains in two numbers and two colours, with the rule that fired."""
    columns = (
        Column("domain", say("Domain"), width=13, letters=14),
        Column("pair", say("Delivered, planned by now"), width=17, letters=32),
        Column("progress", say("Work under way (%)"), "file", letters=11),
        Column("depth", say("Depth"), "page", width=22),
        Column("start", say("Depth at the start"), "file", letters=9),
        Column("current", say("Depth now"), "file", letters=9),
        Column("target", say("Depth target"), "file", letters=9),
        Column("late", say("Overdue"), "file", letters=9),
        Column("reported", say("Reported"), width=15),
        Column("reported on", say("Reported on"), "file"),
        Column("confidence", say("Confidence"), "file", letters=11),
        Column("computed", say("Computed, with the rule"), file_title=say("Computed colour"), width=35, letters=14),
        Column("rule", say("Rule"), "file", letters=44),
        Column("overdue", say("Overdue"), "page", width=10),
        Column("done", say("Done"), "file", letters=44),
        Column("stuck", say("Stuck"), "file", letters=44),
        Column("need", say("Need"), "file", letters=44),
    )
    return Table(columns, tuple(_domain(say, one) for one in part.domains), say("The four domains"))


def _domain(say: Words, one: DomainPart) -> Row:
    reported = " · ".join(filter(None, (one.reported_name, day(one.reported_on, say.language) if one.reported_on else "")))
    computed = f"{one.sign} {one.computed_name} – {one.why}" + "".join(f" ▲ {warning}" for warning in one.warnings)
    return (
        Cell(one.name, tone=one.computed),
        Cell(one.pair, one.pair or percent(one.progress, say.language)),
        one.progress,
        one.depth,
        one.start,
        one.current,
        one.target,
        one.overdue,
        Cell(one.reported_name, reported),
        one.reported_on,
        one.confidence,
        Cell(one.computed_name, computed),
        " ".join((one.rule, *one.warnings)),
        str(one.overdue or NOTHING),
        one.done,
        one.stuck,
        one.need,
    )


def lines_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The lead's three lines per domain."""
    columns = (
        Column("domain", say("Domain"), width=13),
        Column("done", say("Done"), width=29),
        Column("stuck", say("Stuck"), width=29),
        Column("need", say("Need"), width=29),
    )
    rows = ((Cell(one.name, tone=one.computed), one.done, one.stuck, one.need) for one in part.domains)
    return Table(columns, tuple(rows), say("The lead’s three lines"))


def cliff_table(say: Words, part: PartnershipSnapshot) -> Table:
    """What to decide before when."""
    columns = (
        Column("before", say("Decide before"), width=18),
        Column("milestone", say("Milestone"), width=48, letters=60),
        Column("cost", say("What slipping costs"), width=34, letters=50),
    )
    rows = ((Cell(one.before, _passed(say, one), tone="red" if one.passed else "amber"), one.subject, one.cost) for one in part.cliffs)
    return Table(columns, tuple(rows), say("Decide before"), say("Nothing will miss the school year as things stand."))


def _passed(say: Words, one: CliffPart) -> str:
    when = one.when or day(one.before, say.language)
    if not one.passed:
        return when
    return f"▲ {when} ({say('this day has passed')})" if one.before else f"▲ {when}"


def milestone_table(say: Words, part: PartnershipSnapshot, cancelled: bool = False) -> Table:
    """Every milestone by domain; those that were cancelled only where they are asked for."""
    columns = (
        Column("code", say("Code"), "file", letters=8),
        Column("domain", say("Domain"), "file", letters=14),
        Column("milestone", say("Milestone"), width=46, letters=54),
        Column("state", say("State"), width=12, letters=14),
        Column("promised", say("Promised"), "file"),
        Column("due", say("Due"), width=12),
        Column("late", say("Days late"), "file", letters=10),
        Column("forecast", say("Forecast"), width=12),
        Column("done", say("Done on"), "file"),
        Column("credit", say("Credit (%)"), "file", letters=10),
        Column("key", say("Key milestone"), "file", letters=10),
        Column("owner", say("Owner"), width=18, letters=20),
        Column("partner", say("Partner"), "file", letters=30),
    )
    tones = {"late": "red", "done": "green"}
    rows = (
        (
            one.code,
            group_name(say, one.domain),
            Cell(one.title, f"{one.code} {one.title}", tone=tones.get(one.state, "")),
            one.state_name,
            one.promised or one.due,
            one.due,
            one.late,
            Cell(one.forecast, day(one.done or one.forecast, say.language)),
            one.done,
            one.credit,
            say("yes") if one.critical else "",
            Cell(one.owner, one.owner or one.partner),
            one.partner,
        )
        for one in part.milestones
        if cancelled or one.state != "cancelled"
    )
    return Table(columns, tuple(rows), say("Milestones"), say("Nothing is planned yet."))


def theme_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The themes of the foundation: the shared words, and who did not agree to them yet."""
    columns = (
        Column("theme", say("Theme"), width=20, letters=34),
        Column("words", say("Shared words"), width=52, letters=80),
        Column("agreed", say("Agreed"), width=20, letters=40),
    )
    rows = ((Cell(one.name, tone=agreed(say, one)[1]), one.words, agreed(say, one)[0]) for one in part.themes)
    return Table(columns, tuple(rows), say("Foundation"), say("Nothing of the foundation is written yet."))


def agreed(say: Words, one: ThemePart) -> tuple[str, str]:
    """Who agreed to the words of a theme, and the tone of that."""
    if not one.words:
        return say("not written yet"), ""
    return (say("waits for {who}", who=", ".join(one.waiting)), "amber") if one.waiting else (say("by all partners"), "green")


def gap_table(say: Words, part: PartnershipSnapshot) -> Table:
    """Where the newest Mirror shows the widest gaps."""
    columns = (
        Column("statement", say("Statement"), width=50, letters=70),
        Column("means", say("Mean per partner (1–5)"), width=36, letters=60),
        Column("gap", say("Gap"), width=8, letters=8),
    )
    means = (" · ".join(f"{name} {number(mean, say.language, 1)}" for name, mean in one.means) for one in part.gaps)
    rows = tuple((one.text, told, Cell(one.gap, one.gap_words)) for one, told in zip(part.gaps, means, strict=True))
    return Table(columns, rows, say("Widest gaps of the Mirror"), say("No Mirror was closed yet."))


def heat_table(say: Words, snapshot: Snapshot) -> Table:
    """Every partnership of a selection in its four domains."""
    domains = (Column(one.key, one.name, width=13) for one in snapshot.parts[0].domains)
    columns = (Column(NAME, say("Partnership"), width=30), *domains, Column("whole", say("Whole plan"), width=18))
    return Table(columns, tuple(_heat_row(say, part) for part in snapshot.parts), say("Where every partnership stands"))


def _heat_row(say: Words, part: PartnershipSnapshot) -> Row:
    whole = Cell(f"{part.schedule.sign} {part.schedule.name}", tone=part.schedule.colour) if part.schedule else NOTHING
    return part.name, *(Cell(heat_cell(say, one), tone=one.computed) for one in part.domains), whole


def heat_cell(say: Words, one: DomainPart) -> str:
    """One cell of the heat map in words: computed sign, progress, depth, and what the lead says where that differs."""
    said = one.reported_name if one.reported and one.reported != one.computed and one.computed != "blue" else ""
    return " · ".join(
        filter(None, (f"{one.sign} {percent(one.progress, say.language)}", depth_brief(say, one), say("said {colour}", colour=said.lower()) if said else ""))
    )


def of_all(say: Words, parts: Iterable[PartnershipSnapshot], made: Callable[[Words, PartnershipSnapshot], Table]) -> Table:
    """The tables of many partnerships as one, with the partnership in front."""
    tables = [(part.name, made(say, part)) for part in parts]
    own = tables[0][1]
    rows = tuple((name, *row) for name, table in tables for row in table.rows)
    return replace(own, columns=(Column(NAME, say("Partnership"), width=24, letters=34), *own.columns), rows=rows)
