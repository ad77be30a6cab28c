"""The calendar as pictures: bars in lanes for one partnership, marks on lines for many."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from integration.charts.calendar import FOOT, HEAD, Days, months, now, school_years, spread
from integration.charts.picture import LINE, Drawing, Sheet, cut, wrapped
from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.model.plan.milestone import State
from integration.views.plan.milestone import SIGNS
from integration.views.plan.timeline import Bar, TimelineView, bar_signs

SHAPES: dict[State, str] = {"done": "circle", "running": "square", "waiting": "circle", "late": "triangle", "cancelled": "square"}
BAR, LANE, MARKED = 13.0, 28.0, 7.0


def timeline_chart(say: Words, view: TimelineView, today: date, width: float) -> Drawing:
    """Whichever picture the view holds, on school years and with today's line."""
    return _gantt(say, view, today, Sheet(width)) if view.bars else _lines(say, view, today, Sheet(width))


def _gantt(say: Words, view: TimelineView, today: date, sheet: Sheet) -> Drawing:
    names = min(max(sheet.width * 0.34, 200), 380)
    ends = [one for bar in view.bars for one in (bar.starts_on, bar.due_on, bar.expected_on, *((bar.promised_on,) if bar.promised_on else ()))]
    days = Days(*spread([*ends, today]), names + 12, sheet.width - 4)
    top = _signs(say, sheet, view.bars) + HEAD
    rows = [
        (lane, [(bar, wrapped(f"{bar_signs(bar)}{bar.code} {bar.title}", names, 4)) for bar in bars]) for lane, bars in groupby(view.bars, lambda one: one.lane)
    ]
    bottom = top + sum(LANE + sum(_high(lines) for _, lines in bars) for _, bars in rows)
    school_years(say, sheet, days, top, bottom)
    for begins, ends_on in ((begins, ends) for _, begins, ends in view.closed if begins <= days.last and ends >= days.first):
        sheet.box(days.x(begins), top, days.x(ends_on + timedelta(days=1)) - days.x(begins), bottom - top, "f-closed")
    y = top
    for lane, bars in rows:
        sheet.words(0, y + 19, lane, "bold")
        sheet.line((0, y + LANE - 3), (sheet.width, y + LANE - 3), "s-grid")
        y += LANE
        for bar, lines in bars:
            sheet.lines(0, y + 13, lines)
            _bar(say, sheet, days, bar, today, y + (_high(lines) - BAR) / 2)
            y += _high(lines)
    now(say, sheet, days, today, top, bottom)
    months(say, sheet, days, bottom)
    return sheet.done(bottom + FOOT)


def _high(lines: Sequence[str]) -> float:
    return LINE * len(lines) + 7


def _bar(say: Words, sheet: Sheet, days: Days, bar: Bar, today: date, y: float) -> None:
    tip, start, due = bar_tip(say, bar), days.x(bar.starts_on), days.x(bar.due_on)
    begins = min(start, due - 5)
    until = max(bar.expected_on, bar.due_on, today if bar.state == "late" else bar.due_on)
    if until > bar.due_on:
        sheet.hatched(due, y, max(days.x(until) - due, 4), BAR, bar.state if bar.state != "waiting" else "running", tip)
    sheet.box(begins, y, due - begins, BAR, f"f-{bar.state}", tip, 2)
    if bar.state == "done" and bar.expected_on < bar.due_on:
        sheet.mark(days.x(bar.expected_on), y + BAR / 2, "circle", 4, "f-paper", tip)
    if bar.promised_on:
        sheet.line((days.x(bar.promised_on), y - 3), (days.x(bar.promised_on), y + BAR + 3), "s-target fat")


def bar_tip(say: Words, bar: Bar) -> str:
    """What a bar says: its milestone, its days as readers write them, and its state."""
    planned = say("Due {day}", day=day(bar.due_on, say.language))
    words = say("done on {day}") if bar.state == "done" else say("expected {day}")
    expected = words.format(day=day(bar.expected_on, say.language)) if bar.expected_on != bar.due_on else ""
    promised = say("promised {day}", day=day(bar.promised_on, say.language)) if bar.promised_on and bar.promised_on != bar.due_on else ""
    return f"{bar.code} {bar.title}\n{' · '.join(filter(None, (planned, expected, promised)))}\n{SIGNS[bar.state]} {bar.state_words}"


def _signs(say: Words, sheet: Sheet, bars: Sequence[Bar]) -> float:
    x, y = 0.0, 14.0
    known = {bar.state: bar.state_words for bar in bars}
    shown = [(f"f-{state}", f"{SIGNS[state]} {known[state]}") for state in ("done", "running", "waiting", "late") if state in known]
    for kind, words in (*shown, ("hatch", say("slipped, or late until today")), ("tick", say("promised"))):
        long = 26 + 6.7 * len(words) + 16
        if x and x + long > sheet.width:
            x, y = 0.0, y + 22
        if kind == "hatch":
            sheet.hatched(x, y - 10, 18, 11, "late")
        elif kind == "tick":
            sheet.line((x + 9, y - 12), (x + 9, y + 2), "s-target fat")
        else:
            sheet.box(x, y - 10, 18, 11, kind, "", 2)
        sheet.words(x + 24, y, words, "tiny")
        x += long
    return y + 12


def _lines(say: Words, view: TimelineView, today: date, sheet: Sheet) -> Drawing:
    names = 0.0 if sheet.narrow else min(sheet.width * 0.3, 300)
    days = Days(*spread([*(one for marks in view.marks for one in marks.days), today]), names + 8, sheet.width - 8)
    x = 0.0
    for marks in view.marks:
        sheet.mark(x + 7, 10, SHAPES[marks.state], MARKED, _painted(marks.state))
        sheet.words(x + 20, 14, marks.name, "tiny")
        x += 38 + 6.8 * len(marks.name)
    top, high = 26 + HEAD, 42.0 if sheet.narrow else 30.0
    bottom = top + high * max(len(view.lines), 1)
    school_years(say, sheet, days, top, bottom)
    for at, name in enumerate(view.lines):
        y = top + high * at
        sheet.words(0, y + 14 if sheet.narrow else y + 20, cut(name, sheet.width if sheet.narrow else names), "bold" if sheet.narrow else "")
        sheet.line((days.left, _level(sheet, y)), (days.right, _level(sheet, y)), "s-grid")
    now(say, sheet, days, today, top, bottom)
    for marks in view.marks:
        for line, when, title in zip(marks.lines, marks.days, marks.titles, strict=True):
            tip = f"{view.lines[line]}\n{title}\n{marks.name} · {day(when, say.language)}"
            sheet.mark(days.x(when), _level(sheet, top + high * line), SHAPES[marks.state], MARKED if marks.state == "late" else 5, _painted(marks.state), tip)
    months(say, sheet, days, bottom)
    return sheet.done(bottom + FOOT)


def _painted(state: State) -> str:
    # What has not begun is open, so that it is told from what is done without its colour.
    return "f-paper s-waiting thick" if state == "waiting" else f"f-{state} edged"


def _level(sheet: Sheet, y: float) -> float:
    return y + 28 if sheet.narrow else y + 15
