"""How long time takes: earned schedule, attention, a past day, what changed since, and the path."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from integration.demo.portfolio import fill_with_demo
from integration.measures.attention import most_urgent
from integration.measures.plan.schedule import earned_schedule, schedule_lines
from integration.services.changes import history, since
from integration.services.core.cache import Cache
from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.plan import baseline, scenario, timeline
from integration.services.portfolio import calibration, partnership, portfolio
from integration.storage.core.database import Database
from integration.storage.partnership import partnership_facts
from integration.storage.plan.milestone import plan_facts
from integration.views.plan.cliff_warning import first_cliff_warnings
from integration.views.plan.critical_path import tightness
from integration.views.plan.curve import curve_view
from integration.views.plan.ripple import ripple_view
from integration.views.plan.trend import trend_view
from integration.views.portfolio.attention import needs_attention
from tests.bench.rows import Row, median_ms

YEARS_BACK = 730


def time_rows(partnerships: int, schedule: float, attention: float | None, past: float | None) -> Iterator[Row]:
    """Everything that issue 3 promises, over the store that is open; nothing is remembered between runs."""
    opened = host()

    def fresh(back: int = 0):
        someone = visit(opened.database, Cache(), "nl")
        return visit(opened.database, Cache(), "nl", as_of=someone.today - timedelta(days=back)) if back else someone

    someone = fresh()
    with someone.reading() as cursor:
        rows, facts = partnership_facts(cursor), plan_facts(cursor)
    lines = schedule_lines(facts, rows.starts_on, someone.today)
    yield Row(f"earned schedule, {partnerships:,} partnerships", median_ms(lambda: earned_schedule(lines, ["partnership"], someone.today)), schedule)
    read = portfolio.read(someone)
    yield Row(f"what asks for attention, {partnerships:,}", median_ms(lambda: needs_attention(someone.reader, most_urgent(read))), attention)
    if past is not None:
        yield past_row(partnerships, past)
    yield Row(f"portfolio now, all measures, {partnerships:,}", median_ms(lambda: portfolio.read(fresh()), 7), None)
    ids = [*rows.index]
    yield Row(f"what changed since the last meetings, {partnerships:,}", median_ms(lambda: since.many(fresh(), ids, "meeting"), 5), None)
    yield Row(f"calibration of 12 weeks, {partnerships:,}", median_ms(lambda: calibration.of_portfolio(fresh()), 3), None)
    code = sorted(rows.code)[0]
    dossier = partnership.read(someone, code)
    yield Row(f"critical path of one, {partnerships:,}", median_ms(lambda: tightness(dossier.milestones, someone.today, 5)), None)
    versions, promised = timeline.versions_of(someone, dossier.partnership), baseline.promises(someone, dossier.partnership)
    row = next(read.timed.partnerships.loc[[dossier.partnership.id]].itertuples())
    lines_now = baseline.current_lines(someone, dossier.partnership)
    first = {next(one.code for one in dossier.milestones if one.credit < 100): someone.today + timedelta(days=200)}
    yield Row(f"ripple of one, {partnerships:,}", median_ms(lambda: ripple_view(someone.reader, dossier.milestones, first, dossier.bodies)), None)
    yield Row(f"simulated end of one, {partnerships:,}", median_ms(lambda: scenario.chance(someone, dossier.partnership, dossier.milestones)), None)
    yield Row(f"S-curve of one, {partnerships:,}", median_ms(lambda: curve_view(someone.reader, dossier.milestones, promised, lines_now, row)), None)
    yield Row(f"milestone trend of one, {partnerships:,}", median_ms(lambda: trend_view(someone.reader, versions)), None)
    thing = f"milestone.{dossier.milestones[0].code}"
    yield Row(f"history of one milestone, {partnerships:,}", median_ms(lambda: history.read(fresh(), dossier, thing)), None)
    yield Row(
        f"what to decide before when, {partnerships:,}",
        median_ms(lambda: first_cliff_warnings(someone.reader, read.timed.cliffs, read.partnerships)),
        None,
    )
    yield Row(f"baselines of one, {partnerships:,}", median_ms(lambda: baseline.promises(fresh(), dossier.partnership)), None)


def past_row(partnerships: int, limit: float) -> Row:
    """A day two years back, on which every partnership was there with its history, and everything after it to be left out."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "past.duckdb")
        today = datetime.now(UTC).date()
        fill_with_demo(database, today - timedelta(days=YEARS_BACK), partnerships)
        for months in (5, 10, 15, 20):
            _lived_on(database, months)
        then = [visit(database, Cache(), "nl", as_of=today - timedelta(days=YEARS_BACK)) for _ in range(9)]
        assert len(portfolio.read(then[0]).partnerships) == partnerships
        taken = iter(then[1:])
        row = Row(f"portfolio as of two years back, {partnerships:,}", median_ms(lambda: portfolio.read(next(taken)), 7), limit)
        database.close()
    return row


def _lived_on(database: Database, months: int) -> None:
    with database.writing("bench", "time", "") as writing:
        for table in ("milestone", "depth", "partnership"):
            newest = f"(id, version) IN (SELECT (id, max(version)) FROM {table} GROUP BY id)"
            later = f'recorded_at + INTERVAL {5 if months > 5 else months} MONTH AS recorded_at, version + 1 AS version, {writing.number} AS "number"'
            writing.cursor.execute(f"INSERT INTO {table} SELECT * REPLACE ({later}) FROM {table} WHERE {newest}")
