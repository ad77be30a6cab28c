"""Everything that somebody may read of every partnership, as tables: one kind of thing each, as it stands now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import pandas as pd

from integration.exchange.plan_file import plan_table
from integration.i18n.words import words_in
from integration.model.domain import DOMAINS
from integration.model.plan.check_in import in_force
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.storage.core.records import latest
from integration.storage.plan.check_in import newest_check_ins
from integration.storage.plan.milestone import plans
from integration.views.exchange.data_rows import check_in_row, decision_row, domain_rows, entry_row, partnership_rows
from integration.views.exchange.data_table import DataTable, data_tables
from integration.views.kit.table import Column, Table
from integration.views.portfolio.partnership import REPORTS_SHOWN

R = TypeVar("R", bound=Record)


def everything(visit: Visit) -> dict[str, Table]:
    """The tables by their names; the milestones in the form in which they can be brought back. Raises NotAllowed."""
    visit.require("read history")
    whole = portfolio.read(visit)
    # What only a link shows is left to that link.
    codes = {str(one): str(code) for one, code in whole.partnerships.code[~whole.partnerships.broken].items() if visit.may("read history", str(one))}
    read, empty, language = whole.narrowed(pd.Index([*codes])), data_tables(words_in(visit.language)), visit.language
    names = {**whole.people, **whole.organisations}
    with visit.reading() as cursor:
        milestones = plans(cursor, [*codes], visit.as_of) if codes else []
        reports = in_force(newest_check_ins(cursor, [*codes], REPORTS_SHOWN, visit.as_of)) if codes else []
    entries: list[Risk | Issue | Action] = [*_of(visit, Risk, codes), *_of(visit, Issue, codes), *_of(visit, Action, codes)]
    filled = [
        empty["partnerships"].filled([*partnership_rows(read, language)]),
        empty["domains"].filled([*domain_rows(read, DOMAINS)]),
        empty["check-ins"].filled([check_in_row(one, codes[one.partnership_id], language) for one in reports]),
        empty["register"].filled([entry_row(one, codes[one.partnership_id], names, language) for one in entries]),
        empty["decisions"].filled([decision_row(one, codes[one.partnership_id], language, visit.today) for one in _of(visit, Decision, codes)]),
    ]
    meanings = [(table.name, one.name, one.kind, one.meaning) for table in filled for one in table.columns]
    tables = {one.name: _table(one) for one in (*filled, empty["columns"].filled(meanings))}
    return {"milestones": plan_table(milestones, names, codes), **tables}


def _of(visit: Visit, kind: type[R], codes: Mapping[str, str]) -> list[R]:
    if not codes:
        return []
    moment: datetime | None = visit.as_of
    with visit.reading() as cursor:
        return latest(cursor, kind, moment, f"partnership_id IN ({', '.join('?' * len(codes))})", [*codes])


def _table(one: DataTable) -> Table:
    columns: Sequence[Column] = [Column(column.name, column.name) for column in one.columns]
    return Table(tuple(columns), one.rows)
