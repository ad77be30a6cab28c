"""Odd plans are measured and judged as the oracle does, now and as they were."""

from datetime import timedelta
from typing import Any

import pytest

from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.portfolio import portfolio
from tests.examples import NOON, TODAY
from tests.law.odd import odd_partnerships
from tests.law.odder import odder_partnerships
from tests.oracle.colour import judged
from tests.oracle.comparing import differing, plain
from tests.oracle.plan import DOMAINS
from tests.oracle.portfolio import portfolio as worked_out
from tests.oracle.store import Store

MEASURED = ("bac", "ev", "pv", "pd", "at", "es", "spi", "behind", "tspi", "by_pace", "by_plan", "first_open")


@pytest.mark.parametrize("back", [0, 4, 60])
def test_odd_plans_are_measured_and_judged_as_the_oracle_does(db, back):
    assert len([*odd_partnerships(db, TODAY), *odder_partnerships(db, TODAY)]) > 40
    looked = visit(db, Cache(), "en", NOON, TODAY - timedelta(days=back) if back else None)
    with db.reading() as cursor:
        known = worked_out(Store(cursor), looked.now, looked.today)
    timed: Any = portfolio.read(looked).timed
    pairs: list[Any] = []
    for one, whole in known.items():
        rows = [("", whole, timed.partnerships.loc[one]), *((each, whole.domains[each], timed.domains.loc[(one, each)]) for each in DOMAINS)]
        for where, group, row in rows:
            wanted, place = judged(group, whole, looked.today), (whole.row["code"], where)
            pairs.append(((*place, "colour"), (row.computed, row["rule"]), (wanted.colour, wanted.rule)))
            pairs.append(((*place, "late"), row.late_days, max(group.late.values(), default=0)))
            pairs += [((*place, name), plain(row[name]), getattr(group.schedule, name, None)) for name in MEASURED]

    assert differing(pairs) == []
