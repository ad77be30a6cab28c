"""Whatever kind of thing changes: it is told in both languages, its sentence leads to its history, and applying the changes gives the later day."""

from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration.days import day_of, end_of
from integration.model.access.membership import Membership
from integration.model.discussion.comment import Comment
from integration.model.kinds import KIND_OF
from integration.model.meeting import AgendaItem, Chairing, Meeting
from integration.model.operating.webhook import Delivery, Webhook
from integration.model.pack import Pack
from integration.model.plan.baseline import BaselineLine
from integration.model.plan.check_in import CheckIn
from integration.model.plan.plan_import import PlanImport
from integration.model.plan.template import PlanTemplate
from integration.model.record import Record
from integration.services.changes import history, since
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.portfolio import partnership, portfolio
from integration.storage.core.database import Database
from integration.storage.core.history import changed_since, changes_named
from integration.storage.core.records import latest
from integration.storage.core.rows import TABLES
from integration.views.changes.history import history_view
from integration.views.changes.since import partnership_groups
from tests.every_kind import one_of_each
from tests.examples import BRIDGE, JANUARY, NOON, a_check_in, a_milestone, a_partnership, a_visit, save

DAY = date(2027, 2, 28)
OF: dict[str, Any] = {"partnership_id": BRIDGE}
BEGUN = JANUARY.replace(day=1)
# Reports are told when their colour turns; that has a test of its own.
KINDS: list[Record] = [one for one in one_of_each().values() if KIND_OF[type(one)].weight and not isinstance(one, CheckIn)]


def told(database: Database, language: str):
    someone = a_visit(database, language)  # type: ignore[arg-type]
    found = since.one(someone, a_partnership(), "2026-02-01")
    [group] = partnership_groups(someone.reader, [found], portfolio.read(someone))
    return group.lines


@pytest.mark.parametrize("record", KINDS, ids=lambda one: type(one).__name__)
def test_what_is_new_is_told_and_leads_to_its_history(db, record):
    save(db, a_partnership(), recorded_at=BEGUN)
    [record] = save(db, record)
    [english], [dutch] = told(db, "en"), told(db, "nl")
    someone = a_visit(db)
    dossier = partnership.read(someone, "BRUG")
    name = english.href.partition("history=")[2].partition("&")[0]
    [found] = history.read(someone, dossier, name)

    assert english.line.sentence != dutch.line.sentence
    assert (found.id, type(found)) == (record.id, type(record))
    for reader in (someone.reader, a_visit(db, "nl").reader):
        view = history_view(reader, [found], dossier.names)
        assert view.entries and all(difference.label for difference in view.entries[0].fields)


@pytest.mark.parametrize("record", KINDS, ids=lambda one: type(one).__name__)
def test_what_was_removed_is_told(db, record):
    save(db, a_partnership(), recorded_at=BEGUN)
    [seen] = save(db, record, recorded_at=BEGUN)
    save(db, replace(seen, removed=True))

    assert len(told(db, "en")) == len(told(db, "nl")) == 1


def test_every_kind_that_belongs_to_a_partnership_is_told():
    owned = {kind for kind in TABLES if "partnership_id" in {field.name for field in fields(kind)}}

    # A baseline tells of its lines, a plan brought in of its milestones, reports are told when their colour turns, meetings have minutes, packs a list,
    # and who may do what, where news is sent and what was kept as a template is no steering matter.
    elsewhere = {BaselineLine, PlanImport, type(a_check_in()), Membership, Meeting, AgendaItem, Chairing, Pack, Comment, Webhook, Delivery, PlanTemplate}
    assert owned - {type(one) for one in KINDS} == elsewhere


MOVES = st.lists(st.tuples(st.integers(0, 300), st.sampled_from(range(len(KINDS))), st.booleans()), max_size=10)


@given(MOVES, st.integers(0, 300), st.integers(0, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_the_changes_between_two_days_applied_to_the_first_give_the_second(fresh, moves, one, other):
    database = fresh()
    seen = {type(first): first for first in save(database, a_partnership(), recorded_at=BEGUN)}
    for days, at, removed in sorted(moves):
        record = replace(seen.get(type(KINDS[at]), KINDS[at]), removed=removed)
        [seen[type(record)]] = save(database, record, recorded_at=BEGUN + timedelta(days=days))
    first, second = (datetime.combine(BEGUN.date() + timedelta(days=days), time.max) for days in sorted((one, other)))
    with database.reading() as cursor:
        before, after = ({record.id: record for kind in TABLES for record in latest(cursor, kind, day)} for day in (first, second))
        changes = changes_named(cursor, changed_since(cursor, {BRIDGE: first}, second))
    database.close()
    assert all(change.before is None or change.before.removed or before[change.before.id] == change.before for change in changes)
    applied = {**before, **{change.after.id: change.after for change in changes}}

    assert {key: record for key, record in applied.items() if not record.removed} == after


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from([0.0, 50.0, 100.0]), st.integers(-40, 40)), min_size=1, max_size=5), st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
def test_a_day_shows_later_what_it_showed_then(fresh, moves, day):
    database = fresh()
    then = end_of(BEGUN.date() + timedelta(days=day))
    [_, _, seen] = save(database, a_partnership(), a_check_in(), a_milestone(due_on=BEGUN.date() + timedelta(days=30)), recorded_at=BEGUN)
    shown = None
    for days, credit, slip in sorted(moves):
        if days > day and shown is None:
            shown = portfolio.read(a_visit(database, now=then))
        done = BEGUN.date() + timedelta(days=days) if credit == 100 else None
        forecast = BEGUN.date() + timedelta(days=30 + slip)
        [seen] = save(database, replace(seen, credit=credit, done_on=done, forecast_on=forecast), recorded_at=BEGUN + timedelta(days=days))
    shown = shown or portfolio.read(a_visit(database, now=then))
    later = portfolio.read(visit(database, Cache(), "en", NOON, day_of(then)))
    database.close()

    assert later.partnerships.equals(shown.partnerships) and later.domains.equals(shown.domains)
    assert later.timed and shown.timed and later.timed.partnerships.equals(shown.timed.partnerships) and later.timed.domains.equals(shown.timed.domains)
