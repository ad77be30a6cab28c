"""The slides of one partnership: where it stands, what is asked, the domains, time, risks, the foundation, and the next steps."""

from collections.abc import Sequence
from typing import Any

from integration import palette
from integration.days import day_of
from integration.i18n.formats import NOTHING, day, moment
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import DecisionPart, DomainPart, PartnershipSnapshot
from integration.reports.render import findings
from integration.reports.render.in_time import shown_in_time
from integration.reports.render.pack_tables import agreed, cliff_table, domain_table
from integration.reports.render.printed import tone_of, words_in_rows
from integration.reports.render.register_tables import asked_table, decision_table, risk_table, step_table, taken_table
from integration.reports.render.summary import numbers_of
from integration.reports.slides import charts
from integration.reports.slides.deck import Deck
from integration.reports.slides.master import Box
from integration.reports.slides.risks import risk_slide
from integration.reports.slides.room import LEAST, high
from integration.reports.slides.shapes import EDGE, Grid, Line, panel, table, tiles
from integration.views.kit.table import Table

GAPS, BRIEF, GAP = 4, 64, 150_000


def slides_of(deck: Deck, part: PartnershipSnapshot) -> None:
    """Eight at most; a subject on which there is nothing to say has none."""
    brief(deck, part)
    told = [one for one in part.domains if one.delivered is not None or one.overdue or one.done or one.stuck or one.need or one.pair]
    for at in range(0, len(told), 2):
        _domains(deck, part, told[at : at + 2])
    if shown := shown_in_time(part):
        slide, box = deck.slide(findings.time(deck.say, part), part.name, part.schedule.finish if part.schedule else "")
        charts.in_time(slide, deck.say, box, shown, day_of(deck.snapshot.moment))
    if part.risks:
        risk_slide(deck, part)
    if part.themes or part.gaps:
        _foundation(deck, part)
    if part.steps:
        _actions(deck, part)


def brief(deck: Deck, part: PartnershipSnapshot) -> None:
    """Where it stands and what is asked, as one of many."""
    stand(deck, part)
    if part.decisions or findings.helped(part):
        _ask(deck, part)


def stand(deck: Deck, part: PartnershipSnapshot) -> None:
    """Where it stands: the curve (or the domains), the verdict, and the numbers."""
    say, snapshot, today = deck.say, deck.snapshot, day_of(deck.snapshot.moment)
    slide, box = deck.slide(_of(deck, part, findings.stand(say, part, today)), part.name, _notes(deck, part))
    published = say("published {moment} by {who}", moment=moment(snapshot.moment, say.language), who=snapshot.who)
    corrected = [Line("▲ " + " – ".join((snapshot.corrects, snapshot.reason)), bold=True)] if snapshot.corrects else []
    opening = [Line(f"{part.name} · {' · '.join(part.partners)}", bold=True), *([] if snapshot.whole else [Line(published, muted=True)]), *corrected]
    needed = high([one.words for one in opening], LEAST, box.width - 2 * EDGE, 0.35) / box.height
    head, body, foot = box.down(needed * 1.1, 0.74 - needed, 0.22)
    panel(slide, head, opening, most=16)
    left, right = body.across(0.6, 0.4)
    if part.curve.planned and not snapshot.whole:
        charts.s_curve(slide, say, left, part.curve, today)
    else:
        table(slide, say, left, _grid(say, domain_table(say, part), (0, 1, 2, 5)))
    panel(slide, right, [*_verdict(say, part), *_absent(say, part)], palette.PALE[part.schedule.colour if part.schedule else ""])
    waits, grave = len(findings.waiting(part)), sum(one.kind == "risk" for one in part.risks)
    tiles(slide, foot, [*_numbers(say, part), (say("Decisions asked"), str(waits), ""), (say("Open risks"), str(grave), "")])


def _of(deck: Deck, part: PartnershipSnapshot, finding: str) -> str:
    """A finding, and of whom where there are others."""
    return f"{finding} · {part.name}" if deck.snapshot.whole else finding


def _numbers(say: Words, part: PartnershipSnapshot) -> list[tuple[str, str, str]]:
    return [one for one in numbers_of(say, part) if one[1] != NOTHING]


def _verdict(say: Words, part: PartnershipSnapshot) -> list[Line]:
    one = part.schedule
    if one is None:
        return [Line(say("Nothing is planned yet."))]
    finish = f"{one.finish}." if one.finish else ""
    rule = [Line(f"{one.rule[:1].upper()}{one.rule[1:]}.")] if one.headline else []
    return [
        Line(f"{one.sign} {one.name} – {one.headline or one.rule}", bold=True),
        *rule,
        Line(one.sentence),
        Line(finish),
        *(Line(f"▲ {two}") for two in one.notes),
    ]


def _absent(say: Words, part: PartnershipSnapshot) -> list[Line]:
    """What has no slide, because there is none of it."""
    tables = (decision_table(say, part), risk_table(say, part), step_table(say, part))
    return [Line(one.nothing, muted=True) for one in tables if not one.rows]


def _notes(deck: Deck, part: PartnershipSnapshot) -> str:
    say, snapshot = deck.say, deck.snapshot
    why = (*(part.schedule.why if part.schedule else ()), *(" · ".join(one) for one in (part.schedule.terms if part.schedule else ())))
    seal = f"{say('Pack id')}: {snapshot.id} · {say('seal')}: {snapshot.content_hash}"
    facts = (f"{say('Phase')}: {part.phase}", f"{say('Lead')}: {part.lead}", f"{say('Next steering meeting')}: {day(part.meeting, say.language)}")
    return "\n".join((*facts, *why, say("How colours are computed"), *snapshot.limits, seal))


def _grid(say: Words, one: Table, columns: Sequence[int] = ()) -> Grid:
    shown = one.on("page")
    at = columns or range(len(shown.columns))
    rows = [[row[place] for place in at] for row in words_in_rows(say, shown)]
    return Grid(shown.title, [shown.columns[place].title for place in at], rows, [tone_of(row) for row in shown.rows])


def _ask(deck: Deck, part: PartnershipSnapshot) -> None:
    say, today = deck.say, day_of(deck.snapshot.moment)
    wanted, cliffs, taken = findings.waiting(part), findings.helped(part), findings.taken(part)
    slide, box = deck.slide(_of(deck, part, findings.ask(say, part, today)), part.name, "\n".join(_effect(say, one) for one in taken))
    tables = [asked_table(say, part, today)] if wanted else []
    if cliffs:
        tables.append(cliff_table(say, part).some(slice(len(part.cliffs) - len(cliffs), None)))
    if taken and len(tables) < 2:
        tables.append(taken_table(say, part))
    weights = [1 + min(len(one.rows), 4) for one in tables]
    for place, one in zip(box.down(*weights), tables, strict=True):
        table(slide, say, place, _grid(say, one))


def _effect(say: Words, one: DecisionPart) -> str:
    return f"{one.title}: {one.decision} ({day(one.decided, say.language)}, {one.by}) {one.effect}".strip()


def _domains(deck: Deck, part: PartnershipSnapshot, two: Sequence[DomainPart]) -> None:
    slide, box = deck.slide(findings.of_domains(deck.say, two), part.name, "\n".join(f"{one.name}: {one.depth}. {one.next_due}" for one in two))
    for place, one in zip(box.across(*(1 for _ in two), gap=300_000), two, strict=True):
        _domain(slide, deck.say, place, part, one)


def _domain(slide: Any, say: Words, box: Box, part: PartnershipSnapshot, one: DomainPart) -> None:
    drawn = one.delivered is not None
    head, chart, words = box.down(0.24, 0.24 if drawn else 0.01, 0.5 if drawn else 0.75)
    reported = f"{say('Reported')}: {one.reported_name}" if one.reported else ""
    rule = f"{one.computed_name} – {one.rule}" if one.computed_name else one.rule
    facts = " · ".join(filter(None, (one.depth, reported)))
    panel(
        slide,
        head,
        [Line(f"{one.sign} {one.name}", bold=True), Line(rule), Line(facts), *(Line(f"▲ {two}") for two in one.warnings)],
        palette.PALE[one.computed],
    )
    if drawn:
        charts.two_bars(slide, say, chart, one)
    late = [Line(f"▲ {each.code} {each.title}: {say.plural('{n} day late', '{n} days late', each.late)}") for each in findings.late_in(part, one.key)[:4]]
    told = [Line(f"{name}: {words_}") for name, words_ in ((say("Done"), one.done), (say("Stuck"), one.stuck), (say("Need"), one.need)) if words_]
    panel(slide, words, [*late, *told, Line(one.next_due, muted=True)], palette.SOFT, 18)


def _foundation(deck: Deck, part: PartnershipSnapshot) -> None:
    say = deck.say
    slide, box = deck.slide(findings.foundation(say, part), part.name, "\n".join((part.mirror, *(f"{one.name}: {one.words}" for one in part.themes))))
    places = [*box.across(0.47, 0.53)] if part.themes and part.gaps else [box]
    if part.themes:
        states = [agreed(say, one) for one in part.themes]
        # The words themselves stand beside them where there is room.
        heads = [say("Theme"), *([] if part.gaps else [say("Shared words")]), say("Agreed")]
        rows = [[one.name, *([] if part.gaps else [_brief(one.words) or NOTHING]), words] for one, (words, _) in zip(part.themes, states, strict=True)]
        table(slide, say, places[0], Grid(say("Foundation"), heads, rows, [tone for _, tone in states]))
    if part.gaps:
        head, chart = places[-1].down(0.14, 0.86)
        panel(slide, head, [Line(part.mirror, bold=True)], most=16)
        charts.gaps(slide, say, chart, part.gaps[:GAPS])


def _brief(words: str) -> str:
    return words if len(words) <= BRIEF else f"{words[: BRIEF - 1].rsplit(' ', 1)[0]}…"


def _actions(deck: Deck, part: PartnershipSnapshot) -> None:
    say = deck.say
    changed = [Line(say("What changed, {since}", since=part.since), bold=True), *(Line(one) for one in part.changes)]
    slide, box = deck.slide(findings.actions(say, part), part.name, "\n".join(one.words for one in changed))
    filled = table(slide, say, box, _grid(say, step_table(say, part)))
    left = Box(box.left, box.top + filled + GAP, box.width, box.height - filled - GAP)
    if left.height > box.height // 4:
        panel(slide, left, changed if part.changes else [Line(say("Nothing changed."))], palette.SOFT, 16)
