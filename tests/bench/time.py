"""How long time takes: earned schedule, colours, a past day, what changed since, and the path."""

from collections.abc import Iterator
from datetime import timedelta

from integration.measures.schedule import earned_schedule, schedule_lines
from integration.services import baseline, calibration, partnership, portfolio, since
from integration.services.host import host
from integration.services.memory import Memory
from integration.services.visit import visit
from integration.storage.partnership import partnership_facts
from integration.storage.plan import plan_facts
from integration.views.path import tightness
from tests.bench.rows import Row, median_ms


def time_rows(partnerships: int, schedule: float, past: float | None) -> Iterator[Row]:
    """Everything that issue 3 promises, over the store that is open; nothing is remembered between runs."""
    opened = host()

    def fresh(back: int = 0):
        someone = visit(opened.database, Memory(), "nl")
        return visit(opened.database, Memory(), "nl", as_of=someone.today - timedelta(days=back)) if back else someone

    someone = fresh()
    with someone.reading() as cursor:
        rows, facts = partnership_facts(cursor), plan_facts(cursor)
    lines = schedule_lines(facts, rows.starts_on, someone.today)
    yield Row(f"earned schedule, {partnerships:,} partnerships", median_ms(lambda: earned_schedule(lines, ["partnership"], someone.today)), schedule)
    yield Row(f"portfolio as of two years back, {partnerships:,}", median_ms(lambda: portfolio.read(fresh(730)), 7), past)
    yield Row(f"portfolio now, all measures, {partnerships:,}", median_ms(lambda: portfolio.read(fresh()), 7), None)
    ids = [*rows.index]
    yield Row(f"what changed since the last meetings, {partnerships:,}", median_ms(lambda: since.many(fresh(), ids, "meeting"), 5), None)
    yield Row(f"calibration of 12 weeks, {partnerships:,}", median_ms(lambda: calibration.of_portfolio(fresh()), 3), None)
    code = sorted(rows.code)[0]
    dossier = partnership.read(someone, code)
    yield Row(f"critical path of one, {partnerships:,}", median_ms(lambda: tightness(dossier.milestones, someone.today, 5)), None)
    yield Row(f"baselines of one, {partnerships:,}", median_ms(lambda: baseline.promises(fresh(), dossier.partnership)), None)
