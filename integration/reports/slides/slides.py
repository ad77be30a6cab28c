"""The pack as slides: native tables and charts that can be edited, titles that tell what was found, words for every picture."""

import io

from integration import palette
from integration.i18n.formats import moment
from integration.i18n.words import words_in
from integration.model.text import Language
from integration.reports.freeze.snapshot import Snapshot
from integration.reports.look import OWN, Look
from integration.reports.progress import OnProgress, silently
from integration.reports.render.pack_tables import heat_table
from integration.reports.render.printed import pages, tone_of, words_in_rows
from integration.reports.render.reproducible import reproducible
from integration.reports.render.safe_text import typed
from integration.reports.render.summary import top_tables
from integration.reports.slides.deck import Deck
from integration.reports.slides.partnership import slides_of, stand
from integration.reports.slides.shapes import Grid, Line, panel, table, tiles
from integration.views.kit.table import Table

LINES = 11


def pptx(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently, look: Look = OWN) -> bytes:
    """The slides of a snapshot in a look; always the same bytes."""
    deck = Deck(words_in(language), snapshot, look)
    told = deck.made.core_properties
    told.title, told.author, told.language = typed(snapshot.title)[:250], "Ineen", language
    if snapshot.whole:
        _selection(deck)
    for done, part in enumerate(snapshot.parts, start=1):
        stand(deck, part) if snapshot.whole else slides_of(deck, part)
        on_progress(done)
    out = io.BytesIO()
    deck.made.save(out)
    return reproducible(out.getvalue(), snapshot.moment)


def _selection(deck: Deck) -> None:
    say, snapshot = deck.say, deck.snapshot
    published = say("published {moment} by {who}", moment=moment(snapshot.moment, say.language), who=snapshot.who)
    counted = say.plural("{n} partnership needs attention", "{n} partnerships need attention", len(snapshot.attention))
    notes = "\n".join((published, say("How colours are computed"), *snapshot.limits, f"{snapshot.id} · {snapshot.content_hash}"))
    slide, box = deck.slide(f"{snapshot.title}: {counted}" if snapshot.attention else say("Nothing asks for attention."), snapshot.title, notes)
    head, numbers, body = box.down(0.1, 0.22, 0.68)
    corrected = f"▲ {' – '.join((snapshot.corrects, snapshot.reason))}" if snapshot.corrects else ""
    panel(slide, head, [Line(published, muted=True), Line(corrected, bold=True)], most=16)
    tiles(slide, numbers, [(one.label, one.value, one.note) for one in snapshot.figures])
    panel(slide, body, [Line(f"{name} – {sentence}") for name, sentence in snapshot.attention], palette.SOFT)
    for one in (heat_table(say, snapshot), *top_tables(say, snapshot)):
        _paged(deck, one)


def _paged(deck: Deck, one: Table) -> None:
    every = pages(deck.say, one.on("page"), LINES)
    for number, shown in enumerate(every, start=1):
        counted = f" ({number}/{len(every)})" if len(every) > 1 else ""
        slide, box = deck.slide(shown.title + counted, deck.snapshot.title)
        heads = [column.title for column in shown.columns]
        table(slide, deck.say, box, Grid(shown.title, heads, words_in_rows(deck.say, shown), [tone_of(row) for row in shown.rows]))
