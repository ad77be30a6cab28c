"""The calendar as a picture: bars from plan to what is expected, what was promised, when school is closed, states by more than colour."""

from datetime import date

import pytest

from integration.charts.picture import MIDDLE, NARROW, WIDE
from integration.charts.timeline import timeline_chart, timeline_plot
from integration.i18n.words import words_in
from integration.model.text import Text
from integration.views.plan.milestone import SIGNS
from integration.views.plan.timeline import Marks, TimelineView, one_timeline
from tests.charts.svg import at, elements, tips, within, words
from tests.examples import TODAY, a_milestone, a_reader

say = words_in("en")
END = date(2027, 3, 1)


def gantt(*plan, width=WIDE, **known):
    return drawn(one_timeline(a_reader(), "x", plan, "", **known), width)


def drawn(view, width):
    return timeline_chart(say, view, timeline_plot(say, view, TODAY), width)


def test_a_bar_is_hatched_from_its_plan_to_what_is_expected_and_overdue_up_to_today():
    slipped, late = a_milestone(code="T1", credit=25, due_on=END, forecast_on=date(2027, 6, 1)), a_milestone(code="T2", due_on=date(2026, 6, 1))
    first, second = [one for one in elements(gantt(slipped, late), "rect") if one.get("fill", "").startswith("url") and one.get("data-tip")]
    [now] = elements(gantt(slipped, late), "line", "s-ink")

    ends = {one.get("fill"): at(one, "x") + at(one, "width") for one in (first, second)}
    assert ends["url(#picture-late)"] == pytest.approx(at(now, "x1"), abs=1)
    assert ends["url(#picture-running)"] > ends["url(#picture-late)"]


def test_it_shows_what_was_promised_when_school_is_closed_and_what_is_tight():
    one = a_milestone(due_on=END)
    drawing = gantt(one, promised={one.id: date(2027, 1, 1)}, tight={"T1": "critical"}, closed=[("Kerst", date(2026, 12, 19), date(2027, 1, 3))])

    assert len(elements(drawing, "line", "s-target")) == 1 + 1 and len(elements(drawing, "rect", "f-closed")) == 1
    assert any(line.startswith("● T1") for line in words(drawing))
    assert "promised 1 Jan 2027" in tips(drawing)


def test_states_are_told_apart_without_colour_and_names_are_whole():
    long = a_milestone(code="T4", title=Text("x", "Working conditions, absence and social safety are arranged for everybody"))
    drawing = gantt(a_milestone(code="T1", credit=100, done_on=date(2026, 5, 1)), a_milestone(code="T2", credit=25), a_milestone(code="T3"), long, width=MIDDLE)

    assert {sign for sign in SIGNS.values() if any(one.startswith(sign) for one in words(drawing))} >= {SIGNS["done"], SIGNS["running"]}
    assert "social safety are arranged for everybody" in " ".join(words(drawing)) and within(drawing)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_many_timelines_have_a_line_each_also_two_of_one_name(width):
    marks = (Marks("late", "Overdue", (0, 1), (END, END), ("T1 <b>x</b>", "T2")), Marks("waiting", "Not begun", (1,), (TODAY,), ("T3",)))
    drawing = drawn(TimelineView("", "", (), marks, ("Same", "Same"), 2, ""), width)

    assert words(drawing).count("Same") == 2 and len(elements(drawing, "polygon", "f-late")) == 2 + 1
    assert "Same\nT1 <b>x</b>\nOverdue · 1 Mar 2027" in tips(drawing)
    assert "f-paper" in elements(drawing, "circle")[-1].get("class", "") and within(drawing)
