"""The register of a pack as tables: decisions, risks and opportunities, and the next steps."""

from datetime import date

from integration.i18n.formats import NOTHING, day
from integration.i18n.unbroken import NO_BREAK
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import DecisionPart, PartnershipSnapshot, RiskPart, StepPart
from integration.reports.render.findings import taken, waiting
from integration.reports.render.tones import exposure_tone
from integration.views.kit.table import Cell, Column, Row, Table


def decision_table(say: Words, part: PartnershipSnapshot) -> Table:
    """What waits for a decision and what was decided lately."""
    columns = (
        Column("decision", say("Decision"), width=36, letters=50),
        Column("asked", say("Asked"), width=12),
        Column("needed", say("Needed by"), width=12),
        Column("waits", say("Waits"), file_title=say("Days waited"), width=10, letters=10),
        Column("asked of", say("Asked of"), "file", letters=26),
        Column("options", say("Options"), "file", letters=40),
        Column("decided", say("Decided on"), "file"),
        Column("outcome", say("Outcome"), width=30, letters=44),
        Column("by", say("Decided by"), "file", letters=24),
        Column("effect", say("Effect"), "file", letters=40),
    )
    return Table(columns, tuple(_decision(say, one) for one in part.decisions), say("Decisions"), say("No decision waits, and none was taken lately."))


def _decision(say: Words, one: DecisionPart) -> Row:
    decided = ": ".join(filter(None, (f"{day(one.decided, say.language)}, {one.by}", one.decision)))
    return (
        Cell(one.title, tone="" if one.decided else "amber"),
        one.asked,
        one.needed,
        Cell(one.waiting, say.days(one.waiting)),
        one.asked_of,
        one.options,
        one.decided,
        Cell(one.decision, decided if one.decided else say("waits for {who}", who=one.asked_of)),
        one.by,
        one.effect,
    )


def asked_table(say: Words, part: PartnershipSnapshot, today: date) -> Table:
    """What the committee is asked to decide, with the options, what is needed first in front."""
    columns = (
        Column("decision", say("Decision"), width=34),
        Column("options", say("Options"), width=30),
        Column("asked of", say("Asked of"), width=18),
        Column("needed", say("Needed by"), width=18),
    )
    rows = ((Cell(one.title, tone="red" if _is_past(one, today) else "amber"), _options(one), one.asked_of, _needed(say, one, today)) for one in waiting(part))
    return Table(columns, tuple(rows), say("Decisions"))


def _is_past(one: DecisionPart, today: date) -> bool:
    return one.needed is not None and one.needed < today


def _options(one: DecisionPart) -> str:
    listed = [line.strip() for line in one.options.splitlines() if line.strip()]
    return "\n".join(f"{at}. {line}" for at, line in enumerate(listed, start=1)) if len(listed) > 1 else one.options or NOTHING


def _needed(say: Words, one: DecisionPart, today: date) -> str:
    waits = say("waits {days}", days=say.days(one.waiting)).replace(" ", NO_BREAK)
    return f"{'▲ ' if _is_past(one, today) else ''}{day(one.needed, say.language)}\n{waits}"


def taken_table(say: Words, part: PartnershipSnapshot) -> Table:
    """What was decided lately."""
    columns = (
        Column("decided", say("Decided"), width=34),
        Column("outcome", say("Outcome"), width=38),
        Column("by", say("Decided by"), width=16),
        Column("day", say("Decided on"), width=12),
    )
    rows = ((Cell(one.title, tone="green"), " – ".join(filter(None, (one.decision, one.effect))), one.by, one.decided) for one in taken(part))
    return Table(columns, tuple(rows), say("Decided"))


def risk_table(say: Words, part: PartnershipSnapshot) -> Table:
    """Open risks and opportunities before and after what is done about them."""
    columns = (
        Column("kind", say("Kind"), "file", letters=12),
        Column("risk", say("Risk or opportunity"), width=34, letters=50),
        Column("now", say("Now"), "page", width=11),
        Column("probability", say("Probability"), "file", letters=11),
        Column("impact", say("Impact"), "file", letters=9),
        Column("exposure", say("Exposure"), "file", letters=10),
        Column("after", say("After"), "page", width=11),
        Column("probability after", say("Probability after"), "file", letters=11),
        Column("impact after", say("Impact after"), "file", letters=9),
        Column("exposure after", say("Exposure after"), "file", letters=10),
        Column("response", say("Response"), width=31, letters=44),
        Column("owner", say("Owner"), width=13, letters=20),
        Column("partner", say("Partner"), "file", letters=26),
        Column("due", say("Due"), "file"),
    )
    return Table(columns, tuple(_risk(one) for one in part.risks), say("Risks and opportunities"), say("No risk is open."))


def _risk(one: RiskPart) -> Row:
    named = one.title if one.kind == "risk" else f"{one.kind_name}: {one.title}"
    return (
        one.kind_name,
        Cell(one.title, named, tone=exposure_tone(one.before, one.kind == "opportunity")),
        f"{one.probability} × {one.impact} = {one.before}",
        one.probability,
        one.impact,
        one.before,
        f"{one.probability_after} × {one.impact_after} = {one.after}",
        one.probability_after,
        one.impact_after,
        one.after,
        one.response,
        Cell(one.owner, one.owner or one.partner),
        one.partner,
        one.due,
    )


def step_table(say: Words, part: PartnershipSnapshot) -> Table:
    """The next steps, the earliest first."""
    columns = (
        Column("file kind", say("Kind"), "file", letters=12),
        Column("step", say("Next step"), width=50, letters=60),
        Column("kind", say("Kind"), "page", width=11),
        Column("owner", say("Owner"), width=18, letters=20),
        Column("partner", say("Partner"), "file", letters=26),
        Column("due", say("Due"), width=21),
        Column("late", say("Days late"), "file", letters=10),
    )
    return Table(columns, tuple(_step(say, one) for one in part.steps), say("Next steps"), say("Nothing is due in the next two months."))


def _step(say: Words, one: StepPart) -> Row:
    due = day(one.due, say.language) + (f" ▲ {say.plural('{n} day late', '{n} days late', one.late)}" if one.late else "")
    return (
        one.kind,
        Cell(one.title, tone="red" if one.late else ""),
        one.kind,
        Cell(one.owner, one.owner or one.partner),
        one.partner,
        Cell(one.due, due),
        one.late,
    )
