"""The pack as slides: native tables and charts that can be edited in PowerPoint, a title on every slide, words for every picture."""

import io

from pptx import Presentation
from pptx.util import Inches

from integration.days import day_of
from integration.i18n.formats import moment
from integration.i18n.words import words_in
from integration.model.text import Language
from integration.reports.freeze.snapshot import DomainPart, PartnershipSnapshot, Snapshot
from integration.reports.progress import OnProgress, silently
from integration.reports.render.pack_tables import cliff_table, domain_table, heat_table, lines_table
from integration.reports.render.printed import cut, pages, words_in_rows
from integration.reports.render.register_tables import decision_table, risk_table, step_table
from integration.reports.render.reproducible import reproducible
from integration.reports.render.safe_text import typed
from integration.reports.render.slide_shapes import Deck, chart, facts, lines, note, table, verdict
from integration.reports.render.summary import numbers_of, top_tables
from integration.views.kit.table import Table

LINES, MOST = 17, 300


def pptx(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently) -> bytes:
    """The slides of a snapshot; always the same bytes."""
    say, made = words_in(language), Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    made.core_properties.title, made.core_properties.author = typed(snapshot.title)[:250], "Ineen"
    made.core_properties.language = language
    deck = Deck(made, say, snapshot)
    _opening(deck)
    if snapshot.whole:
        _selection(deck)
    for done, part in enumerate(snapshot.parts, start=1):
        _brief(deck, part) if snapshot.whole else _whole(deck, part)
        on_progress(done)
    note(deck.slide(say("How colours are computed")), "\n".join(snapshot.limits), 1.3)
    out = io.BytesIO()
    made.save(out)
    return reproducible(out.getvalue(), snapshot.moment)


def _opening(deck: Deck) -> None:
    say, snapshot = deck.say, deck.snapshot
    about = " · ".join(snapshot.partners) if not snapshot.whole else say.plural("{n} partnership", "{n} partnerships", len(snapshot.parts))
    published = say("published {moment} by {who}", moment=moment(snapshot.moment, say.language), who=snapshot.who)
    corrected = " – ".join(filter(None, (snapshot.corrects, snapshot.reason)))
    deck.opening(snapshot.title, "\n".join(filter(None, (say("Steering pack"), about, published, corrected))))


def _selection(deck: Deck) -> None:
    say, snapshot = deck.say, deck.snapshot
    slide = deck.slide(say("Needs attention"))
    facts(slide, [(one.label, one.value, one.note) for one in snapshot.figures], 1.2)
    lines(slide, [f"{name} – {sentence}" for name, sentence in snapshot.attention] or [say("Nothing asks for attention.")], 2.5)
    _paged(deck, heat_table(say, snapshot))
    for one in top_tables(say, snapshot):
        _paged(deck, one)


def _brief(deck: Deck, part: PartnershipSnapshot) -> None:
    slide = deck.slide(part.name, part)
    verdict(slide, part)
    table(slide, deck.say, domain_table(deck.say, part), 2.45, size=11)
    pressing = cliff_table(deck.say, part) if part.cliffs else step_table(deck.say, part)
    table(slide, deck.say, cut(deck.say, pressing, 3), 5.2, size=10)


def _whole(deck: Deck, part: PartnershipSnapshot) -> None:
    say = deck.say
    slide = deck.slide(say("Where we stand"), part)
    verdict(slide, part)
    facts(slide, numbers_of(say, part), 2.5)
    table(slide, say, domain_table(say, part), 3.75, size=12)
    for domain in part.domains:
        _domain(deck, part, domain)
    if part.curve.planned:
        chart(deck.slide(say("Plan against reality"), part), say, part.curve, day_of(deck.snapshot.moment))
    for one in (cliff_table(say, part), decision_table(say, part), risk_table(say, part), step_table(say, part)):
        _paged(deck, one, part)
    changed = deck.slide(say("What changed, {since}", since=part.since), part)
    lines(changed, [*part.changes] or [say("Nothing changed.")], 1.2)


def _domain(deck: Deck, part: PartnershipSnapshot, domain: DomainPart) -> None:
    say = deck.say
    slide = deck.slide(domain.name, part)
    at, told = part.domains.index(domain), lines_table(say, part)
    table(slide, say, domain_table(say, part).some(slice(at, at + 1)), 1.2, size=13)
    row = words_in_rows(say, told)[at]
    lines(slide, [f"{name}: {words}" for name, words in zip([one.title for one in told.columns[1:]], row[1:], strict=True)], 2.6, size=18)
    note(slide, domain.next_due, 6.2)


def _paged(deck: Deck, one: Table, part: PartnershipSnapshot | None = None) -> None:
    every = pages(deck.say, cut(deck.say, one, MOST), LINES)
    for number, shown in enumerate(every, start=1):
        counted = f" ({number}/{len(every)})" if len(every) > 1 else ""
        table(deck.slide(shown.title + counted, part), deck.say, shown, 1.2, size=12)
