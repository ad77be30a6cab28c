"""A published pack at its own address, drawn from its snapshot alone: whatever changes later, this page does not."""

from integration.charts.curve import curve_chart, curve_plot
from integration.days import day_of
from integration.errors import ThingNotFound
from integration.i18n.formats import moment
from integration.i18n.words import Words
from integration.model.pack import Pack
from integration.reports.freeze.snapshot import PartnershipSnapshot, Snapshot
from integration.reports.render.pack_tables import NAME, cliff_table, domain_table, heat_table, lines_table, milestone_table
from integration.reports.render.register_tables import decision_table, risk_table, step_table
from integration.reports.render.summary import lead_facts, numbers_of, top_tables
from integration.services.core.visit import Visit
from integration.services.pack import pack
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.panels import heading
from integration.ui.kit.still import address_asks, subheading
from integration.ui.kit.table import Drawn, titled
from integration.ui.kit.verdict import why_fold
from integration.ui.pack.pack_files import pack_files
from integration.views.kit.address import address
from integration.views.kit.table import Cell, Table, Value, words_of
from integration.views.plan.curve import CurveView, Line


def show_pack(visit: Visit, one: Pack, wanted: str) -> None:
    """The pack, or one partnership of a selection."""
    found = pack.snapshot(visit, one, visit.language)
    _heading(visit, one, found)
    pack_files(visit, one)
    if found.whole and not wanted:
        _selection(visit, found)
    else:
        part = next((part for part in found.parts if not wanted or part.code == wanted), None)
        if part is None:
            raise ThingNotFound(value=wanted[:40])
        _part(visit, found, part)
    say = visit.reader.say
    limits = el("ul", *(el("li", line) for line in found.limits))
    seal = el("p", say("Pack id"), f": {found.id} · ", say("seal"), f": {found.content_hash}", class_="small muted seal")
    show(joined(el("h2", say("How colours are computed")), limits, seal), key="pack-foot")


def _heading(visit: Visit, one: Pack, found: Snapshot) -> None:
    say = visit.reader.say
    published = say("published {moment} by {who}", moment=moment(found.moment, visit.language), who=found.who)
    lead = f"{say('Steering pack')} · {published}"
    corrected = el("p", "▲ ", " – ".join((found.corrects, found.reason)), class_="notice") if found.corrects else None
    later = pack.corrections(visit, one)
    link = anchor(say("Read the correction"), href=address(visit.reader, "pack", id=later[-1].id)) if later else None
    newer = el("p", "▲ ", say("This pack was corrected later."), " ", link, class_="notice") if later else None
    heading(found.title, lead, *filter(None, (newer, corrected)), _actions(visit, one, found))


def _actions(visit: Visit, one: Pack, found: Snapshot) -> Markup:
    say, code = visit.reader.say, found.parts[0].code if found.parts and not found.whole else None
    every = nav_link(say("All packs"), href=address(visit.reader, "pack", p=code))
    correct = visit.may("publish", one.partnership_id) and code
    mend = nav_link(say("Publish a correction"), href=address(visit.reader, "pack", p=code, corrects=one.id)) if correct else None
    whole = nav_link(say("The whole selection"), href=address(visit.reader, "pack", id=one.id)) if address_asks().get("part") else None
    return el("nav", whole, every, mend, class_="actions")


def _selection(visit: Visit, found: Snapshot) -> None:
    say = visit.reader.say
    figures = el("dl", *(el("div", el("dt", one.label), el("dd", one.value, " ", one.note)) for one in found.figures), class_="facts")
    items = el("ul", *(el("li", el("strong", name), f" – {sentence}") for name, sentence in found.attention), class_="log")
    attention = joined(el("h2", say("Needs attention")), items if found.attention else el("p", say("Nothing asks for attention."), class_="notice"))
    tables = (_heat(visit, found), *(_table(say, one) for one in top_tables(say, found)))
    show(joined(figures, attention, *tables), key="pack-selection")


def _part(visit: Visit, found: Snapshot, part: PartnershipSnapshot) -> None:
    say = visit.reader.say
    name = joined(el("h2", part.name)) if found.whole else None
    facts = el("dl", *(el("div", el("dt", label), el("dd", value)) for label, value in lead_facts(say, part)), class_="facts")
    numbers = el(
        "dl",
        *(el("div", el("dt", label), el("dd", value, el("div", note, class_="small muted"))) for label, value, note in numbers_of(say, part)),
        class_="facts",
    )
    opening = (name, el("p", " · ".join(part.partners), class_="lead"), facts, _verdict(say, part), numbers)
    show(joined(*opening, _table(say, domain_table(say, part)), _table(say, lines_table(say, part))), key="pack-part")
    if part.curve.planned:
        subheading(say("Plan against reality"))
        view = _curve(part)
        title = f"{part.name} – {say('Plan against reality')}"
        plot = curve_plot(say, view, day_of(found.moment))
        chart(visit, Chart("pack-curve", title, view.in_words, lambda width: curve_chart(say, plot, width), plot))
    changes = el("ul", *(el("li", one) for one in part.changes), class_="log") if part.changes else el("p", say("Nothing changed."), class_="notice")
    tables = [cliff_table(say, part), decision_table(say, part), risk_table(say, part), step_table(say, part), milestone_table(say, part)]
    words = el("p", f"{part.curve.words}.", class_="muted")
    show(joined(words, *(_table(say, one) for one in tables), el("h2", say("What changed, {since}", since=part.since)), changes), key="pack-tables")


def _curve(part: PartnershipSnapshot) -> CurveView:
    curve = part.curve
    cone = (curve.first_end, curve.last_end) if curve.first_end and curve.last_end else None
    earned = Line(curve.earned.name, curve.earned.days, curve.earned.shares) if curve.earned else None
    return CurveView(tuple(Line(one.name, one.days, one.shares) for one in curve.planned), earned, cone, curve.words)


def _verdict(say: Words, part: PartnershipSnapshot) -> Markup | None:
    if part.schedule is None:
        return None
    one = part.schedule
    letter = el("span", one.sign, class_=f"letter {one.colour}", aria_hidden="true")
    finish = el("p", one.finish, ".", class_="muted") if one.finish else None
    notes = (el("p", words, class_="late-words small") for words in one.notes)
    head = el("p", letter, " ", el("strong", one.name), f" – {one.headline or one.rule}")
    rule = el("p", one.rule, class_="small") if one.headline else None
    why = why_fold(say, one.why, (), "", one.terms) if one.why else None
    return el("div", head, rule, el("p", one.sentence, class_="said"), finish, *notes, why, class_=f"panel {one.colour}")


def _table(say: Words, one: Table) -> Markup:
    return el("section", titled(say.language, one))


def _heat(visit: Visit, found: Snapshot) -> Markup:
    say = visit.reader.say
    table = heat_table(say, found)
    drawn: Drawn = {column.key: [_toned(say, row[at]) for row in table.rows] for at, column in enumerate(table.columns) if column.key != NAME}
    hrefs = (address(visit.reader, "pack", id=found.id, part=part.code) for part in found.parts)
    names = [anchor(part.name, href=href) for part, href in zip(found.parts, hrefs, strict=True)]
    return el("section", titled(say.language, table, {**drawn, NAME: names}))


def _toned(say: Words, cell: Value | Cell) -> Markup | str:
    # A toned cell begins with the sign of its colour.
    words = words_of(cell, say.language)
    sign, _, rest = words.partition(" ")
    return joined(el("span", sign, class_=f"letter {cell.tone}"), " ", rest) if isinstance(cell, Cell) and cell.tone else words
