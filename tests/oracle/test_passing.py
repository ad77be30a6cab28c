"""Time passes and nothing is delivered: no plan looks better for it."""

from datetime import datetime, time, timedelta
from itertools import pairwise

from integration.services.core.visit import visit
from integration.services.portfolio import portfolio
from tests.oracle.conftest import NOW, WHOLE

WORSE = {"blue": 0, "white": 0, "green": 0, "grey": 0, "amber": 1, "red": 2}


def test_no_colour_gets_better_by_a_day_that_passes(demo, cache):
    known, days = {}, range(0, 200, 4 if WHOLE else 14)
    for ahead in days:
        timed = portfolio.read(visit(demo, cache, "en", datetime.combine(NOW + timedelta(days=ahead), time(12)))).timed
        known[ahead] = [*timed.partnerships.computed.map(WORSE), *timed.domains.computed.map(WORSE)]
        names = [*timed.partnerships.index, *timed.domains.index]
    better = [(name, ahead) for earlier, ahead in pairwise(days) for name, before, now in zip(names, known[earlier], known[ahead], strict=True) if now < before]

    assert better == []
