"""The pack as a workbook: one sheet per subject over all partnerships, with real dates and numbers, frozen headings, and text that is never a formula."""

import io
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

import xlsxwriter

from integration import palette
from integration.i18n.formats import moment
from integration.i18n.words import Words, words_in
from integration.model.text import Language
from integration.reports.freeze.snapshot import PartnershipSnapshot, Snapshot
from integration.reports.progress import OnProgress, silently
from integration.reports.render.pack_tables import cliff_table, domain_table, gap_table, milestone_table, of_all, theme_table
from integration.reports.render.register_tables import decision_table, risk_table, step_table
from integration.reports.render.reproducible import reproducible
from integration.reports.render.safe_text import typed
from integration.views.kit.table import Column, Table

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False, "in_memory": True}


def xlsx(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently) -> bytes:
    """The workbook of a snapshot; always the same bytes."""
    say, out = words_in(language), io.BytesIO()
    with xlsxwriter.Workbook(out, {**PLAIN, "default_date_format": "d mmm yyyy"}) as book:
        book.set_properties({"title": typed(snapshot.title), "author": typed(snapshot.who), "comments": snapshot.id, "created": snapshot.moment})
        head = book.add_format({"bold": True, "font_color": palette.WHITE, "bg_color": palette.ACCENT, "text_wrap": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        dated = book.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"})
        for name, table in _sheets(say, snapshot):
            _sheet(book, name, table, (head, body, dated))
    on_progress(len(snapshot.parts))
    return reproducible(out.getvalue(), snapshot.moment)


def _sheet(book: Any, name: str, table: Table, formats: tuple[Any, Any, Any]) -> None:
    head, body, dated = formats
    sheet = book.add_worksheet(name[:31])
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    columns, (titles, rows) = table.on("file").columns, table.in_files
    for at, (title, column) in enumerate(zip(titles, columns, strict=True)):
        sheet.set_column(at, at, column.letters)
        sheet.write_string(0, at, title, head)
    for down, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(down, at, value, dated)
            elif isinstance(value, int | float):
                sheet.write_number(down, at, value, body)
            elif value:
                sheet.write_string(down, at, typed(value)[:32_000], body)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _sheets(say: Words, snapshot: Snapshot) -> Iterator[tuple[str, Table]]:
    parts = snapshot.parts
    yield say("Pack"), Table((Column("about", say("About this pack"), letters=32), Column("words", "", letters=110)), tuple(_about(say, snapshot)))
    yield say("Partnerships"), of_all(say, parts, _partnership)
    yield say("Domains"), of_all(say, parts, domain_table)
    yield say("Milestones"), of_all(say, parts, partial(milestone_table, cancelled=True))
    yield say("Decide before"), of_all(say, parts, cliff_table)
    yield say("Decisions"), of_all(say, parts, decision_table)
    yield say("Risks"), of_all(say, parts, risk_table)
    yield say("Next steps"), of_all(say, parts, step_table)
    yield say("Foundation"), of_all(say, parts, theme_table)
    yield say("Mirror"), of_all(say, parts, gap_table)
    yield say("S-curve"), of_all(say, parts, _curve)
    yield say("Changes"), of_all(say, parts, _changes)


def _partnership(say: Words, part: PartnershipSnapshot) -> Table:
    one = part.schedule
    columns = (
        Column("code", say("Code"), letters=18),
        Column("partners", say("Partners"), letters=44),
        Column("phase", say("Phase"), letters=14),
        Column("lead", say("Lead"), letters=20),
        Column("start", say("Start")),
        Column("end", say("Planned end")),
        Column("meeting", say("Next steering meeting")),
        Column("progress", say("Work under way (%)"), letters=11),
        Column("computed", say("Computed colour"), letters=14),
        Column("pair", say("Delivered, planned by now"), letters=32),
        Column("rule", say("Rule"), letters=44),
        Column("schedule", say("Schedule"), letters=60),
        Column("shared", say("Shared score"), letters=18),
    )
    verdict = (one.name, one.headline, one.rule, one.sentence) if one else ("",) * 4
    facts = (part.code, " · ".join(part.partners), part.phase, part.lead, part.starts, part.ends, part.meeting, part.progress)
    return Table(columns, ((*facts, *verdict, part.foundation),))


def _curve(say: Words, part: PartnershipSnapshot) -> Table:
    lines = (*part.curve.planned, *([part.curve.earned] if part.curve.earned else []))
    columns = (Column("line", say("Line"), letters=28), Column("day", say("Day")), Column("delivered", say("Delivered (%)"), letters=14))
    return Table(columns, tuple((line.name, when, share) for line in lines for when, share in zip(line.days, line.shares, strict=True)))


def _changes(say: Words, part: PartnershipSnapshot) -> Table:
    columns = (Column("since", say("Since"), letters=34), Column("change", say("Change"), letters=110))
    return Table(columns, tuple((part.since, one) for one in part.changes))


def _about(say: Words, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    yield say("Steering pack"), snapshot.title
    yield say("Published"), f"{moment(snapshot.moment, say.language)} · {snapshot.who}"
    yield say("Pack id"), snapshot.id
    yield say("Seal (SHA-256)"), snapshot.content_hash
    if snapshot.corrects:
        yield snapshot.corrects, snapshot.reason
    for one in snapshot.figures:
        yield one.label, " ".join((one.value, one.note))
    for line in snapshot.limits:
        yield say("How colours are computed"), line
