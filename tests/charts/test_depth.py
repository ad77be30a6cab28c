"""Depth as a picture: three shapes on the ladder, at the levels of the view."""

from datetime import date

import pytest

from integration.charts.depth import depth_chart
from integration.charts.look import look
from integration.i18n.words import words_in
from integration.views.portfolio.cell import domain_cell
from tests.examples import BRIDGE, NOON, a_check_in, a_depth, a_milestone, measured, save


@pytest.fixture
def cells(bridge):
    save(bridge, a_milestone(due_on=date(2026, 6, 1)), a_check_in(), a_depth(start=0, current=1, target=3), a_depth(domain="hrm", start=1, current=2, target=4))
    rows = measured(bridge).domains.loc[BRIDGE]
    return [domain_cell(words_in("en"), domain, rows.loc[domain], NOON) for domain in ("training", "hrm", "housing")]


@pytest.mark.parametrize("dark", [False, True])
def test_start_target_and_now_are_three_shapes_at_their_levels(cells, dark):
    marks = {trace.name: trace for trace in depth_chart(words_in("en"), cells, dark).data if trace.mode == "markers"}

    assert {name: dict(zip(trace.y, trace.x, strict=True)) for name, trace in marks.items()} == {
        "start": {"HRM": 1, "Training": 0},
        "target": {"HRM": 4, "Training": 3},
        "now": {"HRM": 2, "Training": 1},
    }
    assert len({trace.marker.symbol for trace in marks.values()}) == 3
    assert marks["now"].marker.color == look(dark).running


def test_the_ladder_is_named_and_on_a_phone_numbered(cells):
    wide, narrow = (depth_chart(words_in("nl"), cells, False, narrow).layout.xaxis.ticktext for narrow in (False, True))

    assert [words.split()[0] for words in wide] == [*narrow] == ["0", "1", "2", "3", "4"]
    assert all(len(words) > 1 for words in wide)
