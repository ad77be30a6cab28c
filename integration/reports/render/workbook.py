"""The pack as a workbook: one sheet per subject over all partnerships, with real dates and numbers, frozen headings, and text that is never a formula."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from integration import palette
from integration.i18n.formats import moment
from integration.i18n.labels import group_name
from integration.i18n.words import Words, words_in
from integration.model.text import Language
from integration.reports.freeze.snapshot import Snapshot
from integration.reports.progress import OnProgress, silently
from integration.reports.render.reproducible import steady
from integration.reports.render.safe_text import typed

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False, "in_memory": True}
Columns = Sequence[tuple[str, int]]
Rows = Iterable[Sequence[Any]]


def xlsx(snapshot: Snapshot, language: Language, on_progress: OnProgress = silently) -> bytes:
    """The workbook of a snapshot; always the same bytes."""
    say, out = words_in(language), io.BytesIO()
    with xlsxwriter.Workbook(out, {**PLAIN, "default_date_format": "d mmm yyyy"}) as book:
        book.set_properties({"title": typed(snapshot.title), "author": typed(snapshot.who), "comments": snapshot.id, "created": snapshot.moment})
        head = book.add_format({"bold": True, "font_color": palette.WHITE, "bg_color": palette.ACCENT, "text_wrap": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        dated = book.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"})
        for name, columns, rows in _sheets(say, snapshot):
            _sheet(book, name, columns, rows, (head, body, dated))
    on_progress(len(snapshot.parts))
    return steady(out.getvalue(), snapshot.moment)


def _sheet(book: Any, name: str, columns: Columns, rows: Rows, formats: tuple[Any, Any, Any]) -> None:
    head, body, dated = formats
    sheet = book.add_worksheet(name[:31])
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    last = 0
    for at, (title, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, head)
    for last, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(last, at, value, dated)
            elif isinstance(value, int | float):
                sheet.write_number(last, at, value, body)
            elif value:
                sheet.write_string(last, at, typed(value)[:32_000], body)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)


def _sheets(say: Words, snapshot: Snapshot) -> Iterable[tuple[str, Columns, Rows]]:
    parts, named = snapshot.parts, (say("Partnership"), 34)
    yield say("Pack"), ((say("About this pack"), 32), ("", 110)), _about(say, snapshot)
    pair, rule = (say("Delivered, planned by now"), 32), (say("Rule"), 44)
    yield (
        say("Partnerships"),
        (named, (say("Code"), 18), (say("Partners"), 44), (say("Phase"), 14), (say("Lead"), 20), (say("Start"), 13), (say("Planned end"), 13),
         (say("Next steering meeting"), 13), (say("Work under way (%)"), 11), (say("Computed colour"), 14), pair, rule, (say("Schedule"), 60),
         (say("Shared score"), 18)),
        ((one.name, one.code, " · ".join(one.partners), one.phase, one.lead, one.starts, one.ends, one.meeting, one.progress,
          *((one.schedule.name, one.schedule.headline, one.schedule.rule, one.schedule.sentence) if one.schedule else ("",) * 4), one.foundation)
         for one in parts),
    )  # fmt: skip
    yield (
        say("Domains"),
        (named, (say("Domain"), 14), pair, (say("Work under way (%)"), 11), (say("Depth at the start"), 9), (say("Depth now"), 9),
         (say("Depth target"), 9), (say("Overdue"), 9), (say("Reported"), 13), (say("Reported on"), 13), (say("Confidence"), 11),
         (say("Computed colour"), 14), rule, (say("Done"), 44), (say("Stuck"), 44), (say("Need"), 44)),
        ((part.name, one.name, one.pair, one.progress, one.start, one.current, one.target, one.overdue, one.reported_name, one.reported_on,
          one.confidence, one.computed_name, " ".join((one.rule, *one.warnings)), one.done, one.stuck, one.need)
         for part in parts for one in part.domains),
    )  # fmt: skip
    yield (
        say("Milestones"),
        (named, (say("Code"), 8), (say("Domain"), 14), (say("Milestone"), 54), (say("State"), 14), (say("Promised"), 13), (say("Due"), 13),
         (say("Days late"), 10), (say("Forecast"), 13), (say("Done on"), 13), (say("Credit (%)"), 10), (say("Key milestone"), 10),
         (say("Owner"), 20), (say("Partner"), 30)),
        ((part.name, one.code, group_name(say, one.domain), one.title, one.state_name, one.promised or one.due, one.due, one.late, one.forecast,
          one.done, one.credit, say("yes") if one.critical else "", one.owner, one.partner) for part in parts for one in part.milestones),
    )  # fmt: skip
    yield from _register(say, snapshot, named)
    lines = ((part.name, line) for part in parts for line in (*part.curve.planned, *([part.curve.earned] if part.curve.earned else [])))
    yield (
        say("S-curve"),
        (named, (say("Line"), 28), (say("Day"), 13), (say("Delivered (%)"), 14)),
        ((name, line.name, when, share) for name, line in lines for when, share in zip(line.days, line.shares, strict=True)),
    )
    yield say("Changes"), (named, (say("Since"), 34), (say("Change"), 110)), ((part.name, part.since, one) for part in parts for one in part.changes)


def _register(say: Words, snapshot: Snapshot, named: tuple[str, int]) -> Iterable[tuple[str, Columns, Rows]]:
    parts = snapshot.parts
    yield (
        say("Decide before"),
        (named, (say("Decide before"), 13), (say("Milestone"), 60), (say("What slipping costs"), 50)),
        ((part.name, one.before, one.subject, one.cost) for part in parts for one in part.cliffs),
    )
    yield (
        say("Decisions"),
        (named, (say("Decision"), 50), (say("Asked"), 13), (say("Needed by"), 13), (say("Days waited"), 10), (say("Asked of"), 26), (say("Options"), 40),
         (say("Decided on"), 13), (say("Outcome"), 44), (say("Decided by"), 24), (say("Effect"), 40)),
        ((part.name, one.title, one.asked, one.needed, one.waiting, one.asked_of, one.options, one.decided, one.decision, one.by, one.effect)
         for part in parts for one in part.decisions),
    )  # fmt: skip
    yield (
        say("Risks"),
        (named, (say("Kind"), 12), (say("Risk or opportunity"), 50), (say("Probability"), 11), (say("Impact"), 9), (say("Exposure"), 10),
         (say("Probability after"), 11), (say("Impact after"), 9), (say("Exposure after"), 10), (say("Response"), 44), (say("Owner"), 20),
         (say("Partner"), 26), (say("Due"), 13)),
        ((part.name, one.kind_name, one.title, one.probability, one.impact, one.before, one.probability_after, one.impact_after, one.after,
          one.response, one.owner, one.partner, one.due) for part in parts for one in part.risks),
    )  # fmt: skip
    yield (
        say("Next steps"),
        (named, (say("Kind"), 12), (say("Next step"), 60), (say("Owner"), 20), (say("Partner"), 26), (say("Due"), 13), (say("Days late"), 10)),
        ((part.name, one.kind, one.title, one.owner, one.partner, one.due, one.late) for part in parts for one in part.steps),
    )


def _about(say: Words, snapshot: Snapshot) -> Rows:
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
