"""Plans as the portfolio delivers them are those of the oracle."""

from datetime import date

from integration.services.portfolio import portfolio
from tests.oracle.comparing import differing, plain
from tests.oracle.plan import DOMAINS, Line, earned
from tests.oracle.portfolio import attained

START = date(2026, 1, 1)
WORKED = [  # the worked plan of docs: weight, promised, done
    (3, date(2026, 2, 28), date(2026, 2, 28)),
    (2, date(2026, 5, 31), date(2026, 7, 15)),
    (2, date(2026, 4, 30), date(2026, 4, 20)),
    (3, date(2026, 9, 30), None),
    (2, date(2026, 6, 30), date(2026, 8, 10)),
    (3, date(2026, 11, 30), None),
    (2, date(2026, 8, 31), None),
    (3, date(2027, 2, 28), None),
]


def test_the_oracle_works_out_the_example_by_hand():
    found = earned([Line(promised, weight, done, promised) for weight, promised, done in WORKED], START, date(2026, 9, 30))

    assert found and (found.bac, found.pd, found.at, found.ev, found.pv, found.es, found.behind) == (20, 423, 272, 9, 14, 242, 30)
    assert (round(found.spi or 0, 3), round(found.tspi or 0, 2), found.by_pace, found.by_plan) == (0.890, 1.20, date(2027, 4, 21), date(2027, 3, 30))


def test_progress_and_depth(looked, worked_out):
    rows = portfolio.read(looked)
    pairs = [((one, name), plain(rows.partnerships.loc[one, name]), getattr(own, name)) for one, own in worked_out.items() for name in ("mean", "weakest")]
    for one, own in worked_out.items():
        found = rows.domains.loc[one]
        pairs += [((one, domain), plain(found.progress[domain]), own.domains[domain].progress) for domain in DOMAINS]
        pairs += [((one, domain), plain(found.attained[domain]), attained(depth)) for domain, depth in own.depths.items()]

    assert {*rows.partnerships.index} == {*worked_out} and differing(pairs) == []


SCHEDULE = ("bac", "ev", "pv", "pd", "at", "es", "spi", "behind", "tspi", "by_pace", "by_plan", "first_open")


def test_earned_schedule(looked, worked_out):
    timed = portfolio.read(looked).timed
    assert timed
    pairs = [
        ((one, where, name), plain(row[name]), getattr(group.schedule, name, None))
        for one, own in worked_out.items()
        for where, group, row in [("", own, timed.partnerships.loc[one]), *((each, own.domains[each], timed.domains.loc[(one, each)]) for each in DOMAINS)]
        for name in SCHEDULE
    ]

    assert differing(pairs) == []
