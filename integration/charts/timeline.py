"""The calendar as pictures: bars in lanes for one partnership, marks on lines for many."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from integration.charts.calendar import FOOT, HEAD, Days, months, now, school_years, spread
from integration.charts.picture import LINE, Drawing, Sheet, cut, legend, wrapped
from integration.charts.plot import Plot, Point, Series, Span, as_number, draw
from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.model.plan.milestone import State
from integration.views.plan.milestone import SIGNS
from integration.views.plan.timeline import Bar, Marks, TimelineView, bar_signs, moved_words

SHAPES: dict[State, str] = {"done": "circle", "running": "square", "waiting": "circle", "late": "triangle", "cancelled": "square"}
BAR, LANE, MARKED = 13.0, 28.0, 7.0


def timeline_plot(say: Words, view: TimelineView, today: date) -> Plot:
    """Bars from plan to what is expected with what was promised, or the marks of many partnerships on their lines."""
    closed = tuple((begins, ends + timedelta(days=1)) for _, begins, ends in view.closed)
    if not view.bars:
        return Plot(today, tuple(_marks(say, view.lines, marks) for marks in view.marks), (), view.lines, closed)
    spans = tuple(span for at, bar in enumerate(view.bars) for span in _spans(say, at, bar, today))
    kept = tuple(Point(bar.promised_on, at, bar_tip(say, bar)) for at, bar in enumerate(view.bars) if bar.promised_on)
    early = tuple(Point(bar.expected_on, at, bar_tip(say, bar)) for at, bar in enumerate(view.bars) if bar.state == "done" and bar.expected_on < bar.due_on)
    series = (Series(say("promised"), kept, "", "tick", BAR / 2 + 3, "s-target fat"), Series(say("done sooner"), early, "", "circle", 4, "f-paper"))
    names = tuple(f"{bar_signs(bar)}{bar.code} {bar.title}" for bar in view.bars)
    return Plot(today, tuple(one for one in series if one.points), spans, names, closed)


def _spans(say: Words, at: int, bar: Bar, today: date) -> list[Span]:
    tip = bar_tip(say, bar)
    until = max(bar.expected_on, today if bar.state == "late" else bar.due_on)
    tone = bar.state if bar.state != "waiting" else "running"
    slip = [Span(at, bar.due_on, until, tone, True, tip)] if until > bar.due_on else []
    return [Span(at, bar.starts_on, bar.due_on, bar.state, False, tip), *slip]


def _marks(say: Words, lines: Sequence[str], marks: Marks) -> Series:
    told = (
        Point(when, line, f"{lines[line]}\n{title}\n{marks.name} · {day(when, say.language)}")
        for line, when, title in zip(marks.lines, marks.days, marks.titles, strict=True)
    )
    # What has not begun is open, so that it is told from what is done without its colour.
    fill = "f-paper s-waiting thick" if marks.state == "waiting" else f"f-{marks.state} edged"
    return Series(marks.name, tuple(told), "", SHAPES[marks.state], MARKED if marks.state == "late" else 5, fill)


def timeline_chart(say: Words, view: TimelineView, plot: Plot, width: float) -> Drawing:
    """Whichever picture the view holds, on school years and with today's line."""
    return _gantt(say, view, plot, Sheet(width)) if view.bars else _lines(say, plot, Sheet(width))


def _gantt(say: Words, view: TimelineView, plot: Plot, sheet: Sheet) -> Drawing:
    names = min(max(sheet.width * 0.34, 200), 380)
    days = Days(*spread(plot.days()), names + 12, sheet.width - 4)
    top = _signs(say, sheet, view.bars) + 12 + HEAD
    lines = [wrapped(name, names, 4) for name in plot.lines]
    levels, lanes, y = [], [], top
    for lane, bars in groupby(range(len(lines)), lambda at: view.bars[at].lane):
        lanes.append((lane, y))
        y += LANE
        for at in bars:
            levels.append(y)
            y += _high(lines[at])
    _ground(say, sheet, plot, days, (top, y))
    for lane, high in lanes:
        sheet.words(0, high + 19, lane, "bold")
        sheet.line((0, high + LANE - 3), (sheet.width, high + LANE - 3), "s-grid")
    for words, high in zip(lines, levels, strict=True):
        sheet.lines(0, high + 13, words)
    middles = [high + _high(words) / 2 for words, high in zip(lines, levels, strict=True)]
    for span in plot.spans:
        _bar(sheet, days, span, middles[span.line] - BAR / 2)
    for one in plot.series:
        draw(sheet, one, days, lambda at: middles[int(as_number(at))])
    return _foot(say, sheet, plot, days, (top, y))


def _ground(say: Words, sheet: Sheet, plot: Plot, days: Days, edges: tuple[float, float]) -> None:
    top, bottom = edges
    school_years(say, sheet, days, top, bottom)
    for begins, ends in plot.closed:
        if begins <= days.last and ends > days.first:
            sheet.box(days.x(begins), top, days.x(ends) - days.x(begins), bottom - top, "f-closed")


def _foot(say: Words, sheet: Sheet, plot: Plot, days: Days, edges: tuple[float, float]) -> Drawing:
    if plot.today:
        now(say, sheet, days, plot.today, *edges)
    months(say, sheet, days, edges[1])
    return sheet.done(edges[1] + FOOT)


def _high(lines: Sequence[str]) -> float:
    return LINE * len(lines) + 7


def _bar(sheet: Sheet, days: Days, span: Span, y: float) -> None:
    first, last = days.x(span.first), days.x(span.last)
    if span.hatched:
        sheet.hatched(first, y, max(last - first, 4), BAR, span.tone, span.tip)
    else:
        # What begins and ends on one day is still seen.
        begins = min(first, last - 5)
        sheet.box(begins, y, last - begins, BAR, f"f-{span.tone}", span.tip, 2)


def bar_tip(say: Words, bar: Bar) -> str:
    """What a bar says: its milestone, its days as readers write them, and its state."""
    planned = say("Due {day}", day=day(bar.due_on, say.language))
    promised = say("promised {day}", day=day(bar.promised_on, say.language)) if bar.promised_on and bar.promised_on != bar.due_on else ""
    return f"{bar.code} {bar.title}\n{' · '.join(filter(None, (planned, moved_words(say, bar), promised)))}\n{SIGNS[bar.state]} {bar.state_words}"


def _signs(say: Words, sheet: Sheet, bars: Sequence[Bar]) -> float:
    known = {bar.state: bar.state_words for bar in bars}

    def box(state: State, x: float, y: float) -> None:
        sheet.box(x, y - 10, 20, 11, f"f-{state}", "", 2)

    states: tuple[State, ...] = ("done", "running", "waiting", "late")
    shown = [(partial(box, state), f"{SIGNS[state]} {known[state]}") for state in states if state in known]
    hatch = lambda x, y: sheet.hatched(x, y - 10, 20, 11, "late")  # noqa: E731 – a sign is one line
    tick = lambda x, y: sheet.mark(x + 10, y - 5, "tick", 7, "s-target fat")  # noqa: E731
    promised = [(tick, say("promised"))] if any(bar.promised_on for bar in bars) else []
    return legend(sheet, [*shown, (hatch, say("slipped, or late until today")), *promised])


def _lines(say: Words, plot: Plot, sheet: Sheet) -> Drawing:
    names = 0.0 if sheet.narrow else min(sheet.width * 0.3, 300)
    days = Days(*spread(plot.days()), names + 8, sheet.width - 8)
    top, high = legend(sheet, [(partial(_mark, sheet, one), one.name) for one in plot.series]) + 12 + HEAD, 42.0 if sheet.narrow else 30.0
    bottom, aside = top + high * max(len(plot.lines), 1), 28.0 if sheet.narrow else 15.0
    school_years(say, sheet, days, top, bottom)
    for at, name in enumerate(plot.lines):
        y = top + high * at
        sheet.words(0, y + 14 if sheet.narrow else y + 20, cut(name, sheet.width if sheet.narrow else names), "bold" if sheet.narrow else "")
        sheet.line((days.left, y + aside), (days.right, y + aside), "s-grid")
    for one in plot.series:
        draw(sheet, one, days, lambda at: top + high * as_number(at) + aside)
    return _foot(say, sheet, plot, days, (top, bottom))


def _mark(sheet: Sheet, one: Series, x: float, y: float) -> None:
    sheet.mark(x + 12, y - 4, one.shape, MARKED, one.fill)
