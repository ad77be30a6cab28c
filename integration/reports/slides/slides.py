"""The pack as slides: native tables and charts that can be edited, titles that tell what was found, words for every picture."""

import io

from integration import palette
from integration.i18n.formats import moment
from integration.i18n.words import words_in
from integration.model.text import Language
from integration.reports.freeze.snapshot import Snapshot
from integration.reports.look import OWN, Look
from integration.reports.progress import OnProgress, silently
from integration.reports.render import findings
from integration.reports.render.pack_tables import heat_table
from integration.reports.render.printed import left_out, pages, tone_of, words_in_rows
from integration.reports.render.reproducible import reproducible
from integration.reports.render.safe_text import typed
from integration.reports.render.summary import top_tables
from integration.reports.slides.deck import Deck
from integration.reports.slides.partnership import brief, slides_of
from integration.reports.slides.shapes import Grid, Line, panel, table, tiles
from integration.views.kit.table import Table

LINES = 11
# A selection of so many is told as each alone is; of more, each has where it stands and what it asks.
FEW = 3


def pptx(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently, look: Look = OWN) -> bytes:
    """The slides of a snapshot in a look; always the same bytes."""
    deck = Deck(words_in(language), snapshot, look)
    told = deck.made.core_properties
    told.title, told.author, told.language = typed(snapshot.title)[:250], "Ineen", language
    if snapshot.whole:
        _selection(deck)
    for done, part in enumerate(snapshot.parts, start=1):
        slides_of(deck, part) if len(snapshot.parts) <= FEW else brief(deck, part)
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
    _paged(deck, findings.of_all(say, snapshot.parts), heat_table(say, snapshot))
    for finding, one in findings.pressing(say, snapshot.parts, top_tables(say, snapshot)):
        # What presses most is one slide; the rest is in the workbook.
        first, *others = pages(say, one.on("page"), LINES)
        rest = sum(len(each.rows) for each in others)
        _tabled(deck, finding, first, left_out(say, rest) if rest else "")


def _paged(deck: Deck, finding: str, one: Table) -> None:
    every = pages(deck.say, one.on("page"), LINES)
    for number, shown in enumerate(every, start=1):
        counted = f" ({number}/{len(every)})" if len(every) > 1 else ""
        _tabled(deck, finding + counted, shown)


def _tabled(deck: Deck, title: str, shown: Table, notes: str = "") -> None:
    slide, box = deck.slide(title, deck.snapshot.title, notes)
    heads = [column.title for column in shown.columns]
    table(slide, deck.say, box, Grid(shown.title, heads, words_in_rows(deck.say, shown), [tone_of(row) for row in shown.rows]))
