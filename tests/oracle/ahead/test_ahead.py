"""What lies ahead of each plan as it is delivered is that of the oracle."""

from datetime import date, timedelta
from typing import Any

import pytest

from integration.i18n.formats import number
from integration.services.plan import curve, scenario
from integration.services.portfolio import calibration, partnership, portfolio
from integration.services.register import register
from integration.views.plan.critical_path import path_view
from integration.views.plan.ripple import ripple_view
from integration.views.register.ages import age_words
from tests.oracle.ahead.calibration import calibrated
from tests.oracle.ahead.network import Node, as_expected, as_promised, moved, slacks
from tests.oracle.ahead.simulation import DRAWS, ends, slips
from tests.oracle.comparing import differing
from tests.oracle.conftest import NOW, WHOLE
from tests.oracle.plan import lines_of
from tests.oracle.store import by

EACH = 1 if WHOLE else 20
SPAN = date(2026, 1, 1)


@pytest.fixture
def plans(looked, worked_out):
    """Each partnership that is looked into: its dossier and what was worked out."""
    return [(partnership.read(looked, whole.row["code"]), whole) for whole in [*worked_out.values()][::EACH]]


def test_the_oracle_knows_what_moves_along_and_how_far():
    day = SPAN + timedelta(days=10)
    plan = {"a": Node(SPAN, day, (), False), "b": Node(day + timedelta(days=5), day + timedelta(days=9), ("a",), False)}

    assert moved(plan, "a", day + timedelta(days=8)) == {"b": day + timedelta(days=12)} and moved(plan, "a", day + timedelta(days=5)) == {}
    assert slacks(plan) == {"a": 5, "b": 0}


def test_what_moves_along(looked, plans):
    pairs = []
    for dossier, whole in plans:
        plan = as_expected(whole.milestones, looked.today)
        for code, node in plan.items():
            later = node.end + timedelta(days=45)
            found = ripple_view(looked.reader, dossier.milestones, {code: later}, dossier.bodies)
            pairs += [] if node.done else [((whole.row["code"], code), found.forecasts, moved(plan, code, later))]

    assert differing(pairs) == []


def test_how_far_everything_may_move(looked, plans):
    pairs = []
    for dossier, whole in plans:
        found = path_view(looked.reader, dossier.partnership.code, dossier.milestones, 5, dossier.bodies)
        wanted = slacks(as_expected(whole.milestones, looked.today)) if whole.milestones else {}
        told = {code: "critical" if days == 0 else "near" if days <= 5 else "loose" for code, days in wanted.items()}
        pairs.append(
            (whole.row["code"], {one.code: (one.tightness, one.slack) for one in found.rows}, {one: (told[one], _days(wanted[one])) for one in wanted})
        )

    assert differing(pairs) == []


def _days(days):
    return "1 day" if days == 1 else f"{days:,} days"


def test_how_sure_an_end_is(looked, plans):
    for dossier, whole in plans:
        known = slips(whole.milestones, whole.promised, looked.today)
        drawn = ends(as_promised(whole.milestones, whole.promised), known, looked.today)
        found, number_of_slips = scenario.chance(looked, dossier.partnership, dossier.milestones)

        assert sorted(scenario.slips(dossier.milestones, looked.today)) == known and number_of_slips == len(known)
        assert found or not drawn or drawn[int(0.7 * DRAWS)] == 0
        # Two samples of a few hundred draws differ: a tenth either way is more than five standard errors.
        for day, share in ((found.p50, 0.5), (found.p80, 0.8)) if found and drawn else ():
            assert drawn and drawn[int((share - 0.1) * DRAWS)] <= (day - looked.today).days <= drawn[int((share + 0.1) * DRAWS)], whole.row["code"]


def test_every_line_of_the_curve(looked, plans):
    pairs: list[Any] = []
    for dossier, whole in plans:
        rows = portfolio.read(looked)
        view, lines = curve.read(looked, dossier, rows), lines_of(whole.milestones, whole.promised, looked.today)
        total = sum(line.weight for line in lines)
        for name, drawn in (("promised", view.planned[-1] if view.planned else None), ("done", view.earned)):
            for day, share in zip(drawn.days, drawn.shares, strict=True) if drawn else ():
                wanted = sum(line.weight for line in lines if (reached := getattr(line, name)) and reached <= day)
                pairs.append(((whole.row["code"], name, day), share, 100 * wanted / total))
        due = {line.promised for line in lines}
        pairs.append(((whole.row["code"], "days"), {*view.planned[-1].days} if view.planned else set(), due))

    assert differing(pairs) == []


SPANS = (("0–30 days", 0, 30), ("31–60 days", 31, 60), ("61–90 days", 61, 90), ("over 90 days", 91, 99999))


def test_how_old_what_is_open_in_a_register_is(looked, store, plans):
    kinds = {"risks": ("risk", "raised_on"), "issues": ("issue", "raised_on"), "actions": ("action", "raised_on"), "decisions": ("decision", "asked_on")}
    pairs = []
    for name, (table, asked) in kinds.items():
        own = by(store.known(table, looked.now))
        for dossier, whole in plans:
            open_ones = [
                row for row in own[whole.row["id"]] if (row["state"] == "open" if "state" in row else not (row.get("done_on") or row.get("decided_on")))
            ]
            ages = [(looked.today - row[asked]).days for row in open_ones if row[asked]]
            counts = [(span, sum(low <= age <= high for age in ages)) for span, low, high in SPANS]
            said = " · ".join(f"{span}: {number(count, 'en')}" for span, count in counts if count)
            found = age_words(looked.reader, register.of(looked, dossier.partnership), name)
            pairs.append(((whole.row["code"], name), found, f"Age of what is open: {said}" if said else ""))

    assert differing(pairs) == []


def test_whether_leads_green_was_green(looked, store, worked_out):
    if looked.today not in (NOW, NOW - timedelta(days=87)) and not WHOLE:
        return
    green, right = calibrated(store, worked_out, looked.now, looked.today)
    found = calibration.of_portfolio(looked)

    assert (found.green, round(found.share or 0, 6)) == (green, round(100 * right / green, 6) if green >= 10 else 0)
