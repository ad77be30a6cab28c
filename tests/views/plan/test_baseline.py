"""Baselines compared, milestone by milestone."""

from dataclasses import replace
from datetime import date

from integration.model.plan.baseline import Baseline, Promise, baseline_lines
from integration.model.text import Text
from integration.views.plan.baseline import NOW, baselines_view
from tests.examples import BRIDGE, a_milestone, a_reader


def test_baselines_are_compared_milestone_by_milestone():
    one, two, three = a_milestone(code="A"), a_milestone(code="B", title=Text("B")), a_milestone(code="C", title=Text("C"))
    promise = Baseline(partnership_id=BRIDGE, name=Text("Eerste", "First"))
    promised = Promise(promise, tuple(baseline_lines(promise, [one, two])))
    now = baseline_lines(promise, [replace(one, due_on=date(2027, 1, 10), weight=2), three])
    view = baselines_view(a_reader(), [promised], now, {}, promise.id, NOW)

    assert [(row.code, row.before, row.after, row.words) for row in view.compared] == [
        ("A", "31 Dec 2026", "10 Jan 2027", "10 days later · weight 1.0 → 2.0"),
        ("B", "31 Dec 2026", "–", "removed"),
        ("C", "–", "31 Dec 2026", "added"),
    ]
    assert view.sentence == "1 added · 1 removed · 1 later · 1 weighed differently"
